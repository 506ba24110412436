import { sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"

type RankOf = { id: string; rank: string }

/** Gives many items their ranks in one statement. Rank alone is no new version of an item. */
export async function writeRanks(ctx: OpCtx, ranks: readonly RankOf[]): Promise<void> {
  // JSON travels the same way over both drivers, arrays do not.
  await ctx.db.execute(sql`update ${items} set rank = given.rank
    from json_to_recordset(${JSON.stringify(ranks)}::text::json) as given(id uuid, rank text)
    where ${items.workspaceId} = ${ctx.workspaceId} and ${items.id} = given.id`)
}
