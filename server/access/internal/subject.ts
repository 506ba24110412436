import { eq } from "drizzle-orm"
import { dataAssets } from "@/db/schema/catalog"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type Scope, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { invalidField, notFound } from "@/server/kernel/errors"

export type Subject = {
  type: "product" | "asset"
  id: string
  name: string
  scope: Scope
  productId: string | null
  /** Who answers for it: steward, owner, owner of the asset. */
  answerable: string[]
}

const present = (ids: readonly (string | null | undefined)[]) => ids.filter((id) => id != null)

async function productSubject(ctx: OpCtx, id: string): Promise<Subject> {
  const [row] = await ctx.db
    .select()
    .from(products)
    .where(own(ctx, products, eq(products.id, id)))
  if (!row) throw notFound("The product")
  const scope = { type: "product" as const, productId: id, domainId: row.domainId }
  return {
    type: "product",
    id,
    name: row.name,
    scope,
    productId: id,
    answerable: present([row.stewardId, row.ownerId]),
  }
}

/** What access is asked for, and who answers for it. @throws NOT_FOUND, INVALID for an archived asset */
export async function getSubject(
  ctx: OpCtx,
  { productId, assetId }: { productId: string | null; assetId: string | null },
): Promise<Subject> {
  if (productId !== null) return productSubject(ctx, productId)
  const [asset] = await ctx.db
    .select()
    .from(dataAssets)
    .where(own(ctx, dataAssets, eq(dataAssets.id, assetId ?? "")))
  if (!asset) throw notFound("The data asset")
  if (asset.archivedAt !== null)
    throw invalidField("assetId", `${asset.name} is archived; nobody gets access to it`)
  const product = asset.productId === null ? null : await productSubject(ctx, asset.productId)
  return {
    type: "asset",
    id: asset.id,
    name: asset.name,
    scope: product?.scope ?? WORKSPACE_SCOPE,
    productId: asset.productId,
    answerable: present([...(product?.answerable ?? []), asset.ownerId]),
  }
}
