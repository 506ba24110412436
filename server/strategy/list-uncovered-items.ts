import { asc, count, eq, inArray, isNull, notInArray, or } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { products } from "@/db/schema/products"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { idsAtWork, openItem } from "./internal/live-links"
import { readableItems } from "./internal/reach"

/** Open items that work on no key result, neither themselves nor through their product, in backlog order. */
export const listUncoveredItems = query("strategy.listUncoveredItems", {
  permission: "strategy.read",
  at: "rows",
  input: z.object({
    domainIds: z.array(z.uuid()).max(100).default([]),
    offset: z.number().int().min(0).max(1_000_000).default(0),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  async run(ctx, { domainIds, offset, limit }) {
    const where = own(
      ctx,
      items,
      openItem(ctx),
      readableItems(ctx),
      notInArray(items.id, idsAtWork(ctx, "itemId")),
      or(isNull(items.productId), notInArray(items.productId, idsAtWork(ctx, "productId"))),
      domainIds.length > 0 ? inArray(products.domainId, domainIds) : undefined,
    )
    const itsProduct = own(ctx, products, eq(products.id, items.productId))
    const rows = await ctx.db
      .select({
        id: items.id,
        key: items.key,
        title: items.title,
        type: items.type,
        status: items.status,
        product: products.name,
      })
      .from(items)
      .leftJoin(products, itsProduct)
      .where(where)
      .orderBy(asc(items.rank))
      .limit(limit)
      .offset(offset)
    const [counted] = await ctx.db
      .select({ total: count() })
      .from(items)
      .leftJoin(products, itsProduct)
      .where(where)
    return { items: rows, total: counted?.total ?? 0 }
  },
})
