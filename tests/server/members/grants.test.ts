import { describe, expect, it } from "vitest"
import type { Ctx } from "@/server/kernel/context"
import { newId } from "@/server/kernel/domain/id"
import { createToken } from "@/server/members/create-token"
import { explainAccess } from "@/server/members/explain-access"
import { grantRole } from "@/server/members/grant-role"
import { listMembers } from "@/server/members/list-members"
import { recordVisit } from "@/server/members/record-visit"
import { removeMember } from "@/server/members/remove-member"
import { revokeGrant } from "@/server/members/revoke-grant"
import { createDomain } from "@/server/products/create-domain"
import { onPostgres } from "@/tests/support/test-database"
import { NOW, openWorld } from "@/tests/support/world"
import { at, bySession, byToken, joined, later, stranger, trail, WHOLE } from "./callers"

const world = openWorld()
const why = "Covers for Ines"
const owner = { role: "product_owner", ...WHOLE, reason: why } as const
const administrator = { role: "administrator", ...WHOLE, reason: why } as const

async function grantsOf(admin: Ctx, userId: string) {
  return (await listMembers(admin, {})).find((member) => member.id === userId)?.grants ?? []
}

describe("a grant", () => {
  it("holds from its beginning to its end, at the next request", async () => {
    const workspace = await world.workspace()
    const { admin, userId, sessionId } = await joined(world, workspace, "stakeholder")
    await grantRole(admin, { ...owner, userId, validFrom: later(10), validUntil: later(20) })
    const roles = async (now: string) => {
      const ctx = await bySession(world, sessionId, workspace.slug, now)
      return ctx.caller.grants.map((grant) => grant.role).sort()
    }
    expect(await roles(NOW)).toEqual(["stakeholder"])
    expect(await roles(later(10))).toEqual(["product_owner", "stakeholder"])
    expect(await roles(later(20))).toEqual(["stakeholder"])
  })

  it("is not doubled while it holds, and may be given anew once it has expired", async () => {
    const { admin, userId } = await joined(world, await world.workspace(), "stakeholder")
    await grantRole(admin, { ...owner, userId, validUntil: later(5) })
    await expect(grantRole(admin, { ...owner, userId })).rejects.toMatchObject({
      details: { issues: [{ path: "role" }] },
    })
    await grantRole(at(admin, later(6)), { ...owner, userId })
    const roles = (await grantsOf(admin, userId)).map((grant) => [grant.role, grant.validUntil])
    expect(roles).toEqual([
      ["stakeholder", null],
      ["product_owner", null],
    ])
  })

  it("is doubled by no race", async () => {
    const { admin, userId } = await joined(world, await world.workspace(), "stakeholder")
    const attempts = await Promise.allSettled([1, 2, 3].map(() => grantRole(admin, { ...owner, userId })))
    expect(attempts.filter((attempt) => attempt.status === "fulfilled")).toHaveLength(1)
    expect(await grantsOf(admin, userId)).toHaveLength(2)
  })

  it("is refused for oneself, in the past, without reason, for strangers and at foreign places", async () => {
    const workspace = await world.workspace()
    const { admin, userId } = await joined(world, workspace, "stakeholder")
    const elsewhere = await (await world.workspace()).member("administrator")
    const foreign = await createDomain(elsewhere, {
      key: "FUL",
      name: "Theirs",
      description: "",
      ownerId: null,
      stewardId: null,
    })
    const refusals = [
      [{ ...owner, userId: admin.userId }, "RULE_BROKEN"],
      [{ ...owner, userId, validUntil: later(-1) }, "INVALID"],
      [{ ...owner, userId, validFrom: later(9), validUntil: later(8) }, "INVALID"],
      [{ ...owner, userId, reason: " x " }, "INVALID"],
      [{ ...owner, userId: elsewhere.userId }, "NOT_FOUND"],
      [{ ...owner, userId, scopeType: "domain", scopeId: foreign.id }, "INVALID"],
      [{ ...owner, userId, scopeType: "product", scopeId: newId() }, "INVALID"],
      [{ ...owner, userId, scopeType: "domain", scopeId: null }, "INVALID"],
    ] as const
    for (const [input, code] of refusals)
      await expect(grantRole(admin, input), code).rejects.toMatchObject({ code })
    expect((await trail(world, workspace.id)).at(-1)).toMatchObject({
      action: "members.grantRole",
      outcome: "denied",
    })
  })

  it("is revoked with a reason that stays in the audit trail", async () => {
    const workspace = await world.workspace()
    const { admin, userId, sessionId } = await joined(world, workspace, "stakeholder")
    const [grant] = await grantsOf(admin, userId)
    await revokeGrant(admin, { grantId: grant?.id ?? "", reason: "Moved to another team" })
    expect((await bySession(world, sessionId, workspace.slug)).caller.grants).toEqual([])
    const last = (await trail(world, workspace.id)).at(-1)
    expect(JSON.parse(last?.text ?? "")).toMatchObject({
      reason: "Moved to another team",
      before: { role: "stakeholder" },
    })
    await expect(revokeGrant(admin, { grantId: grant?.id ?? "", reason: why })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
  })
})

describe("the last administrator", () => {
  it("is neither revoked nor removed, whatever other administrators expire or are to come", async () => {
    const workspace = await world.workspace()
    const admin = await workspace.member("administrator")
    const other = await workspace.member("stakeholder")
    const third = await workspace.member("stakeholder")
    await grantRole(admin, { ...administrator, userId: other.userId, validUntil: later(60) })
    await grantRole(admin, { ...administrator, userId: third.userId, validFrom: later(60) })
    const [grant] = await grantsOf(admin, admin.userId)
    const grantId = grant?.id ?? ""
    await expect(revokeGrant(admin, { grantId, reason: why })).rejects.toThrow("last administrator")
    await expect(removeMember(admin, { userId: admin.userId, reason: why })).rejects.toThrow(
      "last administrator",
    )
    // Once the third's grant has begun, the first may hand over.
    await revokeGrant(at(admin, later(61)), { grantId, reason: "Hands over" })
  })

  it("survives revocations at the same moment", async () => {
    const workspace = await world.workspace()
    const admins = await Promise.all([1, 2, 3].map(() => workspace.member("administrator")))
    const grants = await Promise.all(admins.map((admin) => grantsOf(admin, admin.userId)))
    const attempts = await Promise.allSettled([
      revokeGrant(admins[0]!, { grantId: grants[1]?.[0]?.id ?? "", reason: why }),
      revokeGrant(admins[1]!, { grantId: grants[0]?.[0]?.id ?? "", reason: why }),
      removeMember(admins[1]!, { userId: admins[2]!.userId, reason: why }),
      removeMember(admins[2]!, { userId: admins[0]!.userId, reason: why }),
    ])
    const refused = attempts.filter((attempt) => attempt.status === "rejected")
    expect(refused.length).toBeGreaterThan(0)
    for (const { reason } of refused) expect(reason.code).toMatch(/RULE_BROKEN|NOT_FOUND/)
    const left = (await listMembers(admins[0]!, {})).flatMap((member) => member.grants)
    expect(left.filter((grant) => grant.role === "administrator").length).toBeGreaterThan(0)
  })

  it.skipIf(!onPostgres)("of two who revoke each other, on PostgreSQL, one stays", async () => {
    for (let round = 0; round < 5; round++) {
      const workspace = await world.workspace()
      const [one, two] = [await workspace.member("administrator"), await workspace.member("administrator")]
      const [first] = await grantsOf(one, one.userId)
      const [second] = await grantsOf(one, two.userId)
      const attempts = await Promise.allSettled([
        revokeGrant(one, { grantId: second?.id ?? "", reason: why }),
        revokeGrant(two, { grantId: first?.id ?? "", reason: why }),
      ])
      expect(attempts.map((attempt) => attempt.status).sort()).toEqual(["fulfilled", "rejected"])
    }
  })
})

describe("a removed member", () => {
  it("has no access, no grants and no tokens from the next call on", async () => {
    const workspace = await world.workspace()
    const { admin, userId, sessionId, ctx } = await joined(world, workspace, "data_engineer")
    const { secret } = await createToken(ctx, {
      name: "CI",
      permissions: ["backlog.read"],
      expiresInDays: 30,
    })
    await removeMember(admin, { userId, reason: "Left the company" })
    expect((await bySession(world, sessionId, workspace.slug)).caller).toMatchObject({
      workspace: null,
      grants: [],
    })
    await expect(byToken(world, secret)).rejects.toMatchObject({ code: "UNAUTHENTICATED" })
    await expect(removeMember(admin, { userId, reason: why })).rejects.toMatchObject({ code: "NOT_FOUND" })
    expect((await listMembers(admin, {})).map((member) => member.id)).not.toContain(userId)
  })

  it("of another workspace is not found", async () => {
    const admin = await (await world.workspace()).member("administrator")
    const other = await (await world.workspace()).member("stakeholder")
    await expect(removeMember(admin, { userId: other.userId, reason: why })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
    const [grant] = await grantsOf(other, other.userId)
    await expect(revokeGrant(admin, { grantId: grant?.id ?? "", reason: why })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
    await expect(explainAccess(admin, { userId: other.userId })).rejects.toMatchObject({ code: "NOT_FOUND" })
  })
})

describe("the explanation of access", () => {
  it("names for every permission the grants that carry it now", async () => {
    const workspace = await world.workspace()
    const admin = await workspace.member("administrator")
    const { id } = await createDomain(admin, {
      key: "FUL",
      name: "Fulfilment",
      description: "",
      ownerId: null,
      stewardId: null,
    })
    const member = await workspace.member("stakeholder")
    const there = { scopeType: "domain", scopeId: id } as const
    await grantRole(admin, { ...owner, ...there, userId: member.userId })
    await grantRole(admin, { ...owner, role: "auditor", userId: member.userId, validFrom: later(5) })
    const [explained] = await explainAccess(admin, { userId: member.userId })
    const [stakeholder, productOwner] = explained?.grants ?? []
    expect(productOwner).toMatchObject({ scopeName: "Fulfilment", reason: why })
    const of = (permission: string) => explained?.access.find((row) => row.permission === permission)
    expect(of("backlog.read")?.grantIds).toEqual([stakeholder?.id, productOwner?.id])
    expect(of("backlog.edit")?.grantIds).toEqual([productOwner?.id])
    expect(of("scoring.configure")).toMatchObject({ grantIds: [], tooNarrow: [productOwner?.id] })
    expect(of("audit.read")?.grantIds).toEqual([])
    expect(await explainAccess(admin, {})).toHaveLength(2)
  })
})

describe("a visit", () => {
  it("is noted every five minutes at most and leaves no audit record", async () => {
    const workspace = await world.workspace()
    const member = await workspace.member("stakeholder")
    const seen = async () => (await listMembers(member, {}))[0]?.lastVisitAt
    expect(await seen()).toBeNull()
    await recordVisit(member, {})
    await recordVisit(at(member, later(4)), {})
    expect(await seen()).toBe(NOW)
    await recordVisit(at(member, later(6)), {})
    expect(await seen()).toBe(later(6))
    expect(await trail(world, workspace.id)).toEqual([])
    await expect(recordVisit(stranger(world), {})).rejects.toMatchObject({ code: "UNAUTHENTICATED" })
  })
})
