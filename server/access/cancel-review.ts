import { eq } from "drizzle-orm"
import { z } from "zod"
import { accessReviews } from "@/db/schema/access"
import { own } from "@/server/kernel/database"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { fetchReview, reviewTarget } from "./internal/review-rows"

/** Ends a draft or a review before its time, with a reason. What was revoked stays revoked. @throws NOT_FOUND, RULE_BROKEN */
export const cancelReview = command("access.cancelReview", {
  permission: "reviews.manage",
  input: z.object({
    id: z.uuid(),
    reason: z.string().trim().min(3, "Write the reason, at least 3 characters. It is recorded.").max(1000),
  }),
  async run(ctx, { id, reason }) {
    const review = await fetchReview(ctx, id, true)
    if (review.closedAt || review.cancelledAt) throw ruleBroken("The review has ended already")
    await ctx.db
      .update(accessReviews)
      .set({
        cancelledAt: ctx.now,
        cancelledBy: ctx.userId,
        endReason: reason.toWellFormed(),
        version: review.version + 1,
      })
      .where(own(ctx, accessReviews, eq(accessReviews.id, id)))
    ctx.record({
      targets: [reviewTarget(review)],
      summary: `Cancelled the access review ${review.name}`,
      reason,
    })
  },
})
