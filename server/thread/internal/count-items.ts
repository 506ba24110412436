import { inArray, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { ItemStatus } from "@/server/backlog/domain/item"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { ProductSummary } from "@/server/products/domain/product"
import { countByGroup, type ItemCounts } from "../domain/thread-row"
import { readable } from "./readable"

/** Items per product by how far they are, counted in one query; a product without items is absent. */
export async function countItems(ctx: OpCtx, products: ProductSummary[]): Promise<Map<string, ItemCounts>> {
  const ids = readable(ctx, "backlog.read", products).map((product) => product.id)
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({ productId: items.productId, status: items.status, count: sql<number>`count(*)::int` })
    .from(items)
    .where(own(ctx, items, inArray(items.productId, ids)))
    .groupBy(items.productId, items.status)
  const byProduct = new Map<string, Partial<Record<ItemStatus, number>>>()
  for (const { productId, status, count } of rows) {
    if (productId) byProduct.set(productId, { ...byProduct.get(productId), [status]: count })
  }
  return new Map([...byProduct].map(([id, byStatus]) => [id, countByGroup(byStatus)]))
}
