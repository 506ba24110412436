import { asc, eq, inArray, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { assetFields, dataAssets } from "@/db/schema/catalog"
import { users } from "@/db/schema/members"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import type { AssetKind } from "../domain/asset"
import { type EffectiveLevel, effectiveLevel } from "../domain/level-rules"
import type { Scheme } from "../domain/scheme"
import { assetWithin } from "../within-reach"

const owner = alias(users, "asset_owner")

export type AssetRow = {
  id: string
  key: string
  name: string
  kind: AssetKind
  location: string
  description: string
  product: { id: string; slug: string; name: string; domainId: string } | null
  owner: { id: string; name: string } | null
  levelKey: string | null
  version: number
  createdAt: string
  updatedAt: string
  archivedAt: string | null
  archiveReason: string | null
}

export type AssetSummary = AssetRow & { fields: number; level: EffectiveLevel }

function assetsWhere(ctx: OpCtx, ...conditions: (SQL | undefined)[]) {
  return ctx.db
    .select({
      id: dataAssets.id,
      key: dataAssets.key,
      name: dataAssets.name,
      kind: dataAssets.kind,
      location: dataAssets.location,
      description: dataAssets.description,
      product: { id: products.id, slug: products.slug, name: products.name, domainId: products.domainId },
      owner: { id: owner.id, name: owner.name },
      levelKey: dataAssets.levelKey,
      version: dataAssets.version,
      createdAt: dataAssets.createdAt,
      updatedAt: dataAssets.updatedAt,
      archivedAt: dataAssets.archivedAt,
      archiveReason: dataAssets.archiveReason,
    })
    .from(dataAssets)
    .leftJoin(products, own(ctx, products, eq(products.id, dataAssets.productId)))
    .leftJoin(owner, eq(owner.id, dataAssets.ownerId))
    .where(own(ctx, dataAssets, assetWithin(ctx), ...conditions))
    .orderBy(asc(dataAssets.name), asc(dataAssets.id))
}

/** How many fields of each asset have which level; a null level stands for unclassified. */
async function levelCounts(ctx: OpCtx, assetIds: string[]) {
  if (assetIds.length === 0) return new Map<string, { levelKey: string | null; count: number }[]>()
  const rows = await ctx.db
    .select({
      assetId: assetFields.assetId,
      levelKey: assetFields.levelKey,
      count: sql<number>`count(*)::int`,
    })
    .from(assetFields)
    .where(own(ctx, assetFields, inArray(assetFields.assetId, assetIds)))
    .groupBy(assetFields.assetId, assetFields.levelKey)
  return Map.groupBy(rows, ({ assetId }) => assetId)
}

/** Assets that the caller may read, by name, with what they amount to. */
export async function selectAssets(
  ctx: OpCtx,
  scheme: Scheme,
  { limit, offset = 0 }: { limit?: number; offset?: number },
  ...conditions: (SQL | undefined)[]
): Promise<AssetSummary[]> {
  const query = assetsWhere(ctx, ...conditions).offset(offset)
  const rows: AssetRow[] = await (limit === undefined ? query : query.limit(limit))
  const counts = await levelCounts(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const inside = counts.get(row.id) ?? []
    const level = effectiveLevel(
      scheme,
      row.levelKey,
      inside.map(({ levelKey }) => levelKey),
    )
    const total = inside.reduce((sum, { count }) => sum + count, 0)
    const unknown = inside.find(({ levelKey }) => levelKey === null)?.count ?? 0
    return { ...row, fields: total, level: { ...level, unknownParts: unknown } }
  })
}

/** One asset that the caller may read. @throws NOT_FOUND */
export async function getAssetRow(ctx: OpCtx, condition: SQL): Promise<AssetRow> {
  const [row] = await assetsWhere(ctx, condition)
  if (!row) throw notFound("The data asset")
  return row
}

/** An asset's own row. @throws NOT_FOUND */
export async function fetchAsset(ctx: OpCtx, id: string, lock = false) {
  const query = ctx.db
    .select()
    .from(dataAssets)
    .where(own(ctx, dataAssets, eq(dataAssets.id, id)))
  const [row] = await (lock ? query.for("update") : query)
  if (!row) throw notFound("The data asset")
  return row
}

/** The same, locked: whoever is about to change its fields or its level waits for the other. */
export const lockAsset = (ctx: OpCtx, id: string) => fetchAsset(ctx, id, true)

/** The fields of an asset in their order. */
export function fieldsOf(ctx: OpCtx, assetId: string) {
  return ctx.db
    .select({
      id: assetFields.id,
      name: assetFields.name,
      type: assetFields.type,
      description: assetFields.description,
      nullable: assetFields.nullable,
      levelKey: assetFields.levelKey,
      classKey: assetFields.classKey,
    })
    .from(assetFields)
    .where(own(ctx, assetFields, eq(assetFields.assetId, assetId)))
    .orderBy(asc(assetFields.position))
}
