import type { OpCtx } from "@/server/kernel/context"
import type { ScopedPermission } from "@/server/kernel/domain/permissions"
import type { ProductSummary } from "@/server/products/domain/product"

/** The products for which the caller, or the caller's token, also holds another feature's permission. */
export function readable(
  ctx: OpCtx,
  permission: ScopedPermission,
  products: ProductSummary[],
): ProductSummary[] {
  const { limitedTo } = ctx.caller
  if (limitedTo && !limitedTo.includes(permission)) return []
  const reach = ctx.reach(permission)
  if (reach === "all") return products
  return products.filter(
    ({ id, domain }) => reach.domainIds.includes(domain.id) || reach.productIds.includes(id),
  )
}
