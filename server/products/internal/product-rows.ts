import { and, asc, eq, type SQL } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { users } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import type { ProductDetails, ProductSummary } from "../domain/product"
import { productWithin } from "../within-reach"

const owner = alias(users, "owner")
const steward = alias(users, "steward")

const summary = {
  id: products.id,
  slug: products.slug,
  name: products.name,
  question: products.question,
  lifecycle: products.lifecycle,
  domain: { id: domains.id, key: domains.key, name: domains.name },
  owner: { id: owner.id, name: owner.name },
  steward: { id: steward.id, name: steward.name },
  updatedAt: products.updatedAt,
}
const details = {
  ...summary,
  description: products.description,
  version: products.version,
  createdAt: products.createdAt,
}

const itsDomain = and(eq(domains.workspaceId, products.workspaceId), eq(domains.id, products.domainId))

/** Products with their domain and people, in one query, by domain and name. */
export async function selectProducts(
  ctx: OpCtx,
  ...conditions: (SQL | undefined)[]
): Promise<ProductSummary[]> {
  return ctx.db
    .select(summary)
    .from(products)
    .innerJoin(domains, itsDomain)
    .leftJoin(owner, eq(owner.id, products.ownerId))
    .leftJoin(steward, eq(steward.id, products.stewardId))
    .where(own(ctx, products, productWithin(ctx.reach("products.read")), ...conditions))
    .orderBy(asc(domains.name), asc(products.name), asc(products.id))
}

/** One product that the caller may read. @throws NOT_FOUND */
export async function getProductRow(ctx: OpCtx, condition: SQL): Promise<ProductDetails> {
  const [row] = await ctx.db
    .select(details)
    .from(products)
    .innerJoin(domains, itsDomain)
    .leftJoin(owner, eq(owner.id, products.ownerId))
    .leftJoin(steward, eq(steward.id, products.stewardId))
    .where(own(ctx, products, productWithin(ctx.reach("products.read")), condition))
  if (!row) throw notFound("The product")
  return row
}
