import { eq } from "drizzle-orm"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { Scope } from "@/server/kernel/domain/grants"
import { notFound } from "@/server/kernel/errors"

/** The scope of a domain that exists here. @throws NOT_FOUND, also for another workspace's domain. */
export async function domainScope(ctx: OpCtx, domainId: string): Promise<Scope> {
  const [row] = await ctx.db
    .select({ id: domains.id })
    .from(domains)
    .where(own(ctx, domains, eq(domains.id, domainId)))
  if (!row) throw notFound("The domain")
  return { type: "domain", domainId }
}

/** The scope of a product that exists here. @throws NOT_FOUND, also for another workspace's product. */
export async function productScope(ctx: OpCtx, productId: string): Promise<Scope> {
  const [row] = await ctx.db
    .select({ domainId: products.domainId })
    .from(products)
    .where(own(ctx, products, eq(products.id, productId)))
  if (!row) throw notFound("The product")
  return { type: "product", productId, domainId: row.domainId }
}
