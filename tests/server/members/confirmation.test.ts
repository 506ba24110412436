import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { sessions } from "@/db/schema/members"
import { newId } from "@/server/kernel/domain/id"
import { askProvider } from "@/server/members/ask-provider"
import { confirmPassword } from "@/server/members/confirm-password"
import { createToken } from "@/server/members/create-token"
import { signInWithProvider } from "@/server/members/sign-in-with-provider"
import { openWorld } from "@/tests/support/world"
import { at, bySession, byToken, joined, later, PASSWORD, trail } from "./callers"

const world = openWorld()

const sessionOf = async (id: string) => {
  const [row] = await world.open.db.select().from(sessions).where(eq(sessions.id, id))
  return row!
}

const secondsOf = (iso: string) => Date.parse(iso) / 1000

describe("confirming by password", () => {
  it("notes in the session for which act and when", async () => {
    const { ctx, sessionId } = await joined(world, await world.workspace(), "privacy_officer")
    const purpose = newId()
    expect(await confirmPassword(at(ctx, later(7)), { password: PASSWORD, purpose })).toEqual({ ok: true })
    expect(await sessionOf(sessionId)).toMatchObject({
      confirmFor: purpose,
      confirmAskedAt: later(7),
      confirmedBy: "password",
      confirmedAt: later(7),
    })
  })

  it("counts wrong passwords like sign-in, pauses after five, and leaves no confirmation", async () => {
    const workspace = await world.workspace()
    const { ctx, sessionId } = await joined(world, workspace, "privacy_officer")
    for (let guess = 0; guess < 5; guess++) {
      expect(await confirmPassword(ctx, { password: "guess", purpose: "x" })).toMatchObject({ ok: false })
    }
    expect(await confirmPassword(ctx, { password: PASSWORD, purpose: "x" })).toMatchObject({ ok: false })
    expect((await sessionOf(sessionId)).confirmedAt).toBeNull()
    expect(await confirmPassword(at(ctx, later(2)), { password: PASSWORD, purpose: "x" })).toEqual({
      ok: true,
    })
    const denied = (await trail(world, workspace.id)).filter(({ outcome }) => outcome === "denied")
    const reasons = denied.map(({ text }) => (JSON.parse(text) as { reason: string }).reason)
    expect(reasons).toEqual([...Array(5).fill("Wrong password"), "Paused after too many attempts"])
  })

  it("is not for API tokens", async () => {
    const { ctx } = await joined(world, await world.workspace(), "administrator")
    const { secret } = await createToken(ctx, { name: "CI", permissions: ["backlog.read"], expiresInDays: 1 })
    await expect(
      confirmPassword(await byToken(world, secret), { password: PASSWORD, purpose: "x" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" })
  })
})

describe("confirming with the provider", () => {
  const claimsOf = (email: string, authTime: number | null) => ({
    issuer: "https://login.example.org",
    providerName: "Northmark login",
    subject: email,
    email,
    emailVerified: true,
    name: null,
    authTime,
  })

  it("opens a session that knows what was asked and when the provider asked; the old one ends", async () => {
    const workspace = await world.workspace()
    const { ctx, email, sessionId } = await joined(world, workspace, "privacy_officer")
    await askProvider(at(ctx, later(1)), { purpose: "act" })
    const back = await signInWithProvider(at(ctx, later(2)), claimsOf(email, secondsOf(later(2))))
    if (!back.ok) throw new Error("refused")
    expect(await sessionOf(back.sessionId)).toMatchObject({
      method: "oidc",
      confirmFor: "act",
      confirmAskedAt: later(1),
      confirmedBy: "oidc",
      confirmedAt: later(2),
    })
    expect((await sessionOf(sessionId)).revokedAt).toBe(later(2))
    // Once taken, an ordinary sign-in carries nothing on.
    const again = await bySession(world, back.sessionId, workspace.slug, later(3))
    const ordinary = await signInWithProvider(again, claimsOf(email, secondsOf(later(3))))
    expect(ordinary.ok && (await sessionOf(ordinary.sessionId)).confirmedBy).toBeNull()
  })

  it("leaves the time open when the provider does not say it", async () => {
    const { ctx, email } = await joined(world, await world.workspace(), "privacy_officer")
    await askProvider(ctx, { purpose: "act" })
    const back = await signInWithProvider(ctx, claimsOf(email, null))
    expect(back.ok && (await sessionOf(back.sessionId))).toMatchObject({
      confirmedBy: "oidc",
      confirmedAt: null,
    })
  })

  it("counts as an ordinary sign-in for somebody else, when nothing was asked, and after 15 minutes", async () => {
    const workspace = await world.workspace()
    const one = await joined(world, workspace, "privacy_officer")
    const other = await joined(world, workspace, "privacy_officer")
    const confirmedBy = async (ctx: typeof one.ctx, email: string) => {
      const back = await signInWithProvider(ctx, claimsOf(email, secondsOf(later(16))))
      return back.ok ? (await sessionOf(back.sessionId)).confirmedBy : "refused"
    }
    expect(await confirmedBy(one.ctx, one.email)).toBeNull()
    await askProvider(one.ctx, { purpose: "act" })
    expect(await confirmedBy(one.ctx, other.email)).toBeNull()
    expect(await confirmedBy(at(one.ctx, later(16)), one.email)).toBeNull()
  })
})
