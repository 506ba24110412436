import { sql } from "drizzle-orm"
import type { OpCtx } from "@/server/kernel/context"

/**
 * Held until commit by everything that hands out ranks or changes parents: two moves at once never get equal ranks,
 * and two changes of parents at once make no cycle. Taken before rows are read for that purpose.
 */
export async function lockBacklog(ctx: OpCtx): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(7300002, hashtext(${ctx.workspaceId}))`)
}
