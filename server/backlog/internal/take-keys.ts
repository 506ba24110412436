import { sql } from "drizzle-orm"
import { itemCounters, items } from "@/db/schema/backlog"
import { workspaces } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import { lockBacklog } from "./lock-backlog"

type TakenKeys = {
  keys: string[] /** The last rank of the backlog at this moment. */
  lastRank: string | null
}

/** Hands out `count` keys of a prefix; null: of the workspace's own. Locks the backlog's order, so that ranks after `lastRank` are free. */
export async function takeKeys(ctx: OpCtx, prefix: string | null, count: number): Promise<TakenKeys> {
  const take = sql`with counter as (
      insert into ${itemCounters} (workspace_id, prefix, last)
      select ${workspaces.id}, coalesce(${prefix}::text, ${workspaces.itemPrefix}), ${count}::int from ${workspaces}
      where ${workspaces.id} = ${ctx.workspaceId}
      on conflict (workspace_id, prefix) do update set last = ${itemCounters.last} + ${count} returning prefix, last)
    select prefix, last, (select ${items.rank} from ${items} where ${items.workspaceId} = ${ctx.workspaceId}
      order by ${items.rank} desc limit 1) as last_rank from counter`
  // Sent in one go; the second statement sees what was committed while the first one waited.
  const [, [row]] = await Promise.all([
    lockBacklog(ctx),
    rowsOf<{ prefix: string; last: number; last_rank: string | null }>(ctx.db, take),
  ])
  if (!row) throw new Error(`No number was given out for ${prefix ?? "the workspace"}`)
  const first = row.last - count + 1
  return {
    keys: Array.from({ length: count }, (_, index) => `${row.prefix}-${first + index}`),
    lastRank: row.last_rank,
  }
}
