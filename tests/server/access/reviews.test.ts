import { type SQL, sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { cancelReview } from "@/server/access/cancel-review"
import { closeReview } from "@/server/access/close-review"
import { exportReview } from "@/server/access/export-review"
import { getRequest } from "@/server/access/get-request"
import { listReviews } from "@/server/access/list-reviews"
import { reassignLines } from "@/server/access/reassign-lines"
import { retryAction } from "@/server/access/retry-action"
import { settleReviews } from "@/server/access/settle-reviews"
import { startReview } from "@/server/access/start-review"
import { waitingReviews } from "@/server/access/waiting"
import type { Ctx } from "@/server/kernel/context"
import { inTransaction, rowsOf } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { grantRole } from "@/server/members/grant-role"
import { removeMember } from "@/server/members/remove-member"
import { at, type Person, within } from "@/tests/server/approvals/approvals-world"
import { auditOf } from "@/tests/server/products/products-world"
import { sqlAsApp } from "@/tests/support/sql-as-app"
import { NOW, openWorld } from "@/tests/support/world"
import { AFTER, beginReview, DUE, decide, draft, lineOf, type Reviewed, read, started } from "./reviews-world"

const world = openWorld()

let here: Reviewed
beforeAll(async () => {
  here = await beginReview(world)
})

describe("a review that starts", () => {
  it("freezes what holds, gives nobody their own lines, and lists later grants apart", async () => {
    const { admin, steward, lead, deputy, workspace, analyst } = here
    const { id } = await draft(here)
    expect(await read(admin, id)).toMatchObject({ state: "draft", later: [] })
    const { lines } = await startReview(admin, { id })
    const review = await read(admin, id)
    expect(review).toMatchObject({ state: "running", stats: { lines, open: lines, answered: 0 } })
    expect(review.lines.filter((line) => line.reviewer.id === line.subjectId)).toEqual([])
    expect(await lineOf(admin, id, analyst, "access")).toMatchObject({
      reviewer: { id: steward.userId },
      what: "Read on Delivery promise",
    })
    expect((await lineOf(admin, id, admin)).flags).toContain("privileged")
    expect((await lineOf(admin, id, analyst)).reviewer.id).toBe(lead.userId)
    expect((await lineOf(admin, id, lead)).reviewer.id).toBe(deputy.userId)
    await grantRole(admin, {
      userId: analyst.userId,
      role: "data_engineer",
      scopeType: "workspace",
      scopeId: null,
      reason: "Joins the team of the platform",
    })
    const after = await read(admin, id)
    expect(after.lines).toHaveLength(lines)
    expect(after.later.map((line) => [line.subjectId, line.role])).toEqual([
      [analyst.userId, "data_engineer"],
    ])
    const outsider = await (await world.workspace()).member("administrator")
    await expect(read(outsider, id)).rejects.toMatchObject({ code: "NOT_FOUND" })
    await expect(read(await workspace.member("stakeholder"), id)).rejects.toMatchObject({ code: "NOT_FOUND" })
    await expect(startReview(admin, { id })).rejects.toMatchObject({ code: "RULE_BROKEN" })
  })

  it("shows reviewers their own lines only, and the auditor all of them", async () => {
    const id = await started(here)
    const whole = await read(await here.workspace.member("auditor"), id)
    const mine = await read(here.steward, id)
    expect(mine.lines.every((line) => line.reviewer.id === here.steward.userId)).toBe(true)
    expect(mine.lines.length).toBeGreaterThan(0)
    expect(mine.lines.length).toBeLessThan(whole.lines.length)
    const waiting = await within(here.steward, waitingReviews)
    expect(waiting.find((thing) => thing.id === `review ${id}`)).toMatchObject({ due: DUE })
    const listed = await listReviews(here.steward, {})
    expect(listed.reviews.find((row) => row.id === id)).toMatchObject({ mine: mine.lines.length })
    expect(listed.mine).toBe(listed.reviews.reduce((sum, row) => sum + row.mine, 0))
    expect(listed.total).toBe(listed.reviews.length)
    const beyond = await listReviews(here.steward, { offset: 50 })
    expect(beyond).toEqual({ ...listed, reviews: [] })
  })

  it("needs a day to come, two people who may decide, and something to review", async () => {
    const auditor = await here.workspace.member("auditor")
    const field = (more: object) =>
      draft(here, more).catch((error) => error.details?.issues?.[0]?.path ?? error.code)
    expect(await field({ dueOn: "2026-10-12" })).toBe("dueOn")
    expect(await field({ leadId: auditor.userId })).toBe("leadId")
    expect(await field({ deputyId: here.lead.userId })).toBe("deputyId")
    expect(await field({ roles: false, access: false })).toBe("roles")
    expect(await field({ scopeType: "domain", scopeId: newId() })).toBe("scopeId")
    const { id } = await draft(here, {
      roles: true,
      access: false,
      scopeType: "product",
      scopeId: here.product.id,
    })
    await expect(startReview(here.admin, { id })).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await expect(draft({ ...here, admin: auditor })).rejects.toMatchObject({ code: "FORBIDDEN" })
  })
})

describe("a decision", () => {
  it("is the reviewer's alone, and falls once, also when two fall at once", async () => {
    const id = await started(here)
    const line = await lineOf(here.admin, id, here.analyst, "access")
    await expect(decide(here.admin, id, [line.id], "keep")).rejects.toMatchObject({ code: "FORBIDDEN" })
    await expect(decide(here.steward, id, [line.id], "revoke", "")).rejects.toMatchObject({ code: "INVALID" })
    const both = await Promise.allSettled([
      decide(here.steward, id, [line.id], "keep"),
      decide(here.steward, id, [line.id], "keep"),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } })
    expect(await lineOf(here.admin, id, here.analyst, "access")).toMatchObject({
      answer: { decision: "keep", by: { id: here.steward.userId }, durationMs: 4000, bulkSize: 1 },
    })
  })

  it("to revoke is carried out with the right that the review lends, and its result is kept", async () => {
    const own = await beginReview(world)
    const id = await started(own)
    const access = await lineOf(own.admin, id, own.analyst, "access")
    expect(await decide(own.steward, id, [access.id], "revoke")).toEqual({ decided: 1, failed: 0 })
    expect(await getRequest(own.admin, { id: own.access.id })).toMatchObject({ state: "revoked" })
    const role = await lineOf(own.admin, id, own.other)
    await decide(own.lead, id, [role.id], "revoke", "Works elsewhere now")
    const [grant] = await inTransaction(world.open, own.workspace.id, "read", (db) =>
      rowsOf<{ by: string; reason: string }>(
        db,
        sql`select revoked_by as by, revoke_reason as reason from grants where id = ${role.sourceId}`,
      ),
    )
    expect(grant).toEqual({ by: own.lead.userId, reason: "Access review “Autumn”: Works elsewhere now" })
    expect(await lineOf(own.admin, id, own.other)).toMatchObject({ action: { outcome: "done" } })
    const trail = (await auditOf(world, own.workspace.id)).map(({ action }) => action)
    expect(trail).toEqual(
      expect.arrayContaining(["members.revokeGrant", "access.decideLines", "access.startReview"]),
    )
  })

  it("cannot take away the last administrator: that stays a pending action", async () => {
    const own = await beginReview(world)
    const id = await started(own, { access: false })
    const line = await lineOf(own.admin, id, own.admin)
    expect(await decide(own.lead, id, [line.id], "revoke")).toEqual({ decided: 1, failed: 1 })
    expect(await lineOf(own.admin, id, own.admin)).toMatchObject({
      action: { outcome: "failed", message: expect.stringContaining("last administrator") },
    })
    expect((await read(own.admin, id)).stats.pendingActions).toBe(1)
    const second = await own.workspace.member("administrator")
    expect(await retryAction(second, { reviewId: id, lineId: line.id })).toEqual({ outcome: "done" })
  })

  it("in bulk needs a reason and stays visible; handing on changes the reviewer", async () => {
    const own = await beginReview(world)
    const id = await started(own, { access: false })
    const open = async (ctx: Person) =>
      (await read(ctx, id)).lines.filter((line) => !line.answer && line.reviewer.id === ctx.userId)
    const [first, ...rest] = await open(own.lead)
    await expect(decide(own.lead, id, [first!.id, rest[0]!.id], "keep", "")).rejects.toMatchObject({
      code: "INVALID",
    })
    await decide(own.lead, id, [first!.id], "escalate", "I do not know them")
    expect((await open(own.deputy)).map((line) => line.id)).toContain(first!.id)
    await expect(decide(own.deputy, id, [first!.id], "escalate")).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
    await decide(
      own.lead,
      id,
      rest.map((line) => line.id),
      "keep",
    )
    for (const line of await open(own.deputy)) await decide(own.deputy, id, [line.id], "keep", "")
    const { stats } = await read(own.admin, id)
    expect(stats).toMatchObject({ open: 0, bulk: rest.length, medianSeconds: 4 })
    await closeReview(own.admin, { id })
    expect(await read(own.admin, id)).toMatchObject({ state: "completed" })
    const { text } = await exportReview(own.admin, { id })
    expect(text).toContain("I do not know them")
    await expect(cancelReview(own.admin, { id, reason: "Too late" })).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
  })

  it("moves to another reviewer when theirs left, never to the subject", async () => {
    const own = await beginReview(world)
    const id = await started(own)
    const line = await lineOf(own.admin, id, own.analyst, "access")
    await removeMember(own.admin, { userId: own.steward.userId, reason: "Left the company" })
    expect(await lineOf(own.admin, id, own.analyst, "access")).toMatchObject({ reviewer: { present: false } })
    const give = (reviewerId: string) =>
      reassignLines(own.admin, { reviewId: id, lineIds: [line.id], reviewerId })
    await expect(give(own.analyst.userId)).rejects.toMatchObject({ code: "INVALID" })
    await give(own.owner.userId)
    await decide(own.owner, id, [line.id], "keep")
    expect(await lineOf(own.admin, id, own.analyst, "access")).toMatchObject({ answer: { decision: "keep" } })
  })
})

describe("the due date", () => {
  it("decides what nobody answered: on read at once, and by the job the same", async () => {
    const own = await beginReview(world)
    const id = await started(own, { roles: false, noAnswer: "revoke" })
    const before = at(own.admin, "2026-10-20T23:59:59.999Z")
    expect(await read(before, id)).toMatchObject({ state: "running", stats: { open: 1 } })
    const due = at(own.admin, AFTER)
    const derived = await read(due, id)
    expect(derived).toMatchObject({ state: "pending", stats: { open: 0, unanswered: 1, pendingActions: 1 } })
    const [line] = derived.lines
    await expect(decide(at(own.steward, AFTER), id, [line!.id], "keep")).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
    expect(await settleReviews(due, {})).toEqual({ settled: 1 })
    expect(await settleReviews(due, {})).toEqual({ settled: 0 })
    const written = await read(due, id)
    expect(written.lines[0]!.answer).toEqual(derived.lines[0]!.answer)
    expect(written.stats.pendingActions).toBe(0)
    expect(await getRequest(due, { id: own.access.id })).toMatchObject({ state: "revoked" })
    await closeReview(due, { id })
    expect(await read(due, id)).toMatchObject({ state: "completed", stats: { unanswered: 1, answered: 0 } })
  })

  it("is kept by the system itself, in the name of whoever started the review", async () => {
    const own = await beginReview(world)
    const id = await started(own, { access: false, noAnswer: "revoke", scopeType: "workspace" })
    const system: Ctx = {
      ...at(own.admin, AFTER),
      caller: {
        ...own.admin.caller,
        actor: { type: "system", id: "access.keepUp", name: "Plumbline" },
        user: null,
        limitedTo: ["reviews.manage"],
      },
    }
    await settleReviews(system, {})
    const review = await read(at(own.admin, AFTER), id)
    expect(review.stats).toMatchObject({ open: 0, pendingActions: 1 })
    expect(review.lines.filter((line) => line.action?.outcome === "failed").map((line) => line.role)).toEqual(
      ["administrator"],
    )
  })
})

describe("SQL as the app role", () => {
  it("neither lets people review themselves nor rewrites the snapshot or a decision", async () => {
    const own = await beginReview(world)
    const id = await started(own)
    const line = await lineOf(own.admin, id, own.analyst, "access")
    const decision = (by: string, when = NOW) => sql`insert into access_review_decisions
      (workspace_id, id, line_id, decision, justification, decided_by, decided_at, bulk_size)
      values (${own.workspace.id}, ${newId()}, ${line.id}, 'keep', '', ${by}, ${when}::timestamptz, 1)`
    const set = (what: SQL) =>
      sqlAsApp(world, own.workspace, sql`update access_review_lines set ${what} where id = ${line.id}`)
    expect(await set(sql`reviewer_id = ${own.analyst.userId}`)).toContain("access_review_lines_reviewer")
    expect(await set(sql`flags = '{}'`)).toContain("never changes")
    expect(await sqlAsApp(world, own.workspace, decision(own.analyst.userId))).toContain(
      "Nobody reviews what they hold themselves",
    )
    expect(await sqlAsApp(world, own.workspace, decision(own.lead.userId))).toContain(
      "Only the reviewer of the line",
    )
    expect(await sqlAsApp(world, own.workspace, decision(own.steward.userId, AFTER))).toContain(
      "until the review is due",
    )
    expect(await sqlAsApp(world, own.workspace, decision(own.steward.userId))).toBe("accepted")
    expect(await sqlAsApp(world, own.workspace, decision(own.steward.userId))).toContain("decided")
    expect(await sqlAsApp(world, own.workspace, sql`delete from access_review_decisions`)).toContain(
      "permission denied",
    )
    expect(
      await sqlAsApp(
        world,
        own.workspace,
        sql`update access_reviews set due_on = '2030-01-01' where id = ${id}`,
      ),
    ).toContain("stays as it began")
    const late = sql`insert into access_review_lines select workspace_id, ${newId()}, review_id, kind, ${newId()}, subject_id,
      subject_name, role, what, scope_type, since, until, justification, last_visit_at, flags, reviewer_id
      from access_review_lines where id = ${line.id}`
    expect(await sqlAsApp(world, own.workspace, late)).toContain("taken when it starts")
  })
})
