import { beforeAll, describe, expect, it } from "vitest"
import { approvalsOf } from "@/server/approvals/approvals-of"
import { decideApproval } from "@/server/approvals/decide-approval"
import { TOKEN_CANNOT_SIGN } from "@/server/approvals/domain/decision-rules"
import { newId } from "@/server/kernel/domain/id"
import { openWorld, type TestWorkspace } from "@/tests/support/world"
import {
  at,
  beginApprovals,
  confirmed,
  decide,
  edit,
  hashOf,
  leave,
  minutes,
  type Person,
  rowOf,
  submit,
  within,
} from "./approvals-world"

const world = openWorld()

let workspace: TestWorkspace
let author: Person
let officer: Person
let second: Person

beforeAll(async () => {
  ;({ workspace, author, officer, second } = await beginApprovals(world))
})

const stateOf = async (requestId: string) => (await rowOf(world, workspace.id, requestId)).state

describe("an approval", () => {
  it("is signed by somebody else and then stands for its version", async () => {
    const subjectId = newId()
    const { requestId } = await submit(author, { subjectId })
    expect(await decide(world, officer, requestId)).toEqual({ state: "approved", approvals: 1, required: 1 })
    const summary = (await within(officer, (ctx) => approvalsOf(ctx, "dpia", [subjectId]))).get(subjectId)
    expect(summary).toMatchObject({
      state: "approved",
      version: 1,
      required: 1,
      approvals: [{ name: officer.caller.user?.name, at: officer.clock() }],
      decidedAt: officer.clock(),
      note: "Looks right",
    })
  })

  it("needs as many different people as were asked for", async () => {
    const { requestId } = await submit(author, { required: 2 })
    expect(await decide(world, officer, requestId)).toMatchObject({ state: "open", approvals: 1 })
    await expect(decide(world, officer, requestId)).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: "You have signed an approval of this already; everybody counts once",
    })
    expect(await decide(world, second, requestId)).toMatchObject({ state: "approved", approvals: 2 })
  })

  it("is outdated at once by an edit, and does not come back when the edit is undone", async () => {
    const subjectId = newId()
    const { requestId } = await submit(author, { subjectId, version: 3 })
    await decide(world, officer, requestId)
    expect(await edit(author, subjectId, 4)).toBe(1)
    expect(await rowOf(world, workspace.id, requestId)).toMatchObject({ state: "outdated", outdatedBy: 4 })
    await expect(decide(world, second, requestId)).rejects.toMatchObject({
      code: "CONFLICT",
      message: "v3 was changed; the current version is v4",
    })
    expect(await edit(author, subjectId, 5)).toBe(0)
    expect(await stateOf(requestId)).toBe("outdated")
  })

  it("is rolled back together with the edit that outdates it", async () => {
    const subjectId = newId()
    const { requestId } = await submit(author, { subjectId })
    await decide(world, officer, requestId)
    const failing = within(author, async (ctx) => {
      const { outdateApprovals } = await import("@/server/approvals/outdate-approvals")
      await outdateApprovals(ctx, { kind: "dpia", subjectId, version: 2 })
      throw new Error("The edit failed")
    })
    await expect(failing).rejects.toThrow("The edit failed")
    expect(await stateOf(requestId)).toBe("approved")
  })

  it("asked for again replaces the open request, and refuses a version that is approved", async () => {
    const subjectId = newId()
    const first = await submit(author, { subjectId })
    const next = await submit(author, { subjectId })
    expect(await stateOf(first.requestId)).toBe("outdated")
    await expect(decide(world, officer, first.requestId)).rejects.toMatchObject({
      message: "This request was replaced by a newer one",
    })
    await decide(world, officer, next.requestId)
    await expect(submit(author, { subjectId })).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: "Route planning v1 is approved already",
    })
    const later = await submit(author, { subjectId, version: 2 })
    expect(await stateOf(next.requestId)).toBe("outdated")
    expect(await stateOf(later.requestId)).toBe("open")
  })
})

describe("separation of duties", () => {
  it("refuses the requester, authors and editors, whatever their role", async () => {
    const { requestId } = await submit(officer)
    await expect(decide(world, officer, requestId)).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: "Whoever asks for an approval cannot give it",
    })
    const third = await workspace.member("privacy_officer")
    const contributors = [
      { userId: officer.userId, part: "author" as const },
      { userId: third.userId, part: "editor" as const },
    ]
    const other = await submit(author, { contributors })
    await expect(decide(world, officer, other.requestId)).rejects.toMatchObject({
      message: "Authors cannot approve their own work",
    })
    await expect(decide(world, third, other.requestId, "rejection")).rejects.toMatchObject({
      message: "Whoever changed this version cannot approve it",
    })
    expect(await decide(world, second, other.requestId)).toMatchObject({ state: "approved" })
  })

  it("refuses whoever lacks the permission where the subject lies", async () => {
    const { requestId } = await submit(author)
    const steward = await workspace.member("data_steward")
    await expect(decide(world, steward, requestId)).rejects.toMatchObject({ code: "FORBIDDEN" })
    const domainId = newId()
    const narrow = await workspace.member("privacy_officer", { scopeType: "domain", scopeId: domainId })
    const inside = await submit(author, { scope: { type: "domain", domainId } })
    await expect(decide(world, narrow, requestId)).rejects.toMatchObject({ code: "NOT_FOUND" })
    expect(await decide(world, narrow, inside.requestId)).toMatchObject({ state: "approved" })
  })

  it("resolves an API token to its person, and lets no token sign", async () => {
    const { requestId } = await submit(author)
    const ctx = await confirmed(world, second, requestId)
    const onBehalfOf = { id: second.userId, name: "Second" }
    const actor = { type: "token" as const, id: newId(), name: "CI", onBehalfOf }
    const token = { ...ctx, caller: { ...ctx.caller, actor } }
    const contentSha256 = await hashOf(world, workspace.id, requestId)
    await expect(
      decideApproval(token, { requestId, meaning: "approval", contentSha256 }),
    ).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: TOKEN_CANNOT_SIGN,
    })
    const asked = await submit({
      ...author,
      caller: { ...author.caller, actor: { ...actor, onBehalfOf: { id: author.userId, name: "A" } } },
    })
    await expect(decide(world, author, asked.requestId)).rejects.toMatchObject({ code: "FORBIDDEN" })
    expect((await rowOf(world, workspace.id, asked.requestId)).requestedBy).toBe(author.userId)
  })

  it("refuses an approver who has left, even when they come with an old context", async () => {
    const leaver = await workspace.member("privacy_officer")
    const { requestId } = await submit(author)
    await leave(world, leaver)
    await expect(decide(world, leaver, requestId)).rejects.toMatchObject({
      message: "You are no longer a member of this workspace",
    })
  })
})

describe("a rejection and a request for changes", () => {
  it("say why", async () => {
    const { requestId } = await submit(author)
    for (const meaning of ["rejection", "changes"] as const) {
      await expect(decide(world, officer, requestId, meaning, { note: " " })).rejects.toMatchObject({
        code: "INVALID",
        details: { issues: [{ path: "note" }] },
      })
    }
  })

  it("end the request, and what was sent back waits for a new one", async () => {
    const subjectId = newId()
    const sentBack = await submit(author, { subjectId })
    expect(await decide(world, officer, sentBack.requestId, "changes")).toMatchObject({
      state: "changes_requested",
    })
    expect(await edit(author, subjectId, 2)).toBe(0)
    await expect(decide(world, second, sentBack.requestId)).rejects.toMatchObject({
      code: "CONFLICT",
      message: "Changes were requested; ask again once they are made",
    })
    const again = await submit(author, { subjectId, version: 2 })
    expect(await stateOf(sentBack.requestId)).toBe("outdated")
    expect(await decide(world, officer, again.requestId, "rejection")).toMatchObject({ state: "rejected" })
    await expect(decide(world, second, again.requestId)).rejects.toMatchObject({
      code: "CONFLICT",
      message: "This request was rejected already",
    })
  })

  it("leave the state alone when it is only a review", async () => {
    const { requestId } = await submit(author)
    const steward = await workspace.member("data_steward")
    expect(await decide(world, steward, requestId, "review")).toMatchObject({ state: "open", approvals: 0 })
  })
})

describe("the confirmation", () => {
  const attempt = async (more: Parameters<typeof confirmed>[3], clock = minutes(10)) => {
    const { requestId } = await submit(author)
    const ctx = await confirmed(world, at(officer, clock), requestId, more)
    const contentSha256 = await hashOf(world, workspace.id, requestId)
    return decideApproval(ctx, { requestId, meaning: "approval", contentSha256 })
  }

  it("is needed, for this request, and at most five minutes old", async () => {
    const { requestId } = await submit(author)
    const contentSha256 = await hashOf(world, workspace.id, requestId)
    await expect(
      decideApproval(officer, { requestId, meaning: "approval", contentSha256 }),
    ).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: "Confirm who you are before you sign",
    })
    await expect(attempt({ purpose: newId() })).rejects.toThrow("Confirm who you are before you sign")
    await expect(attempt({ askedAt: minutes(4), at: minutes(4.99) })).rejects.toThrow(
      "more than 5 minutes ago",
    )
    expect(await attempt({ askedAt: minutes(5), at: minutes(5) })).toMatchObject({ state: "approved" })
  })

  it("is refused when the clock of the provider runs ahead, or it answers with an old sign-in or none", async () => {
    const by = "oidc" as const
    await expect(attempt({ by, at: minutes(11) })).rejects.toThrow("lies in the future")
    await expect(attempt({ by, askedAt: minutes(9), at: minutes(8) })).rejects.toThrow(
      "did not ask you again",
    )
    await expect(attempt({ by, at: null })).rejects.toThrow("no auth_time")
    expect(await attempt({ by, askedAt: minutes(9), at: minutes(9.5) })).toMatchObject({ state: "approved" })
  })

  it("does not make up for another content", async () => {
    const { requestId } = await submit(author)
    await expect(
      decide(world, officer, requestId, "approval", { hash: "0".repeat(64) }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
    })
  })
})
