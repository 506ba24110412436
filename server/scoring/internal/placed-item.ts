import { eq } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"

export type AskedItem = { itemId?: string | undefined; itemKey?: string | undefined }

/** An item, found by id or by key, with the product it belongs to. @throws NOT_FOUND */
export async function fetchPlaced(ctx: OpCtx, { itemId, itemKey }: AskedItem) {
  const [row] = await ctx.db
    .select({
      item: { id: items.id, key: items.key, title: items.title, type: items.type },
      product: { id: products.id, name: products.name, domainId: products.domainId },
    })
    .from(items)
    .leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
    .where(own(ctx, items, itemId ? eq(items.id, itemId) : eq(items.key, itemKey ?? "")))
  if (!row) throw notFound("The item")
  return row
}
