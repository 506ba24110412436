import { inArray, type SQL } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import type { ScopedPermission } from "@/server/kernel/domain/permissions"
import { productIdsWithin } from "@/server/products/within-reach"

/** Condition on items: those whose product the permission reaches. Undefined when it reaches everything. */
export function withinScoring(ctx: OpCtx, permission: ScopedPermission = "scoring.read"): SQL | undefined {
  const reached = productIdsWithin(ctx, permission)
  return reached && inArray(items.productId, reached)
}
