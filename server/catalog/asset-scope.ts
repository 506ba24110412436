import { eq } from "drizzle-orm"
import { dataAssets } from "@/db/schema/catalog"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type Scope, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { notFound } from "@/server/kernel/errors"

/** The scope of assets of a product; without one they lie in the workspace. @throws NOT_FOUND */
export async function scopeOfProduct(ctx: OpCtx, productId: string | null): Promise<Scope> {
  if (productId === null) return WORKSPACE_SCOPE
  const [row] = await ctx.db
    .select({ domainId: products.domainId })
    .from(products)
    .where(own(ctx, products, eq(products.id, productId)))
  if (!row) throw notFound("The product")
  return { type: "product", productId, domainId: row.domainId }
}

/** The scope of an asset that exists here. @throws NOT_FOUND */
export async function scopeOfAsset(ctx: OpCtx, assetId: string): Promise<Scope> {
  const [row] = await ctx.db
    .select({ productId: dataAssets.productId, domainId: products.domainId })
    .from(dataAssets)
    .leftJoin(products, own(ctx, products, eq(products.id, dataAssets.productId)))
    .where(own(ctx, dataAssets, eq(dataAssets.id, assetId)))
  if (!row) throw notFound("The data asset")
  const { productId, domainId } = row
  return productId && domainId ? { type: "product", productId, domainId } : WORKSPACE_SCOPE
}
