import { and, eq, inArray, isNull } from "drizzle-orm"
import { assetFields, dataAssets } from "@/db/schema/catalog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { levelName } from "./domain/scheme"
import { schemeOf } from "./scheme-of"

/** A field of a personal class in words of the workspace's scheme; no level is "Unknown". */
export type PersonalField = {
  productId: string
  assetId: string
  asset: string
  field: string
  class: string
  level: string
}

/** The fields with personal data of these products' active assets, in no order. It asks no permission. */
export async function personalFieldsOf(ctx: OpCtx, productIds: readonly string[]): Promise<PersonalField[]> {
  if (productIds.length === 0) return []
  const scheme = await schemeOf(ctx)
  const classes = new Map(
    scheme.classes.filter(({ personal }) => personal).map(({ key, name }) => [key, name]),
  )
  if (classes.size === 0) return []
  const rows = await ctx.db
    .select({
      productId: dataAssets.productId,
      assetId: dataAssets.id,
      asset: dataAssets.name,
      field: assetFields.name,
      classKey: assetFields.classKey,
      levelKey: assetFields.levelKey,
    })
    .from(dataAssets)
    .innerJoin(
      assetFields,
      and(
        own(ctx, assetFields, eq(assetFields.assetId, dataAssets.id)),
        inArray(assetFields.classKey, [...classes.keys()]),
      ),
    )
    .where(
      own(ctx, dataAssets, inArray(dataAssets.productId, [...productIds]), isNull(dataAssets.archivedAt)),
    )
  return rows.map(({ productId, classKey, levelKey, ...row }) => ({
    ...row,
    productId: productId ?? "",
    class: classes.get(classKey ?? "") ?? "",
    level: levelName(scheme, levelKey),
  }))
}
