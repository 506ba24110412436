import { beforeAll, describe, expect, it } from "vitest"
import { countWaiting } from "@/server/approvals/count-waiting"
import { getApproval } from "@/server/approvals/get-approval"
import { getSubjectApproval } from "@/server/approvals/get-subject-approval"
import { listApprovals } from "@/server/approvals/list-approvals"
import { markApprovalsRead } from "@/server/approvals/mark-approvals-read"
import { remindApprovers } from "@/server/approvals/remind-approvers"
import { withdrawApproval } from "@/server/approvals/withdraw-approval"
import { newId } from "@/server/kernel/domain/id"
import { createDomain } from "@/server/products/create-domain"
import { openWorld, type TestWorkspace } from "@/tests/support/world"
import { at, beginApprovals, decide, minutes, type Person, rowOf, submit } from "./approvals-world"

const world = openWorld()

let workspace: TestWorkspace
let author: Person
let officer: Person

beforeAll(async () => {
  ;({ workspace, author, officer } = await beginApprovals(world))
})

const ids = async (person: Person, input: Parameters<typeof listApprovals>[1]) =>
  (await listApprovals(person, input)).rows.map(({ id }) => id)

describe("the inbox", () => {
  it("shows what waits on the reader, what they asked for and everything", async () => {
    const mine = await workspace.member("privacy_officer")
    const before = (await countWaiting(mine, {})).waiting
    const dpia = await submit(author)
    const waiver = await submit(author, { kind: "waiver" })
    const ownOne = await submit(mine)
    const access = await submit(author, { kind: "access_request" })
    const waiting = await ids(mine, {})
    expect(waiting).toEqual(expect.arrayContaining([dpia.requestId, waiver.requestId]))
    expect(waiting).not.toContain(ownOne.requestId)
    expect(waiting).not.toContain(access.requestId)
    expect((await countWaiting(mine, {})).waiting).toBe(before + 2)
    expect(await ids(mine, { view: "asked" })).toEqual([ownOne.requestId])
    expect(await ids(mine, { view: "all", kinds: ["access_request"] })).toContain(access.requestId)
    await decide(world, mine, dpia.requestId)
    expect(await ids(mine, {})).not.toContain(dpia.requestId)
    expect(await ids(mine, { view: "all", states: ["approved"] })).toContain(dpia.requestId)
  })

  it("waits on those asked by name only, and on the requester when it was sent back", async () => {
    const named = await workspace.member("privacy_officer")
    const steward = await workspace.member("data_steward")
    const { requestId } = await submit(author, { reviewerIds: [named.userId, steward.userId], required: 1 })
    expect(await ids(officer, {})).not.toContain(requestId)
    expect(await ids(named, {})).toContain(requestId)
    expect(await ids(steward, {})).toContain(requestId)
    await decide(world, steward, requestId, "review")
    expect(await ids(steward, {})).not.toContain(requestId)
    await decide(world, named, requestId, "changes")
    expect(await ids(named, {})).not.toContain(requestId)
    expect(await ids(author, {})).toContain(requestId)
  })

  it("keeps to the reader's reach", async () => {
    const admin = await workspace.member("administrator")
    const people = { ownerId: null, stewardId: null }
    const domain = await createDomain(admin, { key: "ONE", name: "One", description: "", ...people })
    const narrow = await workspace.member("privacy_officer", { scopeType: "domain", scopeId: domain.id })
    const outside = await submit(author)
    const subjectId = newId()
    const inside = await submit(author, { subjectId, scope: { type: "domain", domainId: domain.id } })
    expect(await ids(narrow, { view: "all" })).toEqual([inside.requestId])
    expect((await listApprovals(narrow, {})).rows[0]).toMatchObject({ placeName: "One", waitsOnMe: true })
    await expect(getApproval(narrow, { requestId: outside.requestId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
    await expect(markApprovalsRead(narrow, { requestIds: [outside.requestId] })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
    expect(await getSubjectApproval(narrow, { kind: "dpia", subjectId })).toMatchObject({ state: "open" })
  })

  it("goes through pages without losing or repeating a request, and finds what is overdue", async () => {
    const other = await world.workspace()
    const asker = await other.member("product_owner")
    const reader = await other.member("privacy_officer")
    const made: string[] = []
    for (let n = 0; n < 7; n++) {
      const dueOn = n < 2 ? "2026-10-12" : "2026-10-13"
      made.push((await submit(at(asker, minutes(n >> 1)), { dueOn })).requestId)
    }
    const found: string[] = []
    let cursor: Awaited<ReturnType<typeof listApprovals>>["next"] | undefined
    do {
      const page = await listApprovals(reader, { limit: 3, cursor })
      found.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    } while (cursor)
    expect(new Set(found)).toEqual(new Set(made))
    expect(found).toHaveLength(7)
    expect(new Set(await ids(reader, { overdue: true }))).toEqual(new Set(made.slice(0, 2)))
  })

  it("knows what is unread, again after a reminder, which goes out once a day by the requester", async () => {
    const { requestId } = await submit(author)
    expect(await ids(officer, { unread: true })).toContain(requestId)
    expect(await markApprovalsRead(officer, { requestIds: [requestId, requestId] })).toEqual({ read: 1 })
    expect(await ids(officer, { unread: true })).not.toContain(requestId)
    await expect(remindApprovers(officer, { requestId })).rejects.toThrow("Only whoever asked")
    const tomorrow = at(author, minutes(24 * 60))
    await remindApprovers(tomorrow, { requestId })
    expect(await ids(officer, { unread: true })).toContain(requestId)
    await expect(remindApprovers(at(author, minutes(47 * 60)), { requestId })).rejects.toThrow(
      "one a day is enough",
    )
    await remindApprovers(at(author, minutes(48 * 60)), { requestId })
  })

  it("lets the requester alone take a request back, with a reason", async () => {
    const { requestId } = await submit(author)
    await expect(withdrawApproval(officer, { requestId, note: "No" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    })
    await expect(withdrawApproval(author, { requestId, note: "" })).rejects.toMatchObject({ code: "INVALID" })
    await withdrawApproval(author, { requestId, note: "The plan changed" })
    expect(await rowOf(world, workspace.id, requestId)).toMatchObject({ state: "withdrawn" })
    await expect(withdrawApproval(author, { requestId, note: "Again" })).rejects.toMatchObject({
      code: "CONFLICT",
    })
    await expect(decide(world, officer, requestId)).rejects.toMatchObject({ code: "CONFLICT" })
  })
})

describe("the page of a request", () => {
  it("shows everything and what each reader may do about it", async () => {
    const editor = await workspace.member("privacy_officer")
    const contributors = [{ userId: editor.userId, part: "editor" as const }]
    const { requestId } = await submit(author, {
      contributors,
      note: "Before the release",
      dueOn: "2026-10-20",
    })
    const shown = await getApproval(officer, { requestId })
    expect(shown).toMatchObject({
      content: { title: "Route planning", risks: [{ name: "Disclosure", severity: 3 }] },
      contentMatches: true,
      note: "Before the release",
      dueOn: "2026-10-20",
      signatures: [],
      statements: { approval: "I have examined this assessment and accept the risks that remain." },
      mine: { confirmed: { ok: false }, withdraw: false },
    })
    expect(shown.contributors.map(({ part }) => part).sort()).toEqual(["editor", "requester"])
    expect(shown.mine.waysToDecide[0]?.may.approval).toEqual({ ok: true })
    const byEditor = await getApproval(editor, { requestId })
    expect(byEditor.mine.waysToDecide[0]?.may.approval).toEqual({
      ok: false,
      reason: "Whoever changed this version cannot approve it",
    })
    expect((await getApproval(author, { requestId })).mine).toMatchObject({
      withdraw: true,
      remind: { ok: true },
    })
  })
})
