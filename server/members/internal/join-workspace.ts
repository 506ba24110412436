import { eq, isNull } from "drizzle-orm"
import { grants, invitations, memberships } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { enterWorkspace, own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { ruleBroken } from "@/server/kernel/errors"
import { recordInWorkspace } from "@/server/kernel/operation"
import { grantWords } from "../domain/grant"
import { findPlaceName } from "./place"
import { actingAs } from "./record-for-person"

type Invitation = typeof invitations.$inferSelect
type Person = { id: string; name: string }

/**
 * Makes a person a member by an open invitation: it is used up, they belong to the workspace (again) and hold the role.
 * From here on the transaction acts inside that workspace. @throws RULE_BROKEN when somebody else was faster.
 */
export async function joinWorkspace(outer: OpCtx, invitation: Invitation, person: Person): Promise<void> {
  const { workspaceId, role, scopeType, scopeId } = invitation
  const ctx = { ...actingAs(outer, person), workspaceId }
  await enterWorkspace(ctx.db, workspaceId)
  const claimed = await ctx.db
    .update(invitations)
    .set({ acceptedAt: ctx.now, acceptedBy: person.id })
    .where(
      own(
        ctx,
        invitations,
        eq(invitations.id, invitation.id),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .returning({ id: invitations.id })
  if (claimed.length === 0) throw ruleBroken("This invitation was used or revoked a moment ago")
  await ctx.db
    .insert(memberships)
    .values({ workspaceId, userId: person.id, joinedAt: ctx.now })
    .onConflictDoUpdate({
      target: [memberships.workspaceId, memberships.userId],
      set: { joinedAt: ctx.now, leftAt: null, lastVisitAt: null },
    })
  await ctx.db
    .insert(grants)
    .values({
      workspaceId,
      id: newId(),
      userId: person.id,
      role,
      scopeType,
      scopeId,
      validFrom: ctx.now,
      reason: invitation.reason,
      grantedBy: invitation.invitedBy,
      grantedAt: ctx.now,
    })
    .onConflictDoNothing()
  const scopeName = await findPlaceName(ctx, invitation)
  await recordInWorkspace(ctx, workspaceId, "members.acceptInvitation", [
    {
      targets: [
        { type: "member", id: person.id, name: person.name },
        { type: "invitation", id: invitation.id, name: invitation.email },
      ],
      summary: `Joined as ${grantWords({ role, scopeType, scopeName })}`,
      after: { role, scopeType, scopeId, invitedBy: invitation.invitedBy },
      reason: invitation.reason,
    },
  ])
}
