import { inArray, isNull } from "drizzle-orm"
import { dataAssets } from "@/db/schema/catalog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"

/** Ids of the active assets of these products. */
export async function activeAssetsOf(ctx: OpCtx, productIds: readonly string[]): Promise<string[]> {
  if (productIds.length === 0) return []
  const rows = await ctx.db
    .select({ id: dataAssets.id })
    .from(dataAssets)
    .where(
      own(ctx, dataAssets, inArray(dataAssets.productId, [...productIds]), isNull(dataAssets.archivedAt)),
    )
  return rows.map(({ id }) => id)
}
