import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { grants } from "@/db/schema/members"
import { getApproval } from "@/server/approvals/get-approval"
import { listApprovals } from "@/server/approvals/list-approvals"
import { listDelegations } from "@/server/approvals/list-delegations"
import { revokeDelegation } from "@/server/approvals/revoke-delegation"
import { inTransaction, own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { NOW, openWorld, type TestWorkspace } from "@/tests/support/world"
import { at, beginApprovals, decide, delegate, leave, minutes, type Person, submit } from "./approvals-world"

const world = openWorld()

let workspace: TestWorkspace
let author: Person
let officer: Person
let engineer: Person

beforeAll(async () => {
  ;({ workspace, author, officer } = await beginApprovals(world))
  engineer = await workspace.member("data_engineer")
})

describe("a delegate", () => {
  it("decides on behalf of somebody, and both names stand on the signature", async () => {
    const { id: delegationId } = await delegate(officer, engineer, { kinds: ["dpia"] })
    const { requestId } = await submit(author)
    const inbox = await listApprovals(engineer, {})
    expect(inbox.rows.find((row) => row.id === requestId)).toMatchObject({ waitsOnMe: true })
    await decide(world, engineer, requestId, "approval", { delegationId })
    const { signatures, state } = await getApproval(author, { requestId })
    expect(state).toBe("approved")
    expect(signatures).toMatchObject([
      {
        signerId: engineer.userId,
        onBehalfOfId: officer.userId,
        onBehalfOfName: officer.caller.user?.name,
        role: "privacy_officer",
        sealMatches: true,
        contentMatches: true,
      },
    ])
  })

  it("is one vote together with the delegator, and never a second of their own", async () => {
    const deputy = await workspace.member("privacy_officer")
    const { id: delegationId } = await delegate(officer, deputy)
    const first = await submit(author, { required: 2 })
    await decide(world, deputy, first.requestId, "approval", { delegationId })
    await expect(decide(world, deputy, first.requestId)).rejects.toThrow("everybody counts once")
    await expect(decide(world, officer, first.requestId)).rejects.toThrow("everybody counts once")
    const second = await submit(author, { required: 2 })
    await decide(world, officer, second.requestId)
    await expect(decide(world, deputy, second.requestId, "approval", { delegationId })).rejects.toThrow(
      "counts once, and has approved already",
    )
  })

  it("approves neither their own work nor the delegator's", async () => {
    const { id: delegationId } = await delegate(officer, engineer)
    const own = await submit(author, { contributors: [{ userId: engineer.userId, part: "editor" }] })
    await expect(decide(world, engineer, own.requestId, "approval", { delegationId })).rejects.toThrow(
      "Whoever changed this version cannot approve it",
    )
    const theirs = await submit(author, { contributors: [{ userId: officer.userId, part: "author" }] })
    await expect(decide(world, engineer, theirs.requestId, "approval", { delegationId })).rejects.toThrow(
      "is an author of this version, so nobody can decide for them",
    )
    const asked = await submit(officer)
    await expect(decide(world, engineer, asked.requestId, "approval", { delegationId })).rejects.toThrow(
      "asked for this approval",
    )
  })

  it("has the delegator's rights of that moment, no wider and not passed on", async () => {
    const domainId = newId()
    const narrow = await workspace.member("privacy_officer", { scopeType: "domain", scopeId: domainId })
    const { id: delegationId } = await delegate(narrow, engineer)
    const inside = await submit(author, { scope: { type: "domain", domainId } })
    const outside = await submit(author)
    await expect(decide(world, engineer, outside.requestId, "approval", { delegationId })).rejects.toThrow(
      "may not decide this, so nobody can for them",
    )
    // No chain: what the engineer holds for somebody is not the engineer's to give.
    await expect(delegate(engineer, author, { kinds: ["dpia"] })).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: "You may decide none of this yourself, so there is nothing to delegate",
    })
    await inTransaction(world.open, workspace.id, "write", (db) =>
      db
        .update(grants)
        .set({ revokedAt: NOW })
        .where(own({ workspaceId: workspace.id }, grants, eq(grants.userId, narrow.userId))),
    )
    await expect(decide(world, engineer, inside.requestId, "approval", { delegationId })).rejects.toThrow(
      "may not decide this, so nobody can for them",
    )
  })

  it("stops when the time, the kind or the place is another, the delegation revoked or the delegator gone", async () => {
    const { requestId } = await submit(author)
    const attempt = (delegationId: string, person = engineer) =>
      decide(world, person, requestId, "approval", { delegationId })
    const later = await delegate(officer, engineer, { validFrom: minutes(10) })
    await expect(attempt(later.id)).rejects.toThrow("has not begun")
    const short = await delegate(officer, engineer, { validUntil: minutes(30) })
    await expect(attempt(short.id, at(engineer, minutes(30)))).rejects.toThrow("has ended")
    const other = await delegate(officer, engineer, { kinds: ["screening"] })
    await expect(attempt(other.id)).rejects.toThrow("is not for this kind")
    const revoked = await delegate(officer, engineer)
    await revokeDelegation(officer, { id: revoked.id })
    await expect(attempt(revoked.id)).rejects.toThrow("revoked the delegation")
    await expect(attempt(revoked.id, author)).rejects.toMatchObject({ code: "NOT_FOUND" })
    const leaver = await workspace.member("privacy_officer")
    const left = await delegate(leaver, engineer)
    await leave(world, leaver)
    await expect(attempt(left.id)).rejects.toThrow("is no longer a member")
  })
})

describe("giving and revoking", () => {
  it("names the field that is wrong", async () => {
    const field = (path: string) => ({ code: "INVALID", details: { issues: [{ path }] } })
    await expect(delegate(officer, officer)).rejects.toMatchObject(field("delegateId"))
    await expect(delegate(officer, engineer, { delegateId: newId() })).rejects.toMatchObject(
      field("delegateId"),
    )
    await expect(delegate(officer, engineer, { validUntil: NOW })).rejects.toMatchObject(field("validUntil"))
    await expect(
      delegate(officer, engineer, { validUntil: "2028-01-01T00:00:00.000Z" }),
    ).rejects.toMatchObject(field("validUntil"))
    await expect(
      delegate(officer, engineer, { scopeType: "product", scopeId: newId() }),
    ).rejects.toMatchObject(field("scopeId"))
    await expect(delegate(officer, engineer, { reason: " " })).rejects.toMatchObject(field("reason"))
  })

  it("stands on one page of many, those in force before the ended ones", async () => {
    const [from, to] = [await workspace.member("privacy_officer"), await workspace.member("data_engineer")]
    const { id: first } = await delegate(from, to, { validUntil: minutes(600) })
    for (const end of [10, 11, 12]) await delegate(from, to, { validUntil: minutes(end) })
    const later = at(to, minutes(100))
    const pages = await Promise.all(
      [0, 1, 2, 3, 4].map((offset) => listDelegations(later, { offset, limit: 1 })),
    )
    expect(pages.map(({ total }) => total)).toEqual([4, 4, 4, 4, 4])
    const shown = pages.flatMap(({ delegations }) => delegations)
    expect(shown.map(({ state }) => state)).toEqual(["in force", "ended", "ended", "ended"])
    expect(shown[0]?.id).toBe(first)
    expect(new Set(shown.map(({ id }) => id)).size).toBe(4)
  })

  it("is shown to those named and to those who look after members, and ended by them only, once", async () => {
    const { id } = await delegate(officer, engineer)
    const admin = await workspace.member("administrator")
    const has = async (person: Person) =>
      (await listDelegations(person, {})).delegations.some((one) => one.id === id)
    expect([await has(officer), await has(engineer), await has(admin), await has(author)]).toEqual([
      true,
      true,
      true,
      false,
    ])
    await expect(revokeDelegation(author, { id })).rejects.toMatchObject({ code: "NOT_FOUND" })
    await revokeDelegation(engineer, { id })
    await expect(revokeDelegation(admin, { id })).rejects.toMatchObject({ code: "RULE_BROKEN" })
  })
})
