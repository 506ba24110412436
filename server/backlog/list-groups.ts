import { type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { itemFilterSchema } from "./domain/item-filter"
import { groupFieldSchema } from "./domain/item-view"
import { filterConditions } from "./internal/filter-conditions"
import { groupValues, joinGroups } from "./internal/group-values"
import { withNames } from "./internal/listed-items"
import { inReach } from "./internal/scope"

const MOST = 1000

/**
 * The groups of a filtered list in their order, with the number of items and the sum of their estimates. `value` is
 * null for items without one; `label` is the name of what the value points to. By label an item counts in each of its
 * groups. Beyond 1,000 groups the rest is told
 * as one group at the end, `rest`.
 */
export const listGroups = query("backlog.listGroups", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({ filter: itemFilterSchema.prefault({}), group: groupFieldSchema }),
  async run(ctx, { filter, group }) {
    const { value, order, label } = groupValues(ctx, group)
    const columns = {
      value: sql<string | null>`${value}`.as("value"),
      label: sql<string | null>`${label ?? sql`null::text`}`.as("label"),
      estimate: sql<number | null>`${items.estimate}`.as("estimate"),
      ...Object.fromEntries(order.map((part, index) => [`o${index}`, part.as(`o${index}`)])),
    }
    const inner = joinGroups(withNames(ctx, ctx.db.select(columns).from(items).$dynamic()), group)
      .where(own(ctx, items, inReach(ctx, "backlog.read"), ...filterConditions(ctx, filter)))
      .as("listed")
    const parts: SQL[] = order.map((_, index) => sql`min(${sql.raw(`o${index}`)}) nulls last`)
    const rows = await ctx.db
      .select({
        value: sql<string | null>`value`,
        label: sql<string | null>`min(label)`,
        count: sql<number>`count(*)::int`,
        estimate: sql<number>`coalesce(sum(estimate), 0)::float8`,
        estimated: sql<number>`count(estimate)::int`,
        total: sql<number>`(sum(count(*)) over ())::int`,
      })
      .from(inner)
      .groupBy(sql`value`)
      .orderBy(...parts)
      .limit(MOST)
    const groups = rows.map(({ total: _, ...row }) => row)
    const counted = groups.reduce((sum, { count }) => sum + count, 0)
    const total = rows[0]?.total ?? 0
    return { groups, total, rest: total - counted }
  },
})
