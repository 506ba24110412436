import { describe, expect, it } from "vitest"
import { createWorkspace } from "@/server/members/create-workspace"
import { getAccount } from "@/server/members/get-account"
import { getWorkspace } from "@/server/members/get-workspace"
import { listMyWorkspaces } from "@/server/members/list-my-workspaces"
import { needsSetUp } from "@/server/members/needs-set-up"
import { recordVisit } from "@/server/members/record-visit"
import { setUpWorkspace } from "@/server/members/set-up-workspace"
import { signIn } from "@/server/members/sign-in"
import { openWorld } from "@/tests/support/world"
import { at, bySession, later, PASSWORD, stranger, trail } from "./callers"

const world = openWorld()
const email = "Ines@Northmark.Example"
const workspace = { name: "Northmark Retail", itemPrefix: "NM" }
const founder = { email, name: "Ines Moreau", password: PASSWORD, workspace }

// In this order: the first test is the one that finds the database empty.
describe("set-up", () => {
  it("refuses a bad first person field by field", async () => {
    const attempt = setUpWorkspace(stranger(world), { ...founder, email: "ines", password: "short" })
    await expect(attempt).rejects.toMatchObject({
      code: "INVALID",
      details: {
        issues: expect.arrayContaining([
          expect.objectContaining({ path: "email" }),
          expect.objectContaining({ path: "password" }),
        ]),
      },
    })
    const named = setUpWorkspace(stranger(world), { ...founder, password: "ines@northmark.example" })
    await expect(named).rejects.toMatchObject({ details: { issues: [{ path: "password" }] } })
    expect(await needsSetUp(stranger(world), {})).toBe(true)
  })

  it("makes one workspace and one administrator, whoever is faster", async () => {
    const attempts = await Promise.allSettled([
      setUpWorkspace(stranger(world), founder),
      setUpWorkspace(stranger(world), { ...founder, email: "other@northmark.example" }),
    ])
    expect(attempts.map((attempt) => attempt.status).sort()).toEqual(["fulfilled", "rejected"])
    expect(attempts.find((attempt) => attempt.status === "rejected")?.reason).toMatchObject({
      code: "RULE_BROKEN",
    })
    expect(await needsSetUp(stranger(world), {})).toBe(false)
    await expect(setUpWorkspace(stranger(world), founder)).rejects.toThrow("set up already")
  })

  it("lets the founder sign in, look around and found another workspace", async () => {
    let signedIn = await signIn(stranger(world), { email: " ines@northmark.example ", password: PASSWORD })
    // Of the two attempts above either may have won.
    if (!signedIn.ok)
      signedIn = await signIn(stranger(world), { email: "other@northmark.example", password: PASSWORD })
    if (!signedIn.ok) throw new Error("refused")
    const ctx = await bySession(world, signedIn.sessionId, "northmark-retail")
    expect(await getWorkspace(ctx, {})).toMatchObject({
      name: "Northmark Retail",
      itemPrefix: "NM",
      version: 1,
    })
    const first = await trail(world, ctx.caller.workspace?.id ?? "")
    expect(first.map((event) => event.action)).toEqual(["members.setUpWorkspace", "members.signIn"])

    const second = await createWorkspace(ctx, workspace)
    expect(second.slug).toBe("northmark-retail-2")
    await expect(createWorkspace(ctx, { ...workspace, slug: "northmark-retail" })).rejects.toMatchObject({
      details: { issues: [{ path: "slug" }] },
    })
    await expect(createWorkspace(ctx, { ...workspace, slug: "api" })).rejects.toMatchObject({
      code: "INVALID",
    })
    await recordVisit(at(await bySession(world, signedIn.sessionId, second.slug), later(1)), {})
    expect((await listMyWorkspaces(ctx, {})).map((mine) => mine.slug)).toEqual([
      "northmark-retail-2",
      "northmark-retail",
    ])

    // A person of two workspaces: each trail gets its own sealed record of the sign-in.
    await signIn(stranger(world), { email: ctx.caller.user?.email ?? "", password: PASSWORD })
    for (const id of [ctx.caller.workspace?.id ?? "", second.workspaceId]) {
      expect((await trail(world, id)).at(-1)).toMatchObject({
        action: "members.signIn",
        actor: ctx.caller.user?.id,
      })
    }
  })

  it("keeps who administers nothing from founding workspaces", async () => {
    const member = await (await world.workspace()).member("product_owner")
    await expect(createWorkspace(member, workspace)).rejects.toMatchObject({ code: "RULE_BROKEN" })
    expect((await getAccount(member, {})).createWorkspace).toMatchObject({
      reason: "Only an administrator of a workspace may create another; ask one",
    })
  })
})
