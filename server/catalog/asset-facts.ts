import { inArray } from "drizzle-orm"
import { assetFields, dataAssets } from "@/db/schema/catalog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { AssetField } from "./domain/asset"
import type { AssetRow } from "./internal/asset-rows"
import { assetWithin } from "./within-reach"

/** What other features need of an asset: where it is, and its fields with their classes. */
export type AssetFacts = Pick<AssetRow, "id" | "key" | "name" | "kind" | "location"> & {
  productId: string | null
  archived: boolean
  fields: AssetField[]
}

/** The assets with these ids that the caller may read, with their fields in order. Without ids: every active one. */
export async function assetFacts(ctx: OpCtx, ids?: readonly string[]): Promise<AssetFacts[]> {
  if (ids?.length === 0) return []
  const rows = await ctx.db
    .select({
      id: dataAssets.id,
      key: dataAssets.key,
      name: dataAssets.name,
      kind: dataAssets.kind,
      location: dataAssets.location,
      productId: dataAssets.productId,
      archivedAt: dataAssets.archivedAt,
    })
    .from(dataAssets)
    .where(own(ctx, dataAssets, assetWithin(ctx), ids ? inArray(dataAssets.id, [...ids]) : undefined))
    .orderBy(dataAssets.name, dataAssets.id)
  const wanted = rows.filter(({ archivedAt }) => ids !== undefined || archivedAt === null)
  if (wanted.length === 0) return []
  const fields = await ctx.db
    .select()
    .from(assetFields)
    .where(
      own(
        ctx,
        assetFields,
        inArray(
          assetFields.assetId,
          wanted.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(assetFields.position)
  const byAsset = Map.groupBy(fields, ({ assetId }) => assetId)
  return wanted.map(({ archivedAt, ...asset }) => ({
    ...asset,
    archived: archivedAt !== null,
    fields: (byAsset.get(asset.id) ?? []).map(
      ({ id, name, type, description, nullable, levelKey, classKey }) => ({
        id,
        name,
        type,
        description,
        nullable,
        levelKey,
        classKey,
      }),
    ),
  }))
}
