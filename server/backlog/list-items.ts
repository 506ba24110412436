import { count } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { itemFilterSchema } from "./domain/item-filter"
import { columnFieldSchema, groupFieldSchema, VIEW_LIMITS } from "./domain/item-view"
import { filterConditions } from "./internal/filter-conditions"
import { rowCount } from "./internal/group-values"
import { selectRows } from "./internal/listed-items"
import { fetchMore } from "./internal/more-columns"
import { inReach } from "./internal/scope"
import { sortOrder } from "./internal/sort-order"
import { fetchSorted } from "./internal/sorted-rows"
import { walkInOrder } from "./internal/walk-in-order"

/**
 * One page of the backlog, in manual order unless the filter sorts; with a group, group by group as `listGroups` tells
 * them: by label an item stands in the group of each of its labels, so there are more `rows` than items. `columns` asks
 * for what a row does not have by itself (`more`). `total` and `rows` are counted only when asked for.
 */
export const listItems = query("backlog.listItems", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({
    filter: itemFilterSchema.prefault({}),
    group: groupFieldSchema.nullable().default(null),
    columns: z.array(columnFieldSchema).max(VIEW_LIMITS.columns).default([]),
    offset: z.number().int().min(0).max(1_000_000).default(0),
    limit: z.number().int().min(1).max(200).default(100),
    withTotal: z.boolean().default(false),
  }),
  async run(ctx, { filter, group, columns, offset, limit, withTotal }) {
    const where = own(ctx, items, inReach(ctx, "backlog.read"), ...filterConditions(ctx, filter))
    if (!group) await walkInOrder(ctx, filter)
    const order = sortOrder(ctx, filter.sort, group)
    const page =
      group || filter.sort.length > 0
        ? fetchSorted(ctx, { where, order, group, limit, offset })
        : selectRows(ctx)
            .where(where)
            .orderBy(...order)
            .limit(limit)
            .offset(offset)
    const [rows, counted] = await Promise.all([
      page,
      withTotal
        ? ctx.db
            .select({ total: count(), rows: rowCount(group) })
            .from(items)
            .where(where)
        : [],
    ])
    const ids = rows.map(({ id }) => id)
    const more = await fetchMore(ctx, ids, columns)
    return {
      items: rows.map((row) => ({ ...row, more: more.get(row.id) ?? null })),
      total: withTotal ? (counted[0]?.total ?? 0) : null,
      rows: withTotal ? (counted[0]?.rows ?? 0) : null,
    }
  },
})
