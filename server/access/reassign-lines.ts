import { and, eq, inArray } from "drizzle-orm"
import { z } from "zod"
import { accessReviewLines } from "@/db/schema/access"
import { own } from "@/server/kernel/database"
import { conflict, invalidField, notFound, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { lineIdsSchema } from "./domain/review"
import { whoHolds } from "./internal/held-grants"
import { fetchReview, reviewTarget, selectLines } from "./internal/review-rows"

/** Gives open lines another reviewer, for instance when theirs left. @throws NOT_FOUND, INVALID, CONFLICT, RULE_BROKEN */
export const reassignLines = command("access.reassignLines", {
  permission: "reviews.manage",
  input: z.object({
    reviewId: z.uuid(),
    lineIds: lineIdsSchema,
    reviewerId: z.uuid("Choose a member"),
  }),
  async run(ctx, { reviewId, lineIds, reviewerId }) {
    const review = await fetchReview(ctx, reviewId)
    if (!review.startedAt || review.closedAt || review.cancelledAt)
      throw ruleBroken("The review is not in progress")
    await requireMembers(ctx, { reviewerId })
    if ((await whoHolds(ctx, [reviewerId], "reviews.decide")).length === 0)
      throw invalidField("reviewerId", "Choose somebody with a role that may decide; an auditor may not")
    const wanted = and(eq(accessReviewLines.reviewId, reviewId), inArray(accessReviewLines.id, lineIds))
    await ctx.db
      .select({ id: accessReviewLines.id })
      .from(accessReviewLines)
      .where(own(ctx, accessReviewLines, wanted))
      .orderBy(accessReviewLines.id)
      .for("update")
    const lines = await selectLines(ctx, review, wanted)
    if (lines.length !== new Set(lineIds).size) throw notFound("A line of the review")
    const decided = lines.find(({ answer }) => answer)
    if (decided) throw conflict(`The line of ${decided.subjectName}`, decided)
    if (lines.some(({ subjectId }) => subjectId === reviewerId))
      throw invalidField("reviewerId", "Nobody reviews what they hold themselves")
    if (lines.every(({ reviewer }) => reviewer.id === reviewerId)) return
    await ctx.db
      .update(accessReviewLines)
      .set({ reviewerId })
      .where(own(ctx, accessReviewLines, wanted))
    ctx.record({
      targets: [reviewTarget(review)],
      summary: `Gave ${lines.length} ${lines.length === 1 ? "line" : "lines"} of the access review ${review.name} another reviewer`,
      before: lines.map(({ id, reviewer }) => ({ id, reviewer: reviewer.id })),
      after: { reviewerId },
    })
  },
})
