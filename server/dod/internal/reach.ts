import { inArray, type SQL } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { productIdsWithin } from "@/server/products/within-reach"

/** Condition on items: those whose checklist the caller may see. Undefined when it is all of them. */
export function itemWithin(ctx: OpCtx): SQL | undefined {
  const reached = productIdsWithin(ctx, "dod.read")
  return reached && inArray(items.productId, reached)
}
