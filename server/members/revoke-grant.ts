import { eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { grants } from "@/db/schema/members"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { grantWords, reason } from "./domain/grant"
import { mayRevokeGrant } from "./domain/grant-rules"
import { fetchMember } from "./internal/fetch-member"
import { lockLastingAdministrators } from "./internal/lasting-administrators"
import { obey } from "./internal/obey"
import { findPlaceName } from "./internal/place"

/** Takes a role away, at once. @throws NOT_FOUND, RULE_BROKEN for the last administrator. */
export const revokeGrant = command("members.revokeGrant", {
  permission: "members.manage",
  input: z.object({ grantId: z.uuid(), reason }),
  async run(ctx, input) {
    const lasting = await lockLastingAdministrators(ctx)
    const [grant] = await ctx.db
      .select()
      .from(grants)
      .where(own(ctx, grants, eq(grants.id, input.grantId), isNull(grants.revokedAt)))
      .for("update")
    if (!grant) throw notFound("The grant")
    obey(mayRevokeGrant(grant, lasting, ctx.now))
    await ctx.db
      .update(grants)
      .set({ revokedAt: ctx.now, revokedBy: ctx.userId, revokeReason: input.reason })
      .where(own(ctx, grants, eq(grants.id, grant.id)))
    const { role, scopeType, scopeId, validFrom, validUntil } = grant
    const member = await fetchMember(ctx, grant.userId)
    const scopeName = await findPlaceName(ctx, grant)
    ctx.record({
      targets: [
        { type: "member", id: grant.userId, name: member.name },
        { type: "grant", id: grant.id, name: role },
      ],
      summary: `Revoked from ${member.name} the role ${grantWords({ role, scopeType, scopeName })}`,
      before: { role, scopeType, scopeId, validFrom, validUntil },
      reason: input.reason,
    })
  },
})
