import { eq } from "drizzle-orm"
import { z } from "zod"
import { accessReviewLines, accessReviews } from "@/db/schema/access"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { checkReview } from "./internal/check-review"
import { collectLines } from "./internal/collect-lines"
import { fetchReview, reviewTarget } from "./internal/review-rows"

const ROWS_AT_ONCE = 500

/**
 * Freezes what is reviewed as it stands now, gives every line a reviewer other than its subject, and begins. From here
 * on reviewers act with the right to revoke that the caller lends them. @throws NOT_FOUND, RULE_BROKEN, INVALID
 */
export const startReview = command("access.startReview", {
  permission: "reviews.manage",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const review = await fetchReview(ctx, id, true)
    if (review.startedAt || review.cancelledAt)
      throw ruleBroken("This review has begun or was cancelled already")
    await checkReview(ctx, review)
    const lines = await collectLines(ctx, review)
    if (lines.length === 0)
      throw ruleBroken("There is nothing to review there: no role and no access holds now")
    const { workspaceId } = ctx
    const rows = lines.map((line) => ({ workspaceId, id: newId(), reviewId: id, ...line }))
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      await ctx.db.insert(accessReviewLines).values(rows.slice(from, from + ROWS_AT_ONCE))
    }
    await ctx.db
      .update(accessReviews)
      .set({ startedAt: ctx.now, startedBy: ctx.userId, version: review.version + 1 })
      .where(own(ctx, accessReviews, eq(accessReviews.id, id)))
    const reviewers = new Set(lines.map(({ reviewerId }) => reviewerId)).size
    ctx.record({
      targets: [reviewTarget(review)],
      summary: `Started the access review ${review.name}: ${lines.length} ${lines.length === 1 ? "line" : "lines"}, ${reviewers} ${reviewers === 1 ? "reviewer" : "reviewers"}`,
      after: { lines: lines.length, reviewers, dueOn: review.dueOn, noAnswer: review.noAnswer },
    })
    return { lines: lines.length, reviewers }
  },
})
