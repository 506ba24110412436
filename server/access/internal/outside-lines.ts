import { eq, inArray } from "drizzle-orm"
import { accessReviewLines } from "@/db/schema/access"
import { users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { ReviewLine } from "../domain/review-line"
import { collectLines } from "./collect-lines"
import { type ReviewRow, seesAll } from "./review-rows"

/** Names of people by their ids. */
export async function namesOf(ctx: OpCtx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const rows = await ctx.db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, wanted))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

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
  const names = await namesOf(
    ctx,
    found.map(({ reviewerId }) => reviewerId),
  )
  return found.map(({ reviewerId, ...line }) => ({
    ...line,
    id: line.sourceId,
    reviewer: { id: reviewerId, name: names.get(reviewerId) ?? "", present: true },
    escalations: [],
    answer: null,
    action: null,
  }))
}
