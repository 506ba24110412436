import { eq, ilike, isNull, or, sql } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { products } from "@/db/schema/products"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { inReach } from "./internal/scope"
import { literal, searchCondition } from "./internal/search-condition"

/** The ten best items for a few typed letters: the key itself, keys that begin so, then items that contain the words. */
export const searchItems = query("backlog.searchItems", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({ text: z.string().trim().max(200) }),
  async run(ctx, { text }) {
    const words = searchCondition(text)
    if (!words) return { items: [] }
    // People type the number alone: "207" for FUL-207.
    const key = /^\d+$/.test(text) ? `%-${text}%` : `${literal(text)}%`
    const exact = sql`case when lower(${items.key}) = lower(${text}) then 0 when ${items.key} ilike ${key} then 1 else 2 end`
    const rows = await ctx.db
      .select({
        id: items.id,
        key: items.key,
        title: items.title,
        type: items.type,
        status: items.status,
        productName: products.name,
      })
      .from(items)
      .leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
      .where(
        own(
          ctx,
          items,
          isNull(items.archivedAt),
          inReach(ctx, "backlog.read"),
          or(ilike(items.key, key), words),
        ),
      )
      .orderBy(exact, sql`length(${items.key})`, items.rank)
      .limit(10)
    return { items: rows }
  },
})
