import { eq, sql } from "drizzle-orm"
import { accessReviewLines } from "@/db/schema/access"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { dueMoment } from "../domain/review"
import { carryOut } from "./carry-out"
import { FINAL_DECISION } from "./line-standing"
import { type ReviewRow, reviewTarget } from "./review-rows"
import { writeDecisions } from "./write-decisions"

const NO_ANSWER = "Nobody answered by the due date"

/** Writes the configured outcome onto lines without an answer, once the review is due, and carries it out. Answers how many. */
export async function settle(ctx: OpCtx, review: ReviewRow): Promise<number> {
  const due = dueMoment(review)
  if (!review.startedAt || review.closedAt || review.cancelledAt || ctx.now < due) return 0
  const open = await ctx.db
    .select({ id: accessReviewLines.id, kind: accessReviewLines.kind, sourceId: accessReviewLines.sourceId })
    .from(accessReviewLines)
    .where(
      own(ctx, accessReviewLines, eq(accessReviewLines.reviewId, review.id), sql`${FINAL_DECISION} is null`),
    )
    .orderBy(accessReviewLines.id)
    .for("update")
  await writeDecisions(
    ctx,
    open.map(({ id }) => id),
    {
      decision: review.noAnswer,
      justification: NO_ANSWER,
      decidedBy: null,
      decidedAt: due,
      durationMs: null,
      bulkSize: 1,
    },
  )
  if (review.noAnswer === "revoke") {
    for (const line of open) await carryOut(ctx, review, line, NO_ANSWER)
  }
  if (open.length > 0) {
    ctx.record({
      targets: [reviewTarget(review)],
      summary: `${review.noAnswer === "keep" ? "Kept" : "Revoked"} ${open.length} ${open.length === 1 ? "line" : "lines"} of the access review ${review.name} that nobody answered`,
      after: { lines: open.length, outcome: review.noAnswer, due },
    })
  }
  return open.length
}
