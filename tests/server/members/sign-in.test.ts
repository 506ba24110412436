import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { users } from "@/db/schema/members"
import { changePassword } from "@/server/members/change-password"
import { getAccount } from "@/server/members/get-account"
import { listSessions } from "@/server/members/list-sessions"
import { revokeSession } from "@/server/members/revoke-session"
import { signIn } from "@/server/members/sign-in"
import { signOut } from "@/server/members/sign-out"
import { updateAccount } from "@/server/members/update-account"
import { NOW, openWorld } from "@/tests/support/world"
import { bySession, joined, later, newEmail, PASSWORD, stranger, trail } from "./callers"

const world = openWorld()

async function attempt(email: string, password: string, now = NOW) {
  return (await signIn(stranger(world, now), { email, password })).ok
}

describe("sign-in", () => {
  it("answers the same for a wrong password, an unknown address and a person without password", async () => {
    const { email } = await joined(world, await world.workspace(), "stakeholder")
    const passwordless = newEmail()
    const id = crypto.randomUUID()
    await world.open.db.insert(users).values({ id, email: passwordless, name: "No password", createdAt: NOW })
    for (const tried of [email, newEmail(), passwordless, "not an address"]) {
      expect(await signIn(stranger(world), { email: tried, password: "wrong password here" })).toEqual({
        ok: false,
      })
    }
  })

  it("keeps argon2id hashes only", async () => {
    const { email } = await joined(world, await world.workspace(), "stakeholder")
    const [person] = await world.open.db.select().from(users).where(eq(users.email, email))
    expect(person?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it("pauses after five wrong passwords, for a minute, then longer, also for the right one", async () => {
    const workspace = await world.workspace()
    const { email, userId } = await joined(world, workspace, "stakeholder")
    for (let i = 0; i < 5; i++) expect(await attempt(email, `wrong password ${i}`)).toBe(false)
    expect(await attempt(email, PASSWORD, later(0.9))).toBe(false)
    // Attempts during the pause neither count nor prolong it.
    expect(await attempt(email, "wrong password", later(1.1))).toBe(false)
    expect(await attempt(email, PASSWORD, later(3))).toBe(false)
    expect(await attempt(email, PASSWORD, later(3.2))).toBe(true)
    const [person] = await world.open.db.select().from(users).where(eq(users.id, userId))
    expect(person).toMatchObject({ failedSignIns: 0, lockedUntil: null })
    const refusals = (await trail(world, workspace.id)).filter((event) => event.outcome === "denied")
    expect(refusals.map((event) => event.action)).toEqual(Array(8).fill("members.signIn"))
    expect(refusals[4]?.summary).toBe("Was refused; sign-in pauses for 1 min")
    expect(refusals[6]?.summary).toBe("Was refused; sign-in pauses for 2 min")
    expect(refusals[0]?.actor).toBe("anonymous")
  })

  it("counts guesses that come at the same moment one by one", async () => {
    const { email, userId } = await joined(world, await world.workspace(), "stakeholder")
    await Promise.all(Array.from({ length: 12 }, (_, i) => attempt(email, `guess number ${i}`)))
    const [person] = await world.open.db.select().from(users).where(eq(users.id, userId))
    expect(person).toMatchObject({ failedSignIns: 5, lockedUntil: later(1) })
  })
})

describe("sessions", () => {
  it("are listed with their device and end at the next request", async () => {
    const workspace = await world.workspace()
    const { email, ctx, sessionId } = await joined(world, workspace, "stakeholder")
    const second = await signIn(stranger(world, later(1)), { email, password: PASSWORD })
    if (!second.ok) throw new Error("refused")
    expect(await listSessions(ctx, {})).toMatchObject([
      { id: second.sessionId, device: "Firefox on Linux", current: false },
      { id: sessionId, ip: "192.0.2.7", current: true },
    ])
    await revokeSession(ctx, { sessionId: second.sessionId })
    const refused = await bySession(world, second.sessionId, workspace.slug)
    expect(refused.caller.actor.type).toBe("anonymous")
    await expect(getAccount(refused, {})).rejects.toMatchObject({ code: "UNAUTHENTICATED" })
    expect(await listSessions(ctx, {})).toHaveLength(1)
  })

  it("of somebody else are not found", async () => {
    const one = await joined(world, await world.workspace(), "stakeholder")
    const other = await joined(world, await world.workspace(), "stakeholder")
    await expect(revokeSession(one.ctx, { sessionId: other.sessionId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
  })

  it("end all but this one, by signing out, and after 30 days", async () => {
    const { email, ctx, sessionId } = await joined(world, await world.workspace(), "stakeholder")
    await signIn(stranger(world), { email, password: PASSWORD })
    await signIn(stranger(world), { email, password: PASSWORD })
    expect(await revokeSession(ctx, { allOthers: true })).toEqual({ revoked: 2 })
    const monthLater = later(30 * 24 * 60 + 1)
    expect((await bySession(world, sessionId, undefined, monthLater)).caller.user).toBeNull()
    await signOut(ctx, {})
    await signOut(ctx, {})
    expect((await bySession(world, sessionId, undefined)).caller.user).toBeNull()
  })
})

describe("the account", () => {
  it("changes its name, which the audit trail notes", async () => {
    const workspace = await world.workspace()
    const { ctx } = await joined(world, workspace, "stakeholder")
    await updateAccount(ctx, { name: "Ines Moreau-Lind" })
    expect(await getAccount(ctx, {})).toMatchObject({
      name: "Ines Moreau-Lind",
      hasPassword: true,
      identities: [],
    })
    expect((await trail(world, workspace.id)).at(-1)?.summary).toMatch(/to Ines Moreau-Lind$/)
  })

  it("changes its password with the current one only and ends the other sessions", async () => {
    const { email, ctx, sessionId } = await joined(world, await world.workspace(), "stakeholder")
    const other = await signIn(stranger(world), { email, password: PASSWORD })
    const password = "four quiet plumb bobs"
    expect(await changePassword(ctx, { currentPassword: "not the password", password })).toMatchObject({
      ok: false,
    })
    expect(await changePassword(ctx, { currentPassword: PASSWORD, password })).toEqual({
      ok: true,
      revoked: 1,
    })
    expect((await bySession(world, other.ok ? other.sessionId : "", undefined)).caller.user).toBeNull()
    expect((await bySession(world, sessionId, undefined)).caller.user).not.toBeNull()
    expect(await attempt(email, PASSWORD)).toBe(false)
    expect(await attempt(email, password)).toBe(true)
  })

  it("pauses guessing at the current password as sign-in does", async () => {
    const { email, ctx } = await joined(world, await world.workspace(), "stakeholder")
    for (let i = 0; i < 5; i++)
      await changePassword(ctx, { currentPassword: `guess ${i}`, password: "four quiet plumb bobs" })
    expect(
      await changePassword(ctx, { currentPassword: PASSWORD, password: "four quiet plumb bobs" }),
    ).toMatchObject({ ok: false })
    expect(await attempt(email, PASSWORD)).toBe(false)
  })

  it("refuses passwords that are short, long, the name or the address", async () => {
    const { email, ctx } = await joined(world, await world.workspace(), "stakeholder")
    for (const password of ["elevenchars", "x".repeat(201), email.toUpperCase(), "aaaaaaaaaaaaaa"]) {
      const change = changePassword(ctx, { currentPassword: PASSWORD, password })
      await expect(change).rejects.toMatchObject({ details: { issues: [{ path: "password" }] } })
    }
  })
})
