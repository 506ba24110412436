import { inArray, or, type SQL, sql } from "drizzle-orm"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { Reach } from "@/server/kernel/domain/grants"
import type { ScopedPermission } from "@/server/kernel/domain/permissions"

/** Condition on `products`: those that the reach covers. Undefined when it covers everything. */
export function productWithin(reach: Reach): SQL | undefined {
  if (reach === "all") return undefined
  return or(inArray(products.domainId, reach.domainIds), inArray(products.id, reach.productIds))
}

/** Condition on `domains`: those covered, and those of a covered product. Undefined when everything is. */
export function domainWithin(ctx: OpCtx, reach: Reach): SQL | undefined {
  if (reach === "all") return undefined
  const ofProducts = ctx.db
    .select({ id: products.domainId })
    .from(products)
    .where(own(ctx, products, inArray(products.id, reach.productIds)))
  return or(inArray(domains.id, reach.domainIds), inArray(domains.id, ofProducts))
}

/** Ids of the products for which the caller holds the permission, as a subquery; undefined when it is all of them. */
export function productIdsWithin(ctx: OpCtx, permission: ScopedPermission) {
  const reach = ctx.reach(permission)
  if (reach === "all") return undefined
  return ctx.db
    .select({ id: products.id })
    .from(products)
    .where(own(ctx, products, productWithin(reach)))
}

/** A condition on a text column that contains what was typed, in any case; `%` and `_` stand for themselves. */
export function contains(column: SQL, typed: string): SQL {
  return sql`${column} ilike ${`%${typed.replace(/[\\%_]/g, "\\$&")}%`}`
}
