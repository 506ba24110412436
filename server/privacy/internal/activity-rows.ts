import { asc, eq, inArray, max, type SQL } from "drizzle-orm"
import { assessments } from "@/db/schema/dpia"
import { users } from "@/db/schema/members"
import { processingActivities, processingProducts } from "@/db/schema/privacy-processing"
import { products } from "@/db/schema/products"
import { approvalsOf } from "@/server/approvals/approvals-of"
import type { ApprovalSummary } from "@/server/approvals/domain/approval"
import { type AssessmentState, assessmentKey, assessmentState } from "@/server/dpia/domain/assessment-row"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { activityGaps } from "../domain/activity-gaps"
import { activityState } from "../domain/activity-state"
import { type ActivityFields, activityKey } from "../domain/processing-activity"

type ActivityRecord = typeof processingActivities.$inferSelect

/** The entry, locked until the end of the command: edits follow one another. @throws NOT_FOUND */
export async function lockActivity(ctx: OpCtx, id: string): Promise<ActivityRecord> {
  const [row] = await ctx.db
    .select()
    .from(processingActivities)
    .where(own(ctx, processingActivities, eq(processingActivities.id, id)))
    .for("update")
  if (!row) throw notFound("The processing activity")
  return row
}

async function productsOf(ctx: OpCtx, activityIds: string[]) {
  const rows = await ctx.db
    .select({
      activityId: processingProducts.activityId,
      id: products.id,
      slug: products.slug,
      name: products.name,
    })
    .from(processingProducts)
    .innerJoin(products, own(ctx, products, eq(products.id, processingProducts.productId)))
    .where(own(ctx, processingProducts, inArray(processingProducts.activityId, activityIds)))
    .orderBy(asc(products.name))
  return Map.groupBy(rows, ({ activityId }) => activityId)
}

type LinkedAssessment = { id: string; key: string; name: string; state: AssessmentState }

async function assessmentsOf(ctx: OpCtx, ids: string[]): Promise<Map<string, LinkedAssessment>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({
      id: assessments.id,
      number: assessments.number,
      name: assessments.name,
      version: assessments.version,
      archivedAt: assessments.archivedAt,
    })
    .from(assessments)
    .where(own(ctx, assessments, inArray(assessments.id, ids)))
  const approvals = await approvalsOf(ctx, "dpia", ids)
  return new Map(
    rows.map(({ number, ...row }) => [
      row.id,
      {
        id: row.id,
        key: assessmentKey(number),
        name: row.name,
        state: assessmentState({ ...row, approval: approvals.get(row.id) ?? null }),
      },
    ]),
  )
}

/** Entries of the register with everything a page shows, by number. */
export async function selectActivities(ctx: OpCtx, ...conditions: (SQL | undefined)[]) {
  const rows = await ctx.db
    .select({ row: processingActivities, owner: { id: users.id, name: users.name } })
    .from(processingActivities)
    .leftJoin(users, eq(users.id, processingActivities.ownerId))
    .where(own(ctx, processingActivities, ...conditions))
    .orderBy(asc(processingActivities.number))
  const ids = rows.map(({ row }) => row.id)
  if (ids.length === 0) return []
  const linked = [...new Set(rows.flatMap(({ row }) => row.assessmentId ?? []))]
  const [named, assessed, approvals] = await Promise.all([
    productsOf(ctx, ids),
    assessmentsOf(ctx, linked),
    approvalsOf(ctx, "processing", ids),
  ])
  return rows.map(({ row, owner }) => {
    const { id, number, name, words, assessmentId, ownerId, nextReviewOn, version } = row
    const inProducts = (named.get(id) ?? []).map(({ activityId: _, ...product }) => product)
    const productIds = inProducts.map((product) => product.id)
    const fields: ActivityFields = { ...words, name, productIds, assessmentId, ownerId, nextReviewOn }
    const approval: ApprovalSummary | null = approvals.get(id) ?? null
    return {
      id,
      key: activityKey(number),
      version,
      fields,
      owner,
      approval,
      products: inProducts,
      assessment: assessmentId === null ? null : (assessed.get(assessmentId) ?? null),
      state: activityState({ ...row, approval }),
      gaps: activityGaps(fields),
      updatedAt: row.updatedAt,
      deprecatedAt: row.deprecatedAt,
      deprecateReason: row.deprecateReason ?? "",
    }
  })
}
export type ActivityRow = Awaited<ReturnType<typeof selectActivities>>[number]

/** One entry. @throws NOT_FOUND */
export async function fetchActivity(ctx: OpCtx, id: string): Promise<ActivityRow> {
  const [row] = await selectActivities(ctx, eq(processingActivities.id, id))
  if (!row) throw notFound("The processing activity")
  return row
}

/** The number after the last one; two who create at one moment: the second insert fails and looks again. */
export async function nextNumber(ctx: OpCtx): Promise<number> {
  const [last] = await ctx.db
    .select({ number: max(processingActivities.number) })
    .from(processingActivities)
    .where(own(ctx, processingActivities))
  return (last?.number ?? 0) + 1
}

/** What an audit record names. */
export const activityTargets = ({ id, number }: Pick<ActivityRecord, "id" | "number">) => [
  { type: "processing", id, name: activityKey(number) },
]
