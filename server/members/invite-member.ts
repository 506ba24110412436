import { eq, isNull } from "drizzle-orm"
import { invitations, memberships, users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { grantWords } from "./domain/grant"
import { INVITATION_DAYS, inviteFields } from "./domain/invitation"
import { newLinkToken } from "./internal/link-token"
import { getPlaceName } from "./internal/place"
import { daysAfter } from "./internal/time-spans"

async function refuseMembers(ctx: OpCtx, email: string): Promise<void> {
  const [member] = await ctx.db
    .select({ name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(own(ctx, memberships, eq(users.email, email), isNull(memberships.leftAt)))
  if (member) throw invalidField("email", `${member.name} is a member already; grant them the role instead`)
}

/**
 * Invites a person by a link that works for 7 days and is answered only now; a hash of it is kept. An earlier open
 * invitation to the same address stops working. @throws INVALID at email or scopeId.
 */
export const inviteMember = command("members.inviteMember", {
  permission: "members.manage",
  input: inviteFields,
  async run(ctx, { email, role, scopeType, scopeId, reason }) {
    await refuseMembers(ctx, email)
    const scopeName = await getPlaceName(ctx, { scopeType, scopeId })
    const stillOpen = [isNull(invitations.acceptedAt), isNull(invitations.revokedAt)]
    await ctx.db
      .update(invitations)
      .set({ revokedAt: ctx.now })
      .where(own(ctx, invitations, eq(invitations.email, email), ...stillOpen))
    const { token, tokenHash } = newLinkToken()
    const id = newId()
    const expiresAt = daysAfter(ctx.now, INVITATION_DAYS)
    const { workspaceId, userId: invitedBy, now: createdAt } = ctx
    const what = { email, role, scopeType, scopeId, reason, expiresAt }
    await ctx.db.insert(invitations).values({ ...what, workspaceId, id, tokenHash, invitedBy, createdAt })
    ctx.record({
      targets: [{ type: "invitation", id, name: email }],
      summary: `Invited ${email} as ${grantWords({ role, scopeType, scopeName })}`,
      after: { email, role, scopeType, scopeId, expiresAt },
      reason,
    })
    return { id, token, expiresAt }
  },
})
