import { eq } from "drizzle-orm"
import { z } from "zod"
import { accessReviews } from "@/db/schema/access"
import { own } from "@/server/kernel/database"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { countLines } from "./internal/line-standing"
import { fetchReview, reviewTarget } from "./internal/review-rows"
import { settle } from "./internal/settle"

/**
 * Completes a review: from here on it is evidence and nothing in it changes. Revocations that could not be carried out,
 * such as that of the last administrator, may stay behind with a reason. @throws NOT_FOUND, RULE_BROKEN
 */
export const closeReview = command("access.closeReview", {
  permission: "reviews.manage",
  input: z.object({ id: z.uuid(), reason: z.string().trim().max(1000).default("") }),
  async run(ctx, { id, reason }) {
    const review = await fetchReview(ctx, id, true)
    if (!review.startedAt) throw ruleBroken("The review has not begun")
    if (review.closedAt || review.cancelledAt) throw ruleBroken("The review has ended already")
    await settle(ctx, review)
    const { stats } = await countLines(ctx, review)
    if (stats.open > 0)
      throw ruleBroken(
        `${stats.open} ${stats.open === 1 ? "line is" : "lines are"} open. Wait for the answers or for the due date`,
      )
    if (stats.pendingActions > 0 && reason.length < 3)
      throw ruleBroken(
        `${stats.pendingActions} ${stats.pendingActions === 1 ? "revocation was" : "revocations were"} not carried out. Try again, or give a reason for closing without`,
      )
    await ctx.db
      .update(accessReviews)
      .set({
        closedAt: ctx.now,
        closedBy: ctx.userId,
        endReason: reason.toWellFormed() || null,
        version: review.version + 1,
      })
      .where(own(ctx, accessReviews, eq(accessReviews.id, id)))
    ctx.record({
      targets: [reviewTarget(review)],
      summary: `Completed the access review ${review.name}`,
      after: stats,
      ...(reason && { reason }),
    })
    return stats
  },
})
