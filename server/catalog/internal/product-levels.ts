import { inArray, isNull } from "drizzle-orm"
import { dataAssets, productLevels } from "@/db/schema/catalog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type EffectiveLevel, effectiveLevel } from "../domain/level-rules"
import type { Scheme } from "../domain/scheme"
import { type AssetSummary, selectAssets } from "./asset-rows"

/** What the reader may know of a product's classification. */
export type ProductLevel = { setLevel: string | null; assets: AssetSummary[]; level: EffectiveLevel }

/** The classification of products from their own level and their active assets. */
export async function levelsOfProducts(
  ctx: OpCtx,
  scheme: Scheme,
  productIds: readonly string[],
): Promise<Map<string, ProductLevel>> {
  if (productIds.length === 0) return new Map()
  const ids = [...productIds]
  const assets = await selectAssets(
    ctx,
    scheme,
    {},
    inArray(dataAssets.productId, ids),
    isNull(dataAssets.archivedAt),
  )
  const set = await ctx.db
    .select({ productId: productLevels.productId, levelKey: productLevels.levelKey })
    .from(productLevels)
    .where(own(ctx, productLevels, inArray(productLevels.productId, ids)))
  const setBy = new Map(set.map(({ productId, levelKey }) => [productId, levelKey]))
  const byProduct = Map.groupBy(assets, ({ product }) => product?.id)
  return new Map(
    ids.map((id) => {
      const inside = byProduct.get(id) ?? []
      const setLevel = setBy.get(id) ?? null
      const level = effectiveLevel(
        scheme,
        setLevel,
        inside.map((asset) => asset.level.known),
      )
      return [id, { setLevel, assets: inside, level }]
    }),
  )
}
