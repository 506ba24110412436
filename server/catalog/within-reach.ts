import { inArray, type SQL } from "drizzle-orm"
import { dataAssets } from "@/db/schema/catalog"
import type { OpCtx } from "@/server/kernel/context"
import { productIdsWithin } from "@/server/products/within-reach"

/** Condition on `data_assets`: those that the caller may read. Undefined when it is all of them. */
export function assetWithin(ctx: OpCtx): SQL | undefined {
  const within = productIdsWithin(ctx, "catalog.read")
  return within && inArray(dataAssets.productId, within)
}
