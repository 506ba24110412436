import { describe, expect, it } from "vitest"
import { newId } from "@/server/kernel/domain/id"
import { getAccount } from "@/server/members/get-account"
import { inviteMember } from "@/server/members/invite-member"
import { listMyWorkspaces } from "@/server/members/list-my-workspaces"
import { signIn } from "@/server/members/sign-in"
import { signInWithProvider } from "@/server/members/sign-in-with-provider"
import { openWorld } from "@/tests/support/world"
import { bySession, joined, later, newEmail, stranger, trail, WHOLE } from "./callers"

const world = openWorld()

const claimsOf = (email: string | null, emailVerified = true, subject: string = newId()) => ({
  issuer: "https://login.example.org",
  providerName: "Northmark login",
  subject,
  email,
  emailVerified,
  name: "Priya Raman",
})

const invite = { role: "data_engineer", ...WHOLE, reason: "Builds the pipelines" } as const

describe("sign-in with a provider", () => {
  it("links the account of a known person by a verified e-mail, then knows it whatever the e-mail says", async () => {
    const workspace = await world.workspace()
    const { email, userId } = await joined(world, workspace, "stakeholder")
    const claims = claimsOf(email.toUpperCase())
    const first = await signInWithProvider(stranger(world), claims)
    expect(first).toMatchObject({ ok: true, userId })
    const second = await signInWithProvider(stranger(world), { ...claims, email: null, emailVerified: false })
    expect(second).toMatchObject({ ok: true, userId })
    if (!second.ok) return
    const ctx = await bySession(world, second.sessionId, workspace.slug)
    expect(await getAccount(ctx, {})).toMatchObject({
      identities: [{ provider: "https://login.example.org" }],
    })
    const summaries = (await trail(world, workspace.id)).map((event) => event.summary).slice(-2)
    expect(summaries).toEqual([
      "Signed in with Northmark login, linked by the verified e-mail address",
      "Signed in with Northmark login",
    ])
  })

  it("refuses an address that the provider has not verified", async () => {
    const { email } = await joined(world, await world.workspace(), "stakeholder")
    expect(await signInWithProvider(stranger(world), claimsOf(email, false))).toEqual({
      ok: false,
      refusal: "unverified",
    })
    expect(await signInWithProvider(stranger(world), claimsOf(null))).toEqual({
      ok: false,
      refusal: "unverified",
    })
  })

  it("refuses an unknown person without an open invitation", async () => {
    const admin = await (await world.workspace()).member("administrator")
    const email = newEmail()
    await inviteMember(admin, { ...invite, email })
    expect(await signInWithProvider(stranger(world), claimsOf(newEmail()))).toEqual({
      ok: false,
      refusal: "unknown",
    })
    const late = stranger(world, later(8 * 24 * 60))
    expect(await signInWithProvider(late, claimsOf(email))).toEqual({ ok: false, refusal: "unknown" })
  })

  it("accepts the open invitations of a new person, who has no password then", async () => {
    const workspaces = [await world.workspace(), await world.workspace()]
    const email = newEmail()
    for (const workspace of workspaces) {
      await inviteMember(await workspace.member("administrator"), { ...invite, email })
    }
    const signedIn = await signInWithProvider(stranger(world), claimsOf(email))
    if (!signedIn.ok) throw new Error(signedIn.refusal)
    const ctx = await bySession(world, signedIn.sessionId, undefined)
    const mine = (await listMyWorkspaces(ctx, {})).map((workspace) => workspace.slug)
    expect(mine.sort()).toEqual(workspaces.map((workspace) => workspace.slug).sort())
    for (const { id } of workspaces) {
      expect((await trail(world, id)).at(-1)).toMatchObject({
        action: "members.acceptInvitation",
        actor: signedIn.userId,
      })
    }
    expect(await signIn(stranger(world), { email, password: "" })).toEqual({ ok: false })
  })
})
