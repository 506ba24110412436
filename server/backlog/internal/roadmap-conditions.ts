import { type SQL, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { OPEN_STATUSES } from "../domain/item"
import type { ItemFilter } from "../domain/item-filter"
import { LATER, PAST, shownQuarters, UNPLANNED } from "../domain/roadmap"
import { filterConditions } from "./filter-conditions"
import { inReach } from "./scope"

/** The column of an item on the roadmap of today. */
export function quarterColumn(today: string): SQL {
  const shown = shownQuarters(today)
  return sql`case when ${items.quarter} is null then ${UNPLANNED}::text when ${items.quarter} < ${shown[0]}::text then ${PAST}::text
    when ${items.quarter} > ${shown.at(-1)}::text then ${LATER}::text else ${items.quarter} end`
}

/**
 * What a roadmap is about: what was planned, dropped or not only when asked for, and open items that are not planned
 * yet. A finished item without a quarter is no plan.
 */
export function roadmapConditions(ctx: OpCtx, filter: ItemFilter): (SQL | undefined)[] {
  const asked = filter.statuses.length > 0
  return [
    inReach(ctx, "backlog.read"),
    ...filterConditions(ctx, filter),
    asked ? undefined : sql`${items.status} <> 'dropped'`,
    asked ? undefined : sql`(${items.quarter} is not null or ${items.status} in ${[...OPEN_STATUSES]})`,
  ]
}
