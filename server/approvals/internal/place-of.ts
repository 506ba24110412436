import { eq } from "drizzle-orm"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type Scope, type ScopeType, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { invalidField } from "@/server/kernel/errors"

type Place = { scopeType: ScopeType; scopeId: string | null }

/** Scope and name of a domain or product of this workspace. @throws INVALID at `scopeId` for any other. */
export async function placeOf(
  ctx: OpCtx,
  { scopeType, scopeId }: Place,
): Promise<{ scope: Scope; name: string | null }> {
  if (scopeType === "workspace" || scopeId === null) return { scope: WORKSPACE_SCOPE, name: null }
  if (scopeType === "domain") {
    const [domain] = await ctx.db
      .select({ name: domains.name })
      .from(domains)
      .where(own(ctx, domains, eq(domains.id, scopeId)))
    if (domain) return { scope: { type: "domain", domainId: scopeId }, name: domain.name }
  } else {
    const [product] = await ctx.db
      .select({ name: products.name, domainId: products.domainId })
      .from(products)
      .where(own(ctx, products, eq(products.id, scopeId)))
    if (product)
      return {
        scope: { type: "product", productId: scopeId, domainId: product.domainId },
        name: product.name,
      }
  }
  throw invalidField("scopeId", `Choose a ${scopeType} of this workspace`)
}
