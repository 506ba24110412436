import { asc, eq, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { users } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import type { DomainSummary } from "../domain/product"
import { domainWithin, productWithin } from "../within-reach"

const owner = alias(users, "owner")
const steward = alias(users, "steward")

/** Domains that the caller may read, with their people and number of products, in one query. */
export async function selectDomains(
  ctx: OpCtx,
  ...conditions: (SQL | undefined)[]
): Promise<DomainSummary[]> {
  const reach = ctx.reach("products.read")
  const counted = ctx.db
    .select({ domainId: products.domainId, count: sql<number>`count(*)::int`.as("count") })
    .from(products)
    .where(own(ctx, products, productWithin(reach)))
    .groupBy(products.domainId)
    .as("counted")
  return ctx.db
    .select({
      id: domains.id,
      key: domains.key,
      name: domains.name,
      description: domains.description,
      owner: { id: owner.id, name: owner.name },
      steward: { id: steward.id, name: steward.name },
      productCount: sql<number>`coalesce(${counted.count}, 0)`,
      version: domains.version,
    })
    .from(domains)
    .leftJoin(owner, eq(owner.id, domains.ownerId))
    .leftJoin(steward, eq(steward.id, domains.stewardId))
    .leftJoin(counted, eq(counted.domainId, domains.id))
    .where(own(ctx, domains, domainWithin(ctx, reach), ...conditions))
    .orderBy(asc(domains.name), asc(domains.id))
}

/** One domain that the caller may read. @throws NOT_FOUND */
export async function getDomainRow(ctx: OpCtx, id: string): Promise<DomainSummary> {
  const [row] = await selectDomains(ctx, eq(domains.id, id))
  if (!row) throw notFound("The domain")
  return row
}
