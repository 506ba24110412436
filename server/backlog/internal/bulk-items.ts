import { asc, eq, type SQL, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { bulkChangeItems } from "@/db/schema/board"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { invalid, notFound } from "@/server/kernel/errors"
import { BULK_MAX, type Selection } from "../domain/bulk-change"
import { EMPTY_FILTER } from "../domain/item-filter"
import { filterConditions } from "./filter-conditions"
import { inReach } from "./scope"

/** What a change of many items reads of each: no description, which may be long. */
function bulkColumns(ctx: OpCtx) {
  const reached = inReach(ctx, "backlog.edit")
  return {
    id: items.id,
    key: items.key,
    title: items.title,
    version: items.version,
    type: items.type,
    status: items.status,
    ownerId: items.ownerId,
    productId: items.productId,
    estimate: items.estimate,
    dueDate: items.dueDate,
    quarter: items.quarter,
    parentId: items.parentId,
    labels: items.labels,
    custom: items.custom,
    archivedAt: items.archivedAt,
    mayEdit: reached ? sql<boolean>`coalesce(${reached}, false)` : sql<boolean>`true`,
  }
}

function selectBulk(ctx: OpCtx, ...conditions: (SQL | undefined)[]) {
  return ctx.db
    .select(bulkColumns(ctx))
    .from(items)
    .where(own(ctx, items, inReach(ctx, "backlog.read"), ...conditions))
    .orderBy(asc(items.rank), asc(items.id))
    .$dynamic()
}

export type SelectedForChange = Awaited<ReturnType<typeof selectBulk>>[number]

const idsIn = (ids: readonly string[]) =>
  sql`${items.id} in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::text::json))`

/**
 * The chosen items in manual order; ids that are not here, or out of the caller's sight, are `missing`.
 * @throws NOT_FOUND when none is here, INVALID when a filter shows more than may be changed at once.
 */
export async function fetchSelection(
  ctx: OpCtx,
  selection: Selection,
): Promise<{ found: SelectedForChange[]; missing: string[] }> {
  const { ids, filter = EMPTY_FILTER, except } = selection
  if (ids) {
    const found = await selectBulk(ctx, idsIn(ids))
    if (found.length === 0) throw notFound(ids.length === 1 ? "The item" : "None of the items")
    const here = new Set(found.map(({ id }) => id))
    return { found, missing: ids.filter((id) => !here.has(id)) }
  }
  const conditions = filterConditions(ctx, filter)
  const but = except.length > 0 ? sql`not (${idsIn(except)})` : undefined
  const found = await selectBulk(ctx, ...conditions, but).limit(BULK_MAX + 1)
  if (found.length > BULK_MAX) {
    const most = BULK_MAX.toLocaleString("en-GB")
    const message = `The filter shows more than ${most} items; at most ${most} can be changed at once. Narrow the filter and change the rest afterwards`
    throw invalid([{ path: "selection", message }])
  }
  return { found, missing: [] }
}

/** The items of an earlier change as they stand, each with what the change did to it. */
export function selectChanged(ctx: OpCtx, changeId: string) {
  return ctx.db
    .select({
      item: bulkColumns(ctx),
      before: bulkChangeItems.before,
      after: bulkChangeItems.after,
      versionAfter: bulkChangeItems.versionAfter,
    })
    .from(bulkChangeItems)
    .innerJoin(items, own(ctx, items, eq(items.id, bulkChangeItems.itemId)))
    .where(own(ctx, bulkChangeItems, eq(bulkChangeItems.changeId, changeId)))
    .orderBy(asc(items.rank), asc(items.id))
}
