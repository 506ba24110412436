import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { invitations } from "@/db/schema/members"
import { acceptInvitation } from "@/server/members/accept-invitation"
import { createPasswordReset } from "@/server/members/create-password-reset"
import { getInvitation } from "@/server/members/get-invitation"
import { getPasswordReset } from "@/server/members/get-password-reset"
import { inviteMember } from "@/server/members/invite-member"
import { listInvitations } from "@/server/members/list-invitations"
import { listMembers } from "@/server/members/list-members"
import { removeMember } from "@/server/members/remove-member"
import { resetPassword } from "@/server/members/reset-password"
import { revokeInvitation } from "@/server/members/revoke-invitation"
import { signIn } from "@/server/members/sign-in"
import { createDomain } from "@/server/products/create-domain"
import { openWorld } from "@/tests/support/world"
import { bySession, joined, later, newEmail, PASSWORD, stranger, trail, WHOLE } from "./callers"

const world = openWorld()
const DAY = 24 * 60
const person = { name: "Priya Raman", password: PASSWORD }
const asked = { role: "data_engineer", ...WHOLE, reason: "Builds the pipelines" } as const

describe("an invitation", () => {
  it("lets a new person in with the role it names, once", async () => {
    const workspace = await world.workspace()
    const admin = await workspace.member("administrator")
    const domain = await createDomain(admin, {
      key: "FUL",
      name: "Fulfilment",
      description: "",
      ownerId: null,
      stewardId: null,
    })
    const email = newEmail()
    const scope = { scopeType: "domain", scopeId: domain.id } as const
    const { token } = await inviteMember(admin, { ...asked, ...scope, email: email.toUpperCase() })
    expect(await getInvitation(stranger(world), { token })).toMatchObject({
      state: "open",
      email,
      role: "data_engineer",
      scopeName: "Fulfilment",
      workspace: { slug: workspace.slug },
      hasAccount: false,
    })
    const { userId } = await acceptInvitation(stranger(world), { token, person })
    const member = (await listMembers(admin, {})).find((one) => one.id === userId)
    expect(member).toMatchObject({
      email,
      grants: [
        {
          role: "data_engineer",
          scopeName: "Fulfilment",
          reason: "Builds the pipelines",
          grantedBy: { id: admin.userId },
        },
      ],
    })
    expect((await trail(world, workspace.id)).at(-1)).toMatchObject({
      actor: userId,
      summary: "Joined as Data engineer in the domain Fulfilment",
    })
    expect((await getInvitation(stranger(world), { token })).state).toBe("used")
    await expect(acceptInvitation(stranger(world), { token, person })).rejects.toThrow("accepted already")
  })

  it("keeps a hash of its link only", async () => {
    const admin = await (await world.workspace()).member("administrator")
    const { id, token } = await inviteMember(admin, { ...asked, email: newEmail() })
    const [row] = await world.open.db.select().from(invitations).where(eq(invitations.id, id))
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it("expires after seven days, can be revoked, and is replaced by a newer one", async () => {
    const admin = await (await world.workspace()).member("administrator")
    const [first, second] = [newEmail(), newEmail()]
    const expiring = await inviteMember(admin, { ...asked, email: first })
    const old = await inviteMember(admin, { ...asked, email: second })
    const newer = await inviteMember(admin, { ...asked, email: second })
    expect((await listInvitations(admin, {})).map((open) => open.email)).toEqual([second, first])
    await revokeInvitation(admin, { id: newer.id })
    await expect(revokeInvitation(admin, { id: newer.id })).rejects.toMatchObject({ code: "NOT_FOUND" })
    const week = stranger(world, later(7 * DAY))
    expect((await getInvitation(stranger(world, later(7 * DAY - 1)), { token: expiring.token })).state).toBe(
      "open",
    )
    expect((await getInvitation(week, { token: expiring.token })).state).toBe("expired")
    await expect(acceptInvitation(week, { token: expiring.token, person })).rejects.toThrow("has expired")
    for (const { token } of [old, newer]) {
      expect((await getInvitation(stranger(world), { token })).state).toBe("revoked")
      await expect(acceptInvitation(stranger(world), { token, person })).rejects.toThrow("was revoked")
    }
    await expect(getInvitation(stranger(world), { token: "x".repeat(43) })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
  })

  it("is accepted by one of two people who open the link at once", async () => {
    const admin = await (await world.workspace()).member("administrator")
    const { token } = await inviteMember(admin, { ...asked, email: newEmail() })
    const attempts = await Promise.allSettled(
      [1, 2].map(() => acceptInvitation(stranger(world), { token, person })),
    )
    expect(attempts.map((attempt) => attempt.status).sort()).toEqual(["fulfilled", "rejected"])
  })

  it("is accepted by a signed-in person whose address it names, and by nobody else", async () => {
    const { email, ctx, userId } = await joined(world, await world.workspace(), "stakeholder")
    const other = await joined(world, await world.workspace(), "stakeholder")
    const workspace = await world.workspace()
    const admin = await workspace.member("administrator")
    const { token } = await inviteMember(admin, { ...asked, email })
    expect((await getInvitation(stranger(world), { token })).hasAccount).toBe(true)
    await expect(acceptInvitation(other.ctx, { token })).rejects.toThrow("sign out first")
    await expect(acceptInvitation(stranger(world), { token })).rejects.toThrow("Sign in first")
    await expect(acceptInvitation(stranger(world), { token, person })).rejects.toMatchObject({
      details: { issues: [{ path: "email" }] },
    })
    await acceptInvitation(ctx, { token })
    expect((await listMembers(admin, {})).map((member) => member.id)).toContain(userId)
  })

  it("is refused for members and for domains of another workspace, and can bring a former member back", async () => {
    const workspace = await world.workspace()
    const { admin, email, userId, ctx } = await joined(world, workspace, "stakeholder")
    await expect(inviteMember(admin, { ...asked, email })).rejects.toMatchObject({
      details: { issues: [{ path: "email" }] },
    })
    const elsewhere = await (await world.workspace()).member("administrator")
    const foreign = await createDomain(elsewhere, {
      key: "FUL",
      name: "Theirs",
      description: "",
      ownerId: null,
      stewardId: null,
    })
    const invite = inviteMember(admin, {
      ...asked,
      email: newEmail(),
      scopeType: "domain",
      scopeId: foreign.id,
    })
    await expect(invite).rejects.toMatchObject({ details: { issues: [{ path: "scopeId" }] } })
    const partial = inviteMember(admin, {
      ...asked,
      email: newEmail(),
      role: "administrator",
      scopeType: "domain",
      scopeId: foreign.id,
    })
    await expect(partial).rejects.toMatchObject({ details: { issues: [{ path: "scopeType" }] } })

    await removeMember(admin, { userId, reason: "Left the company" })
    const { token } = await inviteMember(admin, { ...asked, email })
    await acceptInvitation(ctx, { token })
    const back = (await listMembers(admin, {})).find((member) => member.id === userId)
    expect(back?.grants.map((grant) => grant.role)).toEqual(["data_engineer"])
  })
})

describe("a password reset", () => {
  it("works once, within a day, and ends every session and pause", async () => {
    const workspace = await world.workspace()
    const { admin, userId, email, sessionId } = await joined(world, workspace, "stakeholder")
    const spare = await createPasswordReset(admin, { userId })
    const { token } = await createPasswordReset(admin, { userId })
    for (let i = 0; i < 5; i++) await signIn(stranger(world), { email, password: "wrong password" })
    expect(await getPasswordReset(stranger(world), { token })).toMatchObject({ state: "open", email })
    const password = "a wholly new password"
    await resetPassword(stranger(world), { token, password })
    expect((await bySession(world, sessionId, undefined)).caller.user).toBeNull()
    expect((await signIn(stranger(world), { email, password })).ok).toBe(true)
    for (const used of [token, spare.token]) {
      expect(await getPasswordReset(stranger(world), { token: used })).toMatchObject({
        state: "used",
        email: null,
      })
      await expect(resetPassword(stranger(world), { token: used, password })).rejects.toThrow("used already")
    }
    expect((await trail(world, workspace.id)).map((event) => event.action)).toContain("members.resetPassword")
  })

  it("expires after a day and wants a good password", async () => {
    const { admin, userId, email } = await joined(world, await world.workspace(), "stakeholder")
    const { token } = await createPasswordReset(admin, { userId })
    await expect(resetPassword(stranger(world), { token, password: email })).rejects.toMatchObject({
      code: "INVALID",
    })
    const next = stranger(world, later(DAY))
    await expect(resetPassword(next, { token, password: "a wholly new password" })).rejects.toThrow(
      "has expired",
    )
  })

  it("is not made for oneself, for strangers, or for people of a workspace one does not administer", async () => {
    const { admin, userId, email, ctx } = await joined(world, await world.workspace(), "stakeholder")
    await expect(createPasswordReset(admin, { userId: admin.userId })).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
    const other = await (await world.workspace()).member("administrator")
    await expect(createPasswordReset(other, { userId })).rejects.toMatchObject({ code: "NOT_FOUND" })
    const { token } = await inviteMember(other, { ...asked, email })
    await acceptInvitation(ctx, { token })
    await expect(createPasswordReset(other, { userId })).rejects.toThrow("do not administer")
  })
})
