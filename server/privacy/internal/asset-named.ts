import { eq } from "drizzle-orm"
import { dataAssets } from "@/db/schema/catalog"
import { products } from "@/db/schema/products"
import { assetWithin } from "@/server/catalog/within-reach"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { AuditTarget } from "@/server/kernel/domain/audit-event"
import { notFound, ruleBroken } from "@/server/kernel/errors"

/** An active asset that the caller may read, and how the audit trail names it. @throws NOT_FOUND, RULE_BROKEN */
export async function assetNamed(ctx: OpCtx, id: string): Promise<{ name: string; targets: AuditTarget[] }> {
  const [row] = await ctx.db
    .select({
      name: dataAssets.name,
      productId: dataAssets.productId,
      product: products.name,
      archivedAt: dataAssets.archivedAt,
    })
    .from(dataAssets)
    .leftJoin(products, own(ctx, products, eq(products.id, dataAssets.productId)))
    .where(own(ctx, dataAssets, eq(dataAssets.id, id), assetWithin(ctx)))
  if (!row) throw notFound("The data asset")
  if (row.archivedAt) throw ruleBroken(`${row.name} is archived. Restore it first`)
  const asset = { type: "asset", id, name: row.name }
  const { productId, product } = row
  return {
    name: row.name,
    targets: productId ? [asset, { type: "product", id: productId, name: product ?? row.name }] : [asset],
  }
}
