import { gt, inArray, isNull, lte, or } from "drizzle-orm"
import { grants } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { HeldGrant } from "@/server/kernel/domain/grants"

/** What these people may do at this moment. */
export async function grantsInForce(ctx: OpCtx, userIds: string[]): Promise<Map<string, HeldGrant[]>> {
  if (userIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({
      userId: grants.userId,
      role: grants.role,
      scopeType: grants.scopeType,
      scopeId: grants.scopeId,
    })
    .from(grants)
    .where(
      own(
        ctx,
        grants,
        inArray(grants.userId, userIds),
        isNull(grants.revokedAt),
        lte(grants.validFrom, ctx.now),
        or(isNull(grants.validUntil), gt(grants.validUntil, ctx.now)),
      ),
    )
    .orderBy(grants.grantedAt, grants.id)
  const held = new Map<string, HeldGrant[]>()
  for (const { userId, ...grant } of rows) held.set(userId, [...(held.get(userId) ?? []), grant])
  return held
}
