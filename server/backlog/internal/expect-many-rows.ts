import { sql } from "drizzle-orm"
import type { OpCtx } from "@/server/kernel/context"

/**
 * For the rest of the transaction, joins compare sets. After a large change the database's statistics still say that
 * a young workspace has one row, and it would compare each row with each: minutes instead of milliseconds.
 */
export async function expectManyRows(ctx: OpCtx): Promise<void> {
  await ctx.db.execute(sql`select set_config('enable_nestloop', 'off', true)`)
}
