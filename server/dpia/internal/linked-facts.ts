import { eq } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { dataAssets } from "@/db/schema/catalog"
import { users } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import { assetFacts } from "@/server/catalog/asset-facts"
import { classificationOf } from "@/server/catalog/classification-of"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import type { LinkedFacts } from "../domain/linked-facts"

const stewards = alias(users, "stewards")

/** What Plumbline knows about a product that an assessment rests on: its people, its data assets and their classes. */
export async function linkedFacts(ctx: OpCtx, productId: string): Promise<LinkedFacts> {
  const [row] = await ctx.db
    .select({
      name: products.name,
      question: products.question,
      description: products.description,
      lifecycle: products.lifecycle,
      domain: domains.name,
      owner: users.name,
      steward: stewards.name,
    })
    .from(products)
    .innerJoin(domains, own(ctx, domains, eq(domains.id, products.domainId)))
    .leftJoin(users, eq(users.id, products.ownerId))
    .leftJoin(stewards, eq(stewards.id, products.stewardId))
    .where(own(ctx, products, eq(products.id, productId)))
  if (!row) throw notFound("The product")
  const ids = await ctx.db
    .select({ id: dataAssets.id })
    .from(dataAssets)
    .where(own(ctx, dataAssets, eq(dataAssets.productId, productId)))
  const [assets, levels] = await Promise.all([
    assetFacts(
      ctx,
      ids.map(({ id }) => id),
    ),
    classificationOf(ctx, [productId]),
  ])
  const level = levels.get(productId)
  return {
    product: row,
    classification: level?.level ? level.levelName : null,
    assets: assets
      .filter(({ archived }) => !archived)
      .map(({ key, name, kind, location, fields }) => ({
        key,
        name,
        kind,
        location,
        fields: fields.map((field) => ({ name: field.name, level: field.levelKey, class: field.classKey })),
      })),
  }
}
