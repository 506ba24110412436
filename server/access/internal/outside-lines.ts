import { eq } from "drizzle-orm"
import { accessReviewLines } from "@/db/schema/access"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { peopleNamed } from "@/server/products/people-named"
import type { ReviewLine } from "../domain/review-line"
import { collectLines } from "./collect-lines"
import { type ReviewRow, seesAll } from "./review-rows"

/**
 * What holds now and is not in the snapshot; of a draft, everything that would be in it. Nothing once the review has ended,
 * and nothing for those who see their own lines alone.
 */
export async function outsideLines(ctx: OpCtx, review: ReviewRow): Promise<ReviewLine[]> {
  if (!seesAll(ctx) || review.closedAt || review.cancelledAt) return []
  const frozen = await ctx.db
    .select({ sourceId: accessReviewLines.sourceId })
    .from(accessReviewLines)
    .where(own(ctx, accessReviewLines, eq(accessReviewLines.reviewId, review.id)))
  const inside = new Set(frozen.map(({ sourceId }) => sourceId))
  const found = (await collectLines(ctx, review)).filter(({ sourceId }) => !inside.has(sourceId))
  const names = await peopleNamed(
    ctx,
    found.map(({ reviewerId }) => reviewerId),
  )
  return found.map(({ reviewerId, ...line }) => ({
    ...line,
    id: line.sourceId,
    reviewer: { id: reviewerId, name: names.get(reviewerId)?.name ?? "", present: true },
    escalations: [],
    answer: null,
    action: null,
  }))
}
