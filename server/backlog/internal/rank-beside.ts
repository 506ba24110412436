import { asc, desc, eq, gt, lt, ne } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { rankBetween } from "../domain/rank"

type Neighbour = { afterId: string } | { beforeId: string }

/**
 * The rank directly after or before another item, whatever else lies in between on the caller's screen. The backlog
 * must be locked.
 * @throws NOT_FOUND when the neighbour is not here.
 */
export async function rankBeside(ctx: OpCtx, movedId: string, neighbour: Neighbour): Promise<string> {
  const isAfter = "afterId" in neighbour
  const [anchor] = await ctx.db
    .select({ rank: items.rank })
    .from(items)
    .where(own(ctx, items, eq(items.id, isAfter ? neighbour.afterId : neighbour.beforeId)))
  if (!anchor) throw notFound("The item to move next to")
  const [beyond] = await ctx.db
    .select({ rank: items.rank })
    .from(items)
    .where(
      own(
        ctx,
        items,
        isAfter ? gt(items.rank, anchor.rank) : lt(items.rank, anchor.rank),
        ne(items.id, movedId),
      ),
    )
    .orderBy(isAfter ? asc(items.rank) : desc(items.rank))
    .limit(1)
  const other = beyond?.rank ?? null
  return isAfter ? rankBetween(anchor.rank, other) : rankBetween(other, anchor.rank)
}
