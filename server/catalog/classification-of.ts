import type { OpCtx } from "@/server/kernel/context"
import { counted } from "@/server/kernel/domain/counted"
import { levelName } from "./domain/scheme"
import { levelsOfProducts } from "./internal/product-levels"
import { schemeOf } from "./scheme-of"

/** Whether a product's classification is complete; `missing` says what is left to do, one sentence each. */
export type ClassificationState = { set: boolean; level: string | null; levelName: string; missing: string[] }

/** For each product: its level, and what keeps it from being complete. Products that are out of reach have no assets. */
export async function classificationOf(
  ctx: OpCtx,
  productIds: readonly string[],
): Promise<Map<string, ClassificationState>> {
  const scheme = await schemeOf(ctx)
  const levels = await levelsOfProducts(ctx, scheme, productIds)
  return new Map(
    [...levels].map(([id, { assets, level, setLevel }]) => {
      const missing = assets.flatMap((asset) => {
        if (asset.fields === 0 && asset.level.known === null) return [`${asset.name} has no level`]
        const { unknownParts } = asset.level
        return unknownParts > 0 ? [`${counted(unknownParts, "field")} of ${asset.name} not classified`] : []
      })
      if (assets.length === 0 && setLevel === null)
        missing.push("No data asset is registered, and no level is set")
      const name = levelName(scheme, level.known)
      return [id, { set: missing.length === 0, level: level.known, levelName: name, missing }]
    }),
  )
}
