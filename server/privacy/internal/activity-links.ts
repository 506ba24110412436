import { eq } from "drizzle-orm"
import { assessments } from "@/db/schema/dpia"
import { processingEditors, processingProducts } from "@/db/schema/privacy-processing"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { requireMembers } from "@/server/kernel/require-members"
import type { ActivityFields } from "../domain/processing-activity"
import { requireProducts } from "./activity-prefill"

/** @throws NOT_FOUND, INVALID unless everything that the entry refers to is here. */
export async function requireLinks(
  ctx: OpCtx,
  { productIds, assessmentId, ownerId }: Pick<ActivityFields, "productIds" | "assessmentId" | "ownerId">,
): Promise<void> {
  await requireProducts(ctx, productIds)
  await requireMembers(ctx, { ownerId })
  if (assessmentId === null) return
  const [row] = await ctx.db
    .select({ id: assessments.id })
    .from(assessments)
    .where(own(ctx, assessments, eq(assessments.id, assessmentId)))
  if (!row) throw notFound("The assessment")
}

/** Puts these products in the place of those it had. */
export async function writeProducts(ctx: OpCtx, activityId: string, productIds: readonly string[]) {
  await ctx.db
    .delete(processingProducts)
    .where(own(ctx, processingProducts, eq(processingProducts.activityId, activityId)))
  const rows = [...new Set(productIds)].map((productId) => ({
    workspaceId: ctx.workspaceId,
    activityId,
    productId,
  }))
  if (rows.length > 0) await ctx.db.insert(processingProducts).values(rows)
}

/** Notes that the caller wrote in this version. */
export async function noteEditor(ctx: OpCtx, activityId: string, version: number): Promise<void> {
  await ctx.db
    .insert(processingEditors)
    .values({ workspaceId: ctx.workspaceId, activityId, version, userId: ctx.userId, at: ctx.now })
    .onConflictDoNothing()
}
