import { sql } from "drizzle-orm"
import { itemCounters, items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import { lockBacklog } from "./lock-backlog"

type TakenKeys = {
  keys: string[] /** The last rank of the backlog at this moment. */
  lastRank: string | null
}

/** Hands out `count` keys of a prefix. Locks the backlog's order, so that ranks after `lastRank` are free. */
export async function takeKeys(ctx: OpCtx, prefix: string, count: number): Promise<TakenKeys> {
  const take = sql`with counter as (
      insert into ${itemCounters} (workspace_id, prefix, last) values (${ctx.workspaceId}, ${prefix}, ${count})
      on conflict (workspace_id, prefix) do update set last = ${itemCounters.last} + ${count} returning last)
    select last, (select ${items.rank} from ${items} where ${items.workspaceId} = ${ctx.workspaceId}
      order by ${items.rank} desc limit 1) as last_rank from counter`
  // Sent in one go; the second statement sees what was committed while the first one waited.
  const [, [row]] = await Promise.all([
    lockBacklog(ctx),
    rowsOf<{ last: number; last_rank: string | null }>(ctx.db, take),
  ])
  if (!row) throw new Error(`No number was given out for ${prefix}`)
  const first = row.last - count + 1
  return {
    keys: Array.from({ length: count }, (_, index) => `${prefix}-${first + index}`),
    lastRank: row.last_rank,
  }
}
