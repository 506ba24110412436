import { eq, inArray, or } from "drizzle-orm"
import { approvalRequests } from "@/db/schema/approvals"
import { items } from "@/db/schema/backlog"
import { dataAssets } from "@/db/schema/catalog"
import { assessments } from "@/db/schema/dpia"
import { keyResults, objectives } from "@/db/schema/objectives"
import { domains, products } from "@/db/schema/products"
import { assessmentKey } from "@/server/dpia/domain/assessment-row"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { productIdsWithin, productWithin } from "@/server/products/within-reach"
import { objectiveKey } from "@/server/strategy/domain/objective"
import type { Linked } from "../domain/change"
import { pageOf } from "./may-use"

/** Those that exist and that the caller may know of, with their words and pages of today. */
export type Lookup = (ctx: OpCtx, ids: string[]) => Promise<{ id: string; target: Linked }[]>

const findItems: Lookup = async (ctx, ids) => {
  const within = productIdsWithin(ctx, "backlog.read")
  const rows = await ctx.db
    .select({ id: items.id, key: items.key })
    .from(items)
    .where(own(ctx, items, inArray(items.id, ids), within && inArray(items.productId, within)))
  return rows.map(({ id, key }) => ({ id, target: { words: [key], href: pageOf(ctx, `/items/${key}`) } }))
}

const findProducts: Lookup = async (ctx, ids) => {
  const rows = await ctx.db
    .select({ id: products.id, slug: products.slug, name: products.name })
    .from(products)
    .where(own(ctx, products, inArray(products.id, ids), productWithin(ctx.reach("products.read"))))
  return rows.map(({ id, slug, name }) => ({
    id,
    target: { words: [name], href: pageOf(ctx, `/products/${slug}`) },
  }))
}

const findDomains: Lookup = async (ctx, ids) => {
  const reach = ctx.reach("products.read")
  const known = reach === "all" ? ids : ids.filter((id) => reach.domainIds.includes(id))
  if (known.length === 0) return []
  const rows = await ctx.db
    .select({ id: domains.id, name: domains.name })
    .from(domains)
    .where(own(ctx, domains, inArray(domains.id, known)))
  return rows.map(({ id, name }) => ({
    id,
    target: { words: [name], href: pageOf(ctx, `/products?domain=${id}`) },
  }))
}

const findApprovals: Lookup = async (ctx, ids) => {
  const reach = ctx.reach("approvals.read")
  const within =
    reach === "all"
      ? undefined
      : or(
          inArray(approvalRequests.domainId, reach.domainIds),
          inArray(approvalRequests.productId, reach.productIds),
        )
  const rows = await ctx.db
    .select({ id: approvalRequests.id, name: approvalRequests.subjectName })
    .from(approvalRequests)
    .where(own(ctx, approvalRequests, inArray(approvalRequests.id, ids), within))
  return rows.map(({ id, name }) => ({
    id,
    target: { words: [name], href: pageOf(ctx, `/approvals/${id}`) },
  }))
}

const findAssets: Lookup = async (ctx, ids) => {
  const within = productIdsWithin(ctx, "catalog.read")
  const rows = await ctx.db
    .select({ id: dataAssets.id, key: dataAssets.key, name: dataAssets.name })
    .from(dataAssets)
    .where(own(ctx, dataAssets, inArray(dataAssets.id, ids), within && inArray(dataAssets.productId, within)))
  return rows.map(({ id, key, name }) => ({
    id,
    target: { words: [name], href: pageOf(ctx, `/assets/${key}`) },
  }))
}

const findAssessments: Lookup = async (ctx, ids) => {
  const within = productIdsWithin(ctx, "dpia.read")
  const rows = await ctx.db
    .select({ id: assessments.id, number: assessments.number })
    .from(assessments)
    .where(
      own(ctx, assessments, inArray(assessments.id, ids), within && inArray(assessments.productId, within)),
    )
  return rows.map(({ id, number }) => {
    const key = assessmentKey(number)
    return { id, target: { words: [key], href: pageOf(ctx, `/privacy/assessments/${key}`) } }
  })
}

/** A key result stands on the page of its objective. */
const findKeyResults: Lookup = async (ctx, ids) => {
  const rows = await ctx.db
    .select({ id: keyResults.id, metric: keyResults.metric, number: objectives.number })
    .from(keyResults)
    .innerJoin(objectives, own(ctx, objectives, eq(objectives.id, keyResults.objectiveId)))
    .where(own(ctx, keyResults, inArray(keyResults.id, ids)))
  return rows.map(({ id, metric, number }) => ({
    id,
    target: { words: [metric], href: pageOf(ctx, `/strategy/objectives/${objectiveKey(number)}`) },
  }))
}

/** Kinds of targets that lie in a domain or product, so that a limited grant may not cover them. */
export const PLACED: Record<string, Lookup> = {
  approval: findApprovals,
  assessment: findAssessments,
  asset: findAssets,
  item: findItems,
  product: findProducts,
  domain: findDomains,
}

/** Kinds whose page cannot be told from their name or id. */
export const LOOKUPS: Record<string, Lookup> = { ...PLACED, keyResult: findKeyResults }
