import { eq } from "drizzle-orm"
import { z } from "zod"
import { invitations, users, workspaces } from "@/db/schema/members"
import { enterWorkspace } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { hashSecret } from "@/server/kernel/session"
import { linkState, linkToken } from "./domain/invitation"
import { findPlaceName } from "./internal/place"

/** What the holder of an invitation's link may know. @throws NOT_FOUND for a link that never was. */
export const getInvitation = query("members.getInvitation", {
  permission: "public",
  input: z.object({ token: linkToken }),
  async run(ctx, { token }) {
    const [row] = await ctx.db
      .select({ invitation: invitations, workspace: workspaces, inviter: users.name })
      .from(invitations)
      .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
      .innerJoin(users, eq(users.id, invitations.invitedBy))
      .where(eq(invitations.tokenHash, hashSecret(token)))
    if (!row) throw notFound("The invitation")
    const { invitation, workspace, inviter } = row
    const { email, role, scopeType, expiresAt, revokedAt } = invitation
    const [account] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, email))
    await enterWorkspace(ctx.db, workspace.id)
    const scopeName = await findPlaceName({ ...ctx, workspaceId: workspace.id }, invitation)
    return {
      state: linkState({ expiresAt, revokedAt, usedAt: invitation.acceptedAt }, ctx.now),
      email,
      role,
      scopeType,
      scopeName,
      invitedBy: inviter,
      expiresAt,
      workspace: { slug: workspace.slug, name: workspace.name },
      hasAccount: account !== undefined,
    }
  },
})
