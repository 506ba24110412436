import { eq, type SQL, sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { memberships } from "@/db/schema/members"
import { endLeaversAccess } from "@/server/access/end-leavers-access"
import { exportAccess } from "@/server/access/export-access"
import { getRequest } from "@/server/access/get-request"
import { listAccess } from "@/server/access/list-access"
import { recordExecution } from "@/server/access/record-execution"
import { requestAccess } from "@/server/access/request-access"
import { reviseRequest } from "@/server/access/revise-request"
import { revokeAccess } from "@/server/access/revoke-access"
import { waitingAccess, waitingExecutions } from "@/server/access/waiting"
import { withdrawApproval } from "@/server/approvals/withdraw-approval"
import type { Ctx } from "@/server/kernel/context"
import { inTransaction, own } from "@/server/kernel/database"
import { at, decide, rowOf, within } from "@/tests/server/approvals/approvals-world"
import { addProduct, auditOf } from "@/tests/server/products/products-world"
import { sqlAsApp } from "@/tests/support/sql-as-app"
import { NOW, openWorld } from "@/tests/support/world"
import { askFor, beginAccess, give, REASON } from "./access-world"

const world = openWorld()
let here: Awaited<ReturnType<typeof beginAccess>>
/** A product of its own, so that tests do not meet. */
let count = 0
const newProduct = () =>
  addProduct(here.admin, `P${String.fromCharCode(65 + count++)}`, {
    name: `Product ${count}`,
    stewardId: here.steward.userId,
    ownerId: here.owner.userId,
  })

beforeAll(async () => {
  here = await beginAccess(world)
})

const later = (days: number) => new Date(Date.parse(NOW) + days * 86_400_000).toISOString()
const stateOf = async (ctx: Ctx, id: string) => (await getRequest(ctx, { id })).state
const people = async (ctx: Ctx, productId: string, day: string) =>
  (await listAccess(ctx, { filter: { view: "day", day, productId } })).rows.map((row) => row.beneficiary.id)

describe("a request for access", () => {
  it("waits, and becomes active by the steward's approval alone", async () => {
    const { analyst, steward, engineer } = here
    const product = await newProduct()
    const { id, approvalId } = await askFor(analyst, product.id)
    expect(await getRequest(analyst, { id })).toMatchObject({
      state: "waiting",
      subject: { type: "product", id: product.id },
      beneficiary: { id: analyst.userId },
      rights: ["read"],
      may: { revise: true, revoke: false, renew: false },
    })
    expect((await listAccess(steward, { filter: { view: "decide" } })).rows.map((row) => row.id)).toContain(
      id,
    )
    await expect(decide(world, engineer, approvalId)).rejects.toMatchObject({ code: "FORBIDDEN" })
    await decide(world, steward, approvalId)
    expect(await stateOf(analyst, id)).toBe("active")
    expect(
      (await listAccess(here.other, { filter: { view: "active" } })).rows.map((row) => row.id),
    ).toContain(id)
  })

  it("ends by time alone, to the millisecond", async () => {
    const { analyst, steward } = here
    const product = await newProduct()
    const { id } = await give(world, analyst, steward, product.id, { untilDay: "2026-10-31" })
    const last = "2026-10-31T23:59:59.999Z"
    expect(await stateOf(at(analyst, last), id)).toBe("active")
    expect(await stateOf(at(analyst, "2026-11-01T00:00:00.000Z"), id)).toBe("expired")
    const active = async (now: string) =>
      (await listAccess(at(analyst, now), { filter: { view: "active", productId: product.id } })).total
    expect([await active(last), await active("2026-11-01T00:00:00.000Z")]).toEqual([1, 0])
  })

  it("may begin later", async () => {
    const { analyst, steward } = here
    const product = await newProduct()
    const { id } = await give(world, analyst, steward, product.id, { fromDay: "2026-11-01" })
    expect(await stateOf(analyst, id)).toBe("upcoming")
    expect(await stateOf(at(analyst, "2026-10-31T23:59:59.999Z"), id)).toBe("upcoming")
    expect(await stateOf(at(analyst, "2026-11-01T00:00:00.000Z"), id)).toBe("active")
  })

  it("is decided neither by whoever asked nor by whoever would get it", async () => {
    const { steward, owner } = here
    const product = await newProduct()
    const asked = await askFor(owner, product.id, { beneficiaryId: steward.userId })
    await expect(decide(world, steward, asked.approvalId)).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await expect(decide(world, owner, asked.approvalId)).rejects.toMatchObject({ code: "RULE_BROKEN" })
    expect(await decide(world, here.admin, asked.approvalId)).toMatchObject({ state: "approved" })
  })

  it("is refused, withdrawn and revised before the decision, never after it", async () => {
    const { analyst, steward } = here
    const product = await newProduct()
    const refused = await askFor(analyst, product.id)
    await decide(world, steward, refused.approvalId, "rejection")
    expect(await stateOf(analyst, refused.id)).toBe("refused")
    const withdrawn = await askFor(analyst, product.id)
    await withdrawApproval(analyst, { requestId: withdrawn.approvalId, note: "Not needed" })
    expect(await stateOf(analyst, withdrawn.id)).toBe("withdrawn")
    const sent = await askFor(analyst, product.id, { rights: ["read", "write"] })
    await decide(world, steward, sent.approvalId, "changes", { note: "Read is enough" })
    expect(await stateOf(analyst, sent.id)).toBe("changes")
    const terms = {
      purpose: "analysis" as const,
      reason: REASON,
      rights: ["read" as const],
      untilDay: "2026-11-30",
    }
    const next = await reviseRequest(analyst, { id: sent.id, version: 1, terms })
    expect(await stateOf(analyst, sent.id)).toBe("waiting")
    expect(await rowOf(world, here.workspace.id, sent.approvalId)).toMatchObject({ state: "outdated" })
    await expect(reviseRequest(analyst, { id: sent.id, version: 1, terms })).rejects.toMatchObject({
      code: "CONFLICT",
    })
    await decide(world, steward, next.approvalId)
    expect(await getRequest(analyst, { id: sent.id })).toMatchObject({ state: "active", rights: ["read"] })
    await expect(reviseRequest(analyst, { id: sent.id, version: 2, terms })).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
  })

  it("names what is wrong with it", async () => {
    const { analyst, product, table } = here
    const field = (more: object) =>
      askFor(analyst, product.id, more).catch((error) => error.details?.issues?.[0]?.path ?? error.code)
    expect(await field({ untilDay: "2026-10-12" })).toBe("untilDay")
    expect(await field({ untilDay: "2027-10-13" })).toBe("untilDay")
    expect(await field({ fromDay: "2026-10-12" })).toBe("fromDay")
    expect(await field({ rights: [] })).toBe("rights")
    expect(await field({ reason: "Need it" })).toBe("reason")
    expect(await field({ assetId: table.id })).toBe("productId")
    const stranger = await (await world.workspace()).member("stakeholder")
    expect(await field({ beneficiaryId: stranger.userId })).toBe("beneficiaryId")
    const auditor = await here.workspace.member("auditor")
    await expect(askFor(auditor, product.id)).rejects.toMatchObject({ code: "FORBIDDEN" })
  })

  it("is not doubled, not even by two at once", async () => {
    const { analyst, steward } = here
    const product = await newProduct()
    const both = await Promise.allSettled([askFor(analyst, product.id), askFor(analyst, product.id)])
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    const [done] = both.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))
    await decide(world, steward, done!.approvalId)
    await expect(askFor(analyst, product.id)).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: expect.stringContaining("Renew it"),
    })
  })

  it("reaches a data asset and is decided by those of its product", async () => {
    const { analyst, steward, table, product } = here
    const asked = await requestAccess(analyst, {
      assetId: table.id,
      purpose: "reporting",
      reason: REASON,
      rights: ["read"],
      untilDay: "2026-12-31",
    })
    await decide(world, steward, asked.approvalId)
    expect(await getRequest(analyst, { id: asked.id })).toMatchObject({
      state: "active",
      subject: { type: "asset", name: "parcels" },
      product: { id: product.id },
    })
  })
})

describe("access that was given", () => {
  it("is renewed by a new request; the old one stays as it was", async () => {
    const { analyst, steward } = here
    const product = await newProduct()
    const first = await give(world, analyst, steward, product.id, { untilDay: "2026-10-20" })
    const before = await getRequest(analyst, { id: first.id })
    const soon = await within(analyst, waitingAccess)
    expect(soon.map(({ id }) => id)).toContain(`ends ${first.id}`)
    const second = await askFor(analyst, product.id, { renewsId: first.id, fromDay: "2026-10-21" })
    expect((await within(analyst, waitingAccess)).map(({ id }) => id)).not.toContain(`ends ${first.id}`)
    await decide(world, steward, second.approvalId)
    const after = await getRequest(analyst, { id: first.id })
    expect({ ...after, renewals: [] }).toEqual(before)
    expect(after.renewals.map(({ id }) => id)).toEqual([second.id])
    await expect(askFor(here.other, product.id, { renewsId: first.id })).rejects.toMatchObject({
      code: "INVALID",
    })
  })

  it("is revoked once, with a reason, by those who decide or by whoever has it", async () => {
    const { analyst, steward, other } = here
    const product = await newProduct()
    const { id } = await give(world, analyst, steward, product.id)
    await expect(revokeAccess(other, { id, reason: "Mine now" })).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
    const both = await Promise.allSettled([
      revokeAccess(steward, { id, reason: "Project ended" }),
      revokeAccess(analyst, { id, reason: "Not needed" }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(await getRequest(analyst, { id })).toMatchObject({ state: "revoked", ends: NOW })
  })

  it("is told as it was on a day, and exported without formulas", async () => {
    const { analyst, other, steward, admin } = here
    const product = await newProduct()
    await give(world, analyst, steward, product.id, {
      untilDay: "2026-10-20",
      reason: "=HYPERLINK(1) for ever",
    })
    const gone = await give(world, other, steward, product.id)
    await revokeAccess(at(steward, later(3)), { id: gone.id, reason: "Project ended" })
    const now = at(admin, later(60))
    expect(await people(now, product.id, "2026-10-12")).toEqual([])
    expect((await people(now, product.id, "2026-10-13")).sort()).toEqual(
      [analyst.userId, other.userId].sort(),
    )
    expect((await people(now, product.id, "2026-10-16")).sort()).toEqual(
      [analyst.userId, other.userId].sort(),
    )
    expect(await people(now, product.id, "2026-10-17")).toEqual([analyst.userId])
    expect(await people(now, product.id, "2026-10-21")).toEqual([])
    const { text, fileName } = await exportAccess(now, { day: "2026-10-16", productId: product.id })
    expect(fileName).toBe("access-2026-10-16.csv")
    expect(text.split("\r\n").filter((line) => line !== "")).toHaveLength(3)
    expect(text).toContain(`"'=HYPERLINK(1) for ever"`)
  })

  it("is set up and removed by hand, and that is recorded with evidence", async () => {
    const { analyst, steward, engineer } = here
    const product = await newProduct()
    const { id } = await give(world, analyst, steward, product.id, { untilDay: "2026-10-20" })
    const waits = async (now: string) =>
      (await within(at(engineer, now), waitingExecutions))
        .map((thing) => thing.id)
        .filter((key) => key.endsWith(id))
    expect(await waits(NOW)).toEqual([`set up ${id}`])
    const entry = { id, act: "granted" as const, doneOn: NOW.slice(0, 10), evidence: "OPS-118: grant select" }
    await expect(recordExecution(analyst, entry)).rejects.toMatchObject({ code: "FORBIDDEN" })
    await expect(recordExecution(engineer, { ...entry, doneOn: "2026-10-14" })).rejects.toMatchObject({
      code: "INVALID",
    })
    await recordExecution(engineer, entry)
    expect(await waits(NOW)).toEqual([])
    const removal = { id, act: "removed" as const, doneOn: "2026-10-21", evidence: "OPS-140: revoke" }
    await expect(recordExecution(at(engineer, later(1)), removal)).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
    expect(await waits(later(8))).toEqual([`remove ${id}`])
    await recordExecution(at(engineer, later(8)), removal)
    expect(await waits(later(8))).toEqual([])
    expect(await getRequest(analyst, { id })).toMatchObject({
      granted: { by: engineer.caller.user?.name, evidence: "OPS-118: grant select" },
      removed: { on: "2026-10-21" },
    })
  })

  it("ends when the person leaves, and does not come back with them", async () => {
    const { steward, admin, workspace } = here
    const product = await newProduct()
    const leaver = await workspace.member("stakeholder")
    const { id } = await give(world, leaver, steward, product.id)
    const stamp = (set: Partial<typeof memberships.$inferInsert>) =>
      inTransaction(world.open, workspace.id, "write", (db) =>
        db
          .update(memberships)
          .set(set)
          .where(own({ workspaceId: workspace.id }, memberships, eq(memberships.userId, leaver.userId))),
      )
    await stamp({ leftAt: later(2) })
    const seen = at(admin, later(3))
    expect(await getRequest(seen, { id })).toMatchObject({ state: "revoked", ends: later(2) })
    await stamp({ leftAt: null, joinedAt: later(4) })
    expect(await stateOf(at(admin, later(5)), id)).toBe("revoked")
    await stamp({ leftAt: later(2) })
    expect(await endLeaversAccess(seen, {})).toEqual({ ended: 1 })
    expect(await endLeaversAccess(seen, {})).toEqual({ ended: 0 })
    await stamp({ leftAt: null, joinedAt: later(4) })
    expect(await getRequest(at(admin, later(5)), { id })).toMatchObject({
      state: "revoked",
      revocation: { at: later(2), by: null, reason: "Left the workspace" },
    })
    const actions = (await auditOf(world, workspace.id)).map(({ action }) => action)
    expect(actions).toContain("access.endLeaversAccess")
  })

  it("cannot be rewritten by SQL as the app role", async () => {
    const { analyst, steward, workspace } = here
    const product = await newProduct()
    const { id } = await give(world, analyst, steward, product.id)
    const refused = (statement: SQL) => sqlAsApp(world, workspace, statement)
    const until = sql`'2030-01-01T00:00:00.000Z'::timestamptz`
    expect(await refused(sql`update access_requests set valid_until = ${until} where id = ${id}`)).toContain(
      "as it was approved",
    )
    expect(await refused(sql`delete from access_requests where id = ${id}`)).toContain("permission denied")
    const waiting = await askFor(here.other, product.id)
    expect(
      await refused(
        sql`update access_requests set beneficiary_id = ${steward.userId} where id = ${waiting.id}`,
      ),
    ).toContain("never changes")
    const other = sql`insert into access_revocations (workspace_id, request_id, revoked_at, reason)
      values (${workspace.id}, ${waiting.id}, now(), 'x')`
    expect(await refused(other)).toContain("Only access that was given")
  })
})
