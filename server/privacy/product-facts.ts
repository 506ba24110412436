import { and, eq, inArray, isNull } from "drizzle-orm"
import { dataAssets } from "@/db/schema/catalog"
import { processingActivities, processingProducts } from "@/db/schema/privacy-processing"
import { retentionAssignments, retentionRules } from "@/db/schema/privacy-retention"
import type { FactSource, ProductFact } from "@/server/dpia/fact-source"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { riskPoints } from "./domain/activity-content"
import { activityKey } from "./domain/processing-activity"
import { periodWords } from "./domain/retention-dates"
import { RETENTION_ACTION_LABELS } from "./domain/retention-rule"

async function recorded(ctx: OpCtx, productIds: readonly string[]): Promise<ProductFact[]> {
  const rows = await ctx.db
    .select({
      productId: processingProducts.productId,
      number: processingActivities.number,
      words: processingActivities.words,
    })
    .from(processingProducts)
    .innerJoin(
      processingActivities,
      own(ctx, processingActivities, eq(processingActivities.id, processingProducts.activityId)),
    )
    .where(
      own(
        ctx,
        processingProducts,
        inArray(processingProducts.productId, [...productIds]),
        isNull(processingActivities.deprecatedAt),
      ),
    )
  return rows.flatMap(({ productId, number, words }) =>
    riskPoints(words).map(({ label, values }) => {
      const what = `${label} in ${activityKey(number)}`
      return { productId, key: `processing ${number} ${label}`, what, value: values.join("; ") }
    }),
  )
}

async function kept(ctx: OpCtx, productIds: readonly string[]): Promise<ProductFact[]> {
  const rows = await ctx.db
    .select({
      productId: dataAssets.productId,
      id: retentionAssignments.id,
      asset: dataAssets.name,
      rule: retentionRules,
    })
    .from(retentionAssignments)
    .innerJoin(retentionRules, own(ctx, retentionRules, eq(retentionRules.id, retentionAssignments.ruleId)))
    .innerJoin(
      dataAssets,
      and(
        own(ctx, dataAssets, eq(dataAssets.id, retentionAssignments.assetId)),
        inArray(dataAssets.productId, [...productIds]),
        isNull(dataAssets.archivedAt),
      ),
    )
    .where(own(ctx, retentionAssignments, isNull(retentionAssignments.endedAt)))
  return rows.map(({ productId, id, asset, rule }) => {
    const period = periodWords({ amount: rule.periodAmount, unit: rule.periodUnit })
    return {
      productId: productId ?? "",
      key: `retention ${id}`,
      what: `Retention of ${asset}, ${rule.name}`,
      value: `${period}, then ${RETENTION_ACTION_LABELS[rule.action].toLowerCase()}`,
    }
  })
}

/** Purposes, recipients, transfers and retention of products: handed to assessments by server/compose.ts. */
export const productFacts: FactSource = async (ctx, productIds) => {
  if (productIds.length === 0) return []
  const [said, rules] = await Promise.all([recorded(ctx, productIds), kept(ctx, productIds)])
  return [...said, ...rules]
}
