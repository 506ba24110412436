import { sql } from "drizzle-orm"
import type { OpCtx } from "@/server/kernel/context"
import type { ItemFilter } from "../domain/item-filter"

/**
 * Lets the rest of the transaction walk a filtered list along the index of the manual order and stop when the page is
 * full. The planner would rather read everything and sort, because it takes several conditions for a rare coincidence.
 * Not for a search, which has an index of its own.
 */
export async function walkInOrder(ctx: OpCtx, filter: ItemFilter): Promise<void> {
  const manual = filter.sort.length === 0
  const asked =
    filter.where !== null || filter.statuses.length + filter.types.length + filter.labels.length > 0
  if (!manual || !asked || filter.search !== "") return
  await ctx.db.execute(sql`select set_config('enable_sort', 'off', true)`)
}
