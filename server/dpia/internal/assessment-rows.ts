import { eq } from "drizzle-orm"
import { assessments } from "@/db/schema/dpia"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { Scope } from "@/server/kernel/domain/grants"
import { notFound } from "@/server/kernel/errors"
import { assessmentKey } from "../domain/assessment-row"

export type AssessmentRecord = typeof assessments.$inferSelect

/** The row of an assessment. @throws NOT_FOUND */
export async function fetchAssessment(
  ctx: OpCtx,
  by: { id: string } | { number: number },
): Promise<AssessmentRecord> {
  const [row] = await ctx.db
    .select()
    .from(assessments)
    .where(own(ctx, assessments, "id" in by ? eq(assessments.id, by.id) : eq(assessments.number, by.number)))
  if (!row) throw notFound("The assessment")
  return row
}

/** Where an assessment lies: with its product. Every part of it is reached through this. @throws NOT_FOUND */
export async function scopeOfAssessment(ctx: OpCtx, id: string): Promise<Scope> {
  const [row] = await ctx.db
    .select({ productId: products.id, domainId: products.domainId })
    .from(assessments)
    .innerJoin(products, own(ctx, products, eq(products.id, assessments.productId)))
    .where(own(ctx, assessments, eq(assessments.id, id)))
  if (!row) throw notFound("The assessment")
  return { type: "product", ...row }
}

/** What an audit record names: the assessment and its product. */
export const targetsOf = (row: Pick<AssessmentRecord, "id" | "number" | "productId">) => [
  { type: "assessment", id: row.id, name: assessmentKey(row.number) },
]
