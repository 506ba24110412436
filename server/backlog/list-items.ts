import { count } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { itemFilterSchema } from "./domain/item-filter"
import { filterConditions } from "./internal/filter-conditions"
import { selectListed } from "./internal/listed-items"
import { inReach } from "./internal/scope"
import { sortOrder } from "./internal/sort-order"

/** One page of the backlog, in manual order unless the filter sorts. `total` is counted only when asked for. */
export const listItems = query("backlog.listItems", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({
    filter: itemFilterSchema.prefault({}),
    offset: z.number().int().min(0).max(1_000_000).default(0),
    limit: z.number().int().min(1).max(200).default(100),
    withTotal: z.boolean().default(false),
  }),
  async run(ctx, { filter, offset, limit, withTotal }) {
    const where = own(ctx, items, inReach(ctx, "backlog.read"), ...filterConditions(ctx, filter))
    const page = selectListed(ctx)
      .where(where)
      .orderBy(...sortOrder(filter.sort))
      .limit(limit)
      .offset(offset)
    if (!withTotal) return { items: await page, total: null }
    const [rows, [counted]] = await Promise.all([
      page,
      ctx.db.select({ total: count() }).from(items).where(where),
    ])
    return { items: rows, total: counted?.total ?? 0 }
  },
})
