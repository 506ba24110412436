import type { OpCtx } from "@/server/kernel/context"
import { fixedStatement } from "@/server/kernel/fixed-statement"

const lock = fixedStatement("select pg_advisory_xact_lock(7300002, hashtext($1::text))")

/**
 * Held until commit by everything that hands out ranks or changes parents: two moves at once never get equal ranks,
 * and two changes of parents at once make no cycle. Taken before rows are read for that purpose.
 */
export async function lockBacklog(ctx: OpCtx): Promise<void> {
  await ctx.db.execute(lock(ctx.workspaceId))
}
