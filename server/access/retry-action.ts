import { eq } from "drizzle-orm"
import { z } from "zod"
import { accessReviewLines } from "@/db/schema/access"
import { own } from "@/server/kernel/database"
import { notFound, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { isPending } from "./domain/review-line"
import { carryOut } from "./internal/carry-out"
import { fetchReview, reviewTarget, selectLines } from "./internal/review-rows"

/** Tries again to carry out a revocation that was decided and refused. @throws NOT_FOUND, RULE_BROKEN */
export const retryAction = command("access.retryAction", {
  permission: "reviews.manage",
  input: z.object({ reviewId: z.uuid(), lineId: z.uuid() }),
  async run(ctx, { reviewId, lineId }) {
    const review = await fetchReview(ctx, reviewId)
    if (review.closedAt || review.cancelledAt) throw ruleBroken("The review has ended")
    await ctx.db
      .select({ id: accessReviewLines.id })
      .from(accessReviewLines)
      .where(own(ctx, accessReviewLines, eq(accessReviewLines.id, lineId)))
      .for("update")
    const [line] = await selectLines(ctx, review, eq(accessReviewLines.id, lineId))
    if (!line) throw notFound("The line")
    if (!isPending(line)) throw ruleBroken("Nothing is left to carry out on this line")
    const outcome = await carryOut(ctx, review, line, line.answer?.justification ?? "")
    ctx.record({
      targets: [reviewTarget(review)],
      summary: `Tried again to revoke ${line.subjectName}: ${line.what}`,
      after: { outcome },
    })
    return { outcome }
  },
})
