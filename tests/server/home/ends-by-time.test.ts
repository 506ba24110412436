import { describe, expect, it } from "vitest"
import { approvalWords } from "@/components/approvals/prepare-state"
import { getRequest } from "@/server/access/get-request"
import { listAccess } from "@/server/access/list-access"
import { countWaiting } from "@/server/approvals/count-waiting"
import type { ApprovalKind } from "@/server/approvals/domain/kinds"
import { getApproval } from "@/server/approvals/get-approval"
import { getSubjectApproval } from "@/server/approvals/get-subject-approval"
import { listApprovals } from "@/server/approvals/list-approvals"
import { listDelegations } from "@/server/approvals/list-delegations"
import { remindApprovers } from "@/server/approvals/remind-approvers"
import { withdrawApproval } from "@/server/approvals/withdraw-approval"
import { moveItem } from "@/server/backlog/move-item"
import { askWaiver } from "@/server/dod/ask-waiver"
import { createAssessment } from "@/server/dpia/create-assessment"
import { getAssessment } from "@/server/dpia/get-assessment"
import { recordConsultation } from "@/server/dpia/record-consultation"
import { waitingGroup } from "@/server/home/domain/waiting-groups"
import { listWaiting } from "@/server/home/list-waiting"
import "@/server/compose"
import { openWorld } from "@/tests/support/world"
import { askFor, beginAccess, give } from "../access/access-world"
import { at, decide, delegate, hashOf, type Person, submit } from "../approvals/approvals-world"
import { addDeliverable, checkOf, manual, publish, setPolicy } from "../dod/dod-world"

const world = openWorld()

/** The last millisecond of 20 October, and the next one: nothing runs in between. */
const BEFORE = "2026-10-20T23:59:59.999Z"
const AFTER = "2026-10-21T00:00:00.000Z"
const MOMENTS = [BEFORE, AFTER] as const

/** What the reader sees of the request in every place, at a moment. */
async function seenBy(person: Person, now: string, requestId: string, kind: ApprovalKind, subjectId: string) {
  const ctx = at(person, now)
  const summary = await getSubjectApproval(ctx, { kind, subjectId })
  return {
    inbox: (await listApprovals(ctx, {})).rows.map(({ id }) => id).includes(requestId),
    count: (await countWaiting(ctx, {})).waiting,
    home: (await listWaiting(ctx, {})).things.some(({ id }) => id === requestId),
    mayApprove: (await getApproval(ctx, { requestId })).mine.waysToDecide.some(({ may }) => may.approval.ok),
    badge: summary && approvalWords({ ...summary, approvals: summary.approvals.length }).words,
  }
}

const GONE = { inbox: false, count: 0, home: false, mayApprove: false }
const THERE = { inbox: true, count: 1, home: true, mayApprove: true }

async function beginWaiver() {
  const workspace = await world.workspace()
  const lead = await workspace.member("delivery_lead")
  const priya = await workspace.member("data_engineer")
  await publish(lead, "pipeline", [manual("tests")])
  await setPolicy(lead, "block")
  const { subject, id } = await addDeliverable(priya, "pipeline")
  const asked = await askWaiver(priya, { subject, checkKey: "tests", reason: "Later", lastDay: "2026-10-20" })
  const finish = (now: string) => moveItem(at(priya, now), { id, status: "done" })
  return {
    lead,
    priya,
    subject,
    asked,
    finish,
    check: (now: string) => checkOf(at(priya, now), subject, "tests"),
  }
}

describe("a waiver that nobody decided before its end", () => {
  it("leaves inbox, badges and Home, and cannot be signed, reminded of or withdrawn any more", async () => {
    const { lead, priya, asked, check } = await beginWaiver()
    const { requestId, id } = asked
    const seen = (now: string) => seenBy(lead, now, requestId, "waiver", id)
    expect(await seen(BEFORE)).toEqual({ ...THERE, badge: "Waits for approval" })
    expect(await seen(AFTER)).toEqual({ ...GONE, badge: "Ended undecided, v1" })
    expect((await check(BEFORE)).waiver).toMatchObject({ state: "waits" })
    expect((await check(AFTER)).waiver).toMatchObject({ state: "expired" })
    await expect(decide(world, at(lead, AFTER), requestId)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("has ended meanwhile"),
    })
    await expect(remindApprovers(at(priya, AFTER), { requestId })).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
    const late = withdrawApproval(at(priya, AFTER), { requestId, note: "Too late" })
    await expect(late).rejects.toThrow("has ended meanwhile")
    expect(await decide(world, at(lead, BEFORE), requestId)).toMatchObject({ state: "approved" })
  })
})

describe("a waiver in force", () => {
  it("ends for the check, the gate and the badge at the same instant", async () => {
    const { lead, asked, check, finish } = await beginWaiver()
    await decide(world, lead, asked.requestId)
    const seen = async (now: string) => ({
      check: (await check(now)).state,
      badge: (await seenBy(lead, now, asked.requestId, "waiver", asked.id)).badge,
    })
    expect(await seen(BEFORE)).toEqual({ check: "waived", badge: "Approved v1" })
    expect(await seen(AFTER)).toEqual({ check: "open", badge: "Approved v1, has ended" })
    await expect(finish(AFTER)).rejects.toThrow("cannot be done")
    await expect(finish(BEFORE)).resolves.toBeTruthy()
  })
})

describe("access", () => {
  it("ends for the list of what is active, its page, its badge and Home at the same instant", async () => {
    const { analyst, steward, engineer, product } = await beginAccess(world)
    const { id, approvalId } = await give(world, analyst, steward, product.id, { untilDay: "2026-10-20" })
    const seen = async (now: string) => ({
      active: (await listAccess(at(analyst, now), { filter: { view: "active" } })).total,
      page: (await getRequest(at(analyst, now), { id })).state,
      badge: (await seenBy(steward, now, approvalId, "access_request", id)).badge,
      ending: (await listWaiting(at(analyst, now), {})).things.some((thing) => thing.id === `ends ${id}`),
      toSetUp: (await listWaiting(at(engineer, now), {})).things.some((thing) => thing.id === `set up ${id}`),
    })
    expect(await seen(BEFORE)).toEqual({
      active: 1,
      page: "active",
      badge: "Approved v1",
      ending: true,
      toSetUp: true,
    })
    expect(await seen(AFTER)).toEqual({
      active: 0,
      page: "expired",
      badge: "Approved v1, has ended",
      ending: false,
      toSetUp: false,
    })
  })

  it("that nobody decided before its last day was over waits on nobody", async () => {
    const { analyst, steward, product } = await beginAccess(world)
    const { id, approvalId } = await askFor(analyst, product.id, { untilDay: "2026-10-20" })
    const seen = (now: string) => seenBy(steward, now, approvalId, "access_request", id)
    expect(await seen(BEFORE)).toEqual({ ...THERE, badge: "Waits for approval" })
    expect(await seen(AFTER)).toEqual({ ...GONE, badge: "Ended undecided, v1" })
    const decidable = async (now: string) =>
      (await listAccess(at(steward, now), { filter: { view: "decide" } })).rows.length
    expect([await decidable(BEFORE), await decidable(AFTER)]).toEqual([1, 0])
    expect((await getRequest(at(analyst, AFTER), { id })).state).toBe("expired")
  })
})

describe("a delegation", () => {
  it("ends for inbox, count, Home, the decision page and the signature at the same instant", async () => {
    const workspace = await world.workspace()
    const author = await workspace.member("product_owner")
    const officer = await workspace.member("privacy_officer")
    const deputy = await workspace.member("data_engineer")
    const { id: delegationId } = await delegate(officer, deputy, { validUntil: AFTER })
    const { requestId } = await submit(author)
    const subjectId = (await getApproval(author, { requestId })).subjectId
    const [before, after] = await Promise.all(
      MOMENTS.map((now) => seenBy(deputy, now, requestId, "dpia", subjectId)),
    )
    expect([before, after]).toMatchObject([THERE, GONE])
    const states = async (now: string) =>
      (await listDelegations(at(deputy, now), {})).delegations.map(({ state }) => state)
    expect([await states(BEFORE), await states(AFTER)]).toEqual([["in force"], ["ended"]])
    const hash = await hashOf(world, workspace.id, requestId)
    const sign = (now: string) =>
      decide(world, at(deputy, now), requestId, "approval", { delegationId, hash })
    await expect(sign(AFTER)).rejects.toThrow("has ended")
    expect(await sign(BEFORE)).toMatchObject({ state: "approved" })
  })
})

describe("a consultation of the authority", () => {
  it("is overdue on its page and late on Home from the same instant", async () => {
    const { owner, product, workspace } = await beginAccess(world)
    const officer = await workspace.member("privacy_officer")
    const { id, key } = await createAssessment(owner, { productId: product.id })
    const facts = { receivedOn: "2026-08-25", extensionNotifiedOn: null, adviceOn: null, suspensions: [] }
    const { lock } = await getAssessment(owner, { key })
    await recordConsultation(officer, { id, lock, facts })
    const seen = async (now: string) => {
      const due = (await listWaiting(at(owner, now), {})).things.find(({ id: thing }) =>
        thing.startsWith("consultation"),
      )
      const { consultation } = await getAssessment(at(owner, now), { key })
      return [consultation.clock?.state, waitingGroup(due?.due, now)]
    }
    expect(await seen(BEFORE)).toEqual(["waiting", "thisWeek"])
    expect(await seen(AFTER)).toEqual(["late", "late"])
  })
})
