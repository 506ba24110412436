import { count, type SQL } from "drizzle-orm"
import type { SelectedFieldsFlat } from "drizzle-orm/pg-core"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { ItemFilter } from "./domain/item-filter"
import { filterConditions } from "./internal/filter-conditions"
import { listedColumns, selectListed, withNames } from "./internal/listed-items"
import { inReach } from "./internal/scope"

/** The condition on `items` of the same selection, for queries of features above that join their own tables. */
export function itemCondition(ctx: OpCtx, filter: ItemFilter, ...more: (SQL | undefined)[]): SQL {
  return own(ctx, items, inReach(ctx, "backlog.read"), ...filterConditions(ctx, filter), ...more)
}

/**
 * The items of a filter that the caller may read, with owner and product, for features above the backlog.
 * The caller adds order and limit; the filter's own order is not applied.
 */
export function selectItems(ctx: OpCtx, filter: ItemFilter, ...more: (SQL | undefined)[]) {
  return selectListed(ctx).where(itemCondition(ctx, filter, ...more))
}

/** The same as `item`, beside columns of tables that the caller joins. */
export function selectItemsWith<More extends SelectedFieldsFlat>(
  ctx: OpCtx,
  more: More,
  filter: ItemFilter,
  ...conditions: (SQL | undefined)[]
) {
  const columns = { item: listedColumns, ...more }
  return withNames(ctx, ctx.db.select(columns).from(items).$dynamic()).where(
    itemCondition(ctx, filter, ...conditions),
  )
}

export type SelectedItem = Awaited<ReturnType<typeof selectItems>>[number]

/** How many items the same selection holds. */
export async function countItems(
  ctx: OpCtx,
  filter: ItemFilter,
  ...more: (SQL | undefined)[]
): Promise<number> {
  const [row] = await ctx.db
    .select({ total: count() })
    .from(items)
    .where(itemCondition(ctx, filter, ...more))
  return row?.total ?? 0
}
