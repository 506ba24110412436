import { eq } from "drizzle-orm"
import type { dataAssets } from "@/db/schema/catalog"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { AuditTarget } from "@/server/kernel/domain/audit-event"
import { ruleBroken } from "@/server/kernel/errors"

/** @throws RULE_BROKEN for an archived asset: it is kept as it was. */
export function requireActive({
  name,
  archivedAt,
}: Pick<typeof dataAssets.$inferSelect, "name" | "archivedAt">) {
  if (archivedAt) throw ruleBroken(`${name} is archived. Restore it first`)
}

type Named = { id: string; name: string; productId: string | null }

/** How an asset is named in the audit trail: with the product it lies in, so that limited grants are kept to. */
export async function assetTargets(ctx: OpCtx, { id, name, productId }: Named): Promise<AuditTarget[]> {
  const asset = { type: "asset", id, name }
  if (productId === null) return [asset]
  const [product] = await ctx.db
    .select({ name: products.name })
    .from(products)
    .where(own(ctx, products, eq(products.id, productId)))
  return [asset, { type: "product", id: productId, name: product?.name ?? name }]
}
