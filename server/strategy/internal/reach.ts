import { inArray, type SQL, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import type { ScopedPermission } from "@/server/kernel/domain/permissions"
import { productIdsWithin } from "@/server/products/within-reach"

const nothing = sql`false`

/** May the caller's token use it at all? A person without a token always passes. */
const tokenAllows = (ctx: OpCtx, permission: ScopedPermission) =>
  ctx.caller.limitedTo === null || ctx.caller.limitedTo.includes(permission)

/** Condition on `products`: those the caller may read; undefined when that is all of them. */
export function readableProducts(ctx: OpCtx): SQL | undefined {
  if (!tokenAllows(ctx, "products.read")) return nothing
  const within = productIdsWithin(ctx, "products.read")
  return within && inArray(products.id, within)
}

/** Condition on `items`: those the caller may read; undefined when that is all of them. */
export function readableItems(ctx: OpCtx): SQL | undefined {
  if (!tokenAllows(ctx, "backlog.read")) return nothing
  const within = productIdsWithin(ctx, "backlog.read")
  return within && inArray(items.productId, within)
}
