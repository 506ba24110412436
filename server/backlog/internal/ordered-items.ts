import { sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { forbidden } from "@/server/kernel/errors"
import { inReach } from "./scope"

type OrderedItem = { id: string; key: string; rank: string }

/**
 * Keys and ranks of many items, in no order. Ids that are not here are left out.
 * @throws FORBIDDEN when the caller may not rank all of them.
 */
export async function fetchOrdered(ctx: OpCtx, ids: readonly string[]): Promise<OrderedItem[]> {
  const reached = inReach(ctx, "backlog.rank")
  const rows = await ctx.db
    .select({
      id: items.id,
      key: items.key,
      rank: items.rank,
      mayRank: reached ? sql<boolean>`coalesce(${reached}, false)` : sql<boolean>`true`,
    })
    .from(items)
    .where(
      own(
        ctx,
        items,
        sql`${items.id} in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::text::json))`,
      ),
    )
  const barred = rows.filter((row) => !row.mayRank)
  if (barred.length > 0) {
    throw forbidden(
      `Your roles do not include the permission backlog.rank for ${barred.length} of these items, such as ${barred[0]!.key}`,
    )
  }
  return rows
}
