import { describe, expect, it } from "vitest"
import type { Ctx } from "@/server/kernel/context"
import { newId } from "@/server/kernel/domain/id"
import { type Permission, ROLES, roleHolds } from "@/server/kernel/domain/permissions"
import { createPasswordReset } from "@/server/members/create-password-reset"
import { createToken } from "@/server/members/create-token"
import { explainAccess } from "@/server/members/explain-access"
import { getWorkspace } from "@/server/members/get-workspace"
import { grantRole } from "@/server/members/grant-role"
import { inviteMember } from "@/server/members/invite-member"
import { listInvitations } from "@/server/members/list-invitations"
import { listMembers } from "@/server/members/list-members"
import { listTokens } from "@/server/members/list-tokens"
import { removeMember } from "@/server/members/remove-member"
import { revokeGrant } from "@/server/members/revoke-grant"
import { revokeInvitation } from "@/server/members/revoke-invitation"
import { revokeToken } from "@/server/members/revoke-token"
import { updateWorkspace } from "@/server/members/update-workspace"
import { openWorld } from "@/tests/support/world"
import { newEmail, stranger, WHOLE } from "./callers"

const world = openWorld()
const unknown = () => ({ id: newId(), userId: newId(), grantId: newId(), reason: "Test" })
const role = { role: "stakeholder", ...WHOLE, reason: "Test" } as const

/** Every operation of a workspace with input that is right but for ids that do not exist. */
const table: [string, Permission, (ctx: Ctx) => Promise<unknown>][] = [
  ["createPasswordReset", "members.manage", (ctx) => createPasswordReset(ctx, unknown())],
  [
    "createToken",
    "tokens.manage",
    (ctx) => createToken(ctx, { name: "CI", permissions: ["backlog.read"], expiresInDays: 1 }),
  ],
  ["explainAccess", "members.read", (ctx) => explainAccess(ctx, {})],
  ["getWorkspace", "members.read", (ctx) => getWorkspace(ctx, {})],
  ["grantRole", "members.manage", (ctx) => grantRole(ctx, { ...role, userId: newId() })],
  ["inviteMember", "members.manage", (ctx) => inviteMember(ctx, { ...role, email: newEmail() })],
  ["listInvitations", "members.read", (ctx) => listInvitations(ctx, {})],
  ["listMembers", "members.read", (ctx) => listMembers(ctx, {})],
  ["listTokens", "members.read", (ctx) => listTokens(ctx, {})],
  ["removeMember", "members.manage", (ctx) => removeMember(ctx, unknown())],
  ["revokeGrant", "members.manage", (ctx) => revokeGrant(ctx, unknown())],
  ["revokeInvitation", "members.manage", (ctx) => revokeInvitation(ctx, unknown())],
  ["revokeToken", "tokens.manage", (ctx) => revokeToken(ctx, unknown())],
  [
    "updateWorkspace",
    "settings.manage",
    (ctx) => updateWorkspace(ctx, { name: "New name", itemPrefix: "NEW", version: 1 }),
  ],
]

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error) => error.code ?? String(error),
  )

describe("every operation of members", () => {
  it.each(table)("%s asks for %s", async (_name, permission, call) => {
    const workspace = await world.workspace()
    for (const one of ROLES) {
      const code = await codeOf(call(await workspace.member(one)))
      expect(code === "FORBIDDEN", `${one}: ${code}`).toBe(!roleHolds(one, permission))
      expect(["FORBIDDEN", "NOT_FOUND", "done"], one).toContain(code)
    }
  })

  it.each(table)("%s needs a sign-in and a workspace", async (_name, _permission, call) => {
    expect(await codeOf(call(stranger(world)))).toBe("UNAUTHENTICATED")
    const member = await (await world.workspace()).member("administrator")
    const outside = { ...member, caller: { ...member.caller, workspace: null, grants: [] } }
    expect(await codeOf(call(outside))).toBe("NOT_FOUND")
  })
})

describe("the settings of a workspace", () => {
  it("refuse a stale version with the row as it stands, and a prefix in use by a domain", async () => {
    const admin = await (await world.workspace()).member("administrator")
    await updateWorkspace(admin, { name: "Northmark", itemPrefix: "NM", version: 1 })
    const stale = updateWorkspace(admin, { name: "Late", itemPrefix: "NM", version: 1 })
    await expect(stale).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { name: "Northmark", version: 2 } },
    })
    const bad = updateWorkspace(admin, { name: "", itemPrefix: "n1", version: 2 })
    await expect(bad).rejects.toMatchObject({
      details: { issues: [{ path: "name" }, { path: "itemPrefix" }] },
    })
  })
})
