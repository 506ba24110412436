import { eq, inArray } from "drizzle-orm"
import { dataAssets } from "@/db/schema/catalog"
import { users } from "@/db/schema/members"
import { products } from "@/db/schema/products"
import { activeAssetsOf } from "@/server/catalog/active-assets-of"
import { type AssetFacts, assetFacts } from "@/server/catalog/asset-facts"
import { classOf, levelOf, rankOf, type Scheme, STRENGTH_LABELS } from "@/server/catalog/domain/scheme"
import { schemeOf } from "@/server/catalog/scheme-of"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import type { ActivityFields, DataCategory } from "../domain/processing-activity"
import { RETENTION_ACTION_LABELS, START_EVENT_LABELS } from "../domain/retention-rule"
import { listRetention } from "../list-retention"
import { type DueRow, selectDue } from "./retention-rows"

type Retention = Awaited<ReturnType<typeof listRetention>> & { due: DueRow[] }

/** The rules, and at which assets of these products they hold. */
const retentionAt = async (ctx: OpCtx, productIds: readonly string[]): Promise<Retention> => ({
  ...(await listRetention(ctx, {})),
  due: await selectDue(ctx, inArray(dataAssets.productId, [...productIds])),
})

/** The rules for a class at these assets, in words; empty where none is set. */
function retentionWords({ rules, due }: Retention, classKey: string, assetIds: ReadonlySet<string>): string {
  const here = due.filter(({ asset }) => assetIds.has(asset.id)).map(({ rule }) => rule.id)
  return rules
    .filter((rule) => here.includes(rule.id) && (rule.classKey === null || rule.classKey === classKey))
    .map(({ name, periodAmount, periodUnit, startEvent, action }) => {
      const period = `${periodAmount} ${periodAmount === 1 ? periodUnit.slice(0, -1) : periodUnit}`
      return `${RETENTION_ACTION_LABELS[action]} after ${period}, from: ${START_EVENT_LABELS[startEvent].toLowerCase()} (${name})`
    })
    .join("; ")
    .slice(0, 500)
}

function categoriesIn(scheme: Scheme, assets: readonly AssetFacts[], retention: Retention): DataCategory[] {
  const keys = [...new Set(assets.flatMap(({ fields }) => fields.flatMap(({ classKey }) => classKey ?? [])))]
  return keys.flatMap((key) => {
    const dataClass = classOf(scheme, key)
    if (!dataClass?.personal) return []
    const holding = assets.filter(({ fields }) => fields.some(({ classKey }) => classKey === key))
    const ids = new Set(holding.map(({ id }) => id))
    const { name, special } = dataClass
    return { name, classKey: key, special, retention: retentionWords(retention, key, ids) }
  })
}

/** Categories of personal data in the assets of these products, with what the retention rules say. */
export async function categoriesOfProducts(
  ctx: OpCtx,
  productIds: readonly string[],
): Promise<DataCategory[]> {
  if (productIds.length === 0) return []
  const scheme = await schemeOf(ctx)
  const assets = await assetFacts(ctx, await activeAssetsOf(ctx, productIds))
  return categoriesIn(scheme, assets, await retentionAt(ctx, productIds))
}

function securityWords(scheme: Scheme, assets: readonly AssetFacts[]): string {
  const keys = assets.flatMap(({ fields }) => fields.map(({ levelKey }) => levelKey))
  const highest = keys.reduce<string | null>(
    (best, key) => (rankOf(scheme, key) > rankOf(scheme, best) ? key : best),
    null,
  )
  const level = levelOf(scheme, highest)
  if (!level) return ""
  const { atRest, inTransit, masking } = level
  const strength = (words: string, value: typeof atRest) =>
    `${words}: ${STRENGTH_LABELS[value].toLowerCase()}`
  const rules = [
    strength("Encryption at rest", atRest),
    strength("in transit", inTransit),
    strength("masking", masking),
  ]
  return `Handled as ${level.name}. ${rules.join(", ")}. Access: ${level.access}. Export: ${level.export}.`
}

/** What Plumbline knows about a product that belongs into the record. @throws NOT_FOUND */
export async function prefillFrom(ctx: OpCtx, productId: string): Promise<Partial<ActivityFields>> {
  const [product] = await ctx.db
    .select({ name: products.name, question: products.question, ownerId: users.id })
    .from(products)
    .leftJoin(users, eq(users.id, products.ownerId))
    .where(own(ctx, products, eq(products.id, productId)))
  if (!product) throw notFound("The product")
  const scheme = await schemeOf(ctx)
  const assets = await assetFacts(ctx, await activeAssetsOf(ctx, [productId]))
  return {
    purposes: product.question ? `${product.name} answers: ${product.question}` : "",
    categories: categoriesIn(scheme, assets, await retentionAt(ctx, [productId])),
    security: securityWords(scheme, assets),
    productIds: [productId],
    ownerId: product.ownerId,
  }
}

/** @throws NOT_FOUND unless every product is here. */
export async function requireProducts(ctx: OpCtx, productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return
  const rows = await ctx.db
    .select({ id: products.id })
    .from(products)
    .where(own(ctx, products, inArray(products.id, [...productIds])))
  if (rows.length < new Set(productIds).size) throw notFound("The product")
}
