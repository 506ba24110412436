import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import { fixedStatement } from "@/server/kernel/fixed-statement"

type TakenKeys = {
  keys: string[] /** The last rank of the backlog at this moment. */
  lastRank: string | null
}
type TakenRow = { prefix: string; last: number; last_rank: string | null }

/** It also takes the lock of lock-backlog.ts. */
const take = fixedStatement("select prefix, last, last_rank from take_item_keys($1, $2, $3)")

/** Hands out `count` keys of a prefix; null: of the workspace's own. Locks the backlog's order, so that ranks after `lastRank` are free. */
export async function takeKeys(ctx: OpCtx, prefix: string | null, count: number): Promise<TakenKeys> {
  const [row] = await rowsOf<TakenRow>(ctx.db, take(ctx.workspaceId, prefix, count))
  if (!row) throw new Error(`No number was given out for ${prefix ?? "the workspace"}`)
  const first = row.last - count + 1
  return {
    keys: Array.from({ length: count }, (_, index) => `${row.prefix}-${first + index}`),
    lastRank: row.last_rank,
  }
}
