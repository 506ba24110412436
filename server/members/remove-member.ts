import { eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { apiTokens, grants, invitations, memberships } from "@/db/schema/members"
import { own } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"
import { reason } from "./domain/grant"
import { mayRemoveMember } from "./domain/grant-rules"
import { fetchMember } from "./internal/fetch-member"
import { lockLastingAdministrators } from "./internal/lasting-administrators"
import { obey } from "./internal/obey"

/**
 * Ends a membership: from the next request on the person has no access, their grants and API tokens here are revoked,
 * and so are open invitations that they sent. What they did stays. @throws NOT_FOUND, RULE_BROKEN (last administrator).
 */
export const removeMember = command("members.removeMember", {
  permission: "members.manage",
  input: z.object({ userId: z.uuid(), reason }),
  async run(ctx, input) {
    const { userId } = input
    const member = await fetchMember(ctx, userId)
    obey(mayRemoveMember(userId, await lockLastingAdministrators(ctx)))
    const by = { revokedAt: ctx.now, revokedBy: ctx.userId }
    const revoked = await ctx.db
      .update(grants)
      .set({ ...by, revokeReason: input.reason })
      .where(own(ctx, grants, eq(grants.userId, userId), isNull(grants.revokedAt)))
      .returning({ role: grants.role, scopeType: grants.scopeType, scopeId: grants.scopeId })
    const tokens = await ctx.db
      .update(apiTokens)
      .set(by)
      .where(own(ctx, apiTokens, eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt)))
      .returning({ id: apiTokens.id })
    const open = [isNull(invitations.acceptedAt), isNull(invitations.revokedAt)]
    await ctx.db
      .update(invitations)
      .set({ revokedAt: ctx.now })
      .where(own(ctx, invitations, eq(invitations.invitedBy, userId), ...open))
    await ctx.db
      .update(memberships)
      .set({ leftAt: ctx.now })
      .where(own(ctx, memberships, eq(memberships.userId, userId)))
    ctx.record({
      targets: [{ type: "member", id: userId, name: member.name }],
      summary: `Removed ${member.name} from the workspace`,
      before: { grants: revoked, apiTokens: tokens.length },
      reason: input.reason,
    })
  },
})
