import { asc, eq, isNull, lte } from "drizzle-orm"
import { grants } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"

/**
 * The people with a lasting administrator grant, their grants locked until commit: of two revocations at the same
 * moment the second waits for the first and then sees what is left. Ordered, so that they cannot deadlock.
 */
export async function lockLastingAdministrators(ctx: OpCtx): Promise<string[]> {
  const rows = await ctx.db
    .select({ userId: grants.userId })
    .from(grants)
    .where(
      own(
        ctx,
        grants,
        eq(grants.role, "administrator"),
        eq(grants.scopeType, "workspace"),
        isNull(grants.revokedAt),
        isNull(grants.validUntil),
        lte(grants.validFrom, ctx.now),
      ),
    )
    .orderBy(asc(grants.id))
    .for("update")
  return rows.map((row) => row.userId)
}
