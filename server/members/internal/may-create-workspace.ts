import { and, eq, gt, isNull, lte, or } from "drizzle-orm"
import { grants } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"

/** Whether the person may create a further workspace: who administers one may. */
export async function mayCreateWorkspace(ctx: OpCtx): Promise<Verdict> {
  const [administers] = await ctx.db
    .select({ id: grants.id })
    .from(grants)
    .where(
      and(
        eq(grants.userId, ctx.userId),
        eq(grants.role, "administrator"),
        isNull(grants.revokedAt),
        lte(grants.validFrom, ctx.now),
        or(isNull(grants.validUntil), gt(grants.validUntil, ctx.now)),
      ),
    )
    .limit(1)
  return administers ? yes : no("Only an administrator of a workspace may create another; ask one")
}
