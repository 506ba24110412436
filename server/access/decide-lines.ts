import { and, eq, inArray } from "drizzle-orm"
import { z } from "zod"
import { accessReviewLines } from "@/db/schema/access"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { conflict, forbidden, invalidField, notFound, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import {
  type ActionOutcome,
  DECISION_LABELS,
  dueMoment,
  justificationSchema,
  LINE_DECISIONS,
  lineIdsSchema,
  needsJustification,
} from "./domain/review"
import { escalationTo } from "./domain/review-flags"
import type { ReviewLine } from "./domain/review-line"
import { carryOut } from "./internal/carry-out"
import { fetchReview, type ReviewRow, reviewTarget, selectLines } from "./internal/review-rows"
import { writeDecisions } from "./internal/write-decisions"

const PAST = { keep: "Kept", revoke: "Revoked", escalate: "Handed on" } as const
/** Longer than this nobody looks at one page. */
const LONGEST_MS = 8 * 3_600_000

const idsOf = (lines: readonly ReviewLine[]) => lines.map(({ id }) => id)

/** The lines, locked in one order: of two who decide at once the second sees what the first did. */
async function lockLines(ctx: OpCtx, review: ReviewRow, lineIds: string[]) {
  const wanted = inArray(accessReviewLines.id, lineIds)
  await ctx.db
    .select({ id: accessReviewLines.id })
    .from(accessReviewLines)
    .where(own(ctx, accessReviewLines, and(eq(accessReviewLines.reviewId, review.id), wanted)))
    .orderBy(accessReviewLines.id)
    .for("update")
  const lines = await selectLines(ctx, review, wanted)
  if (lines.length !== new Set(lineIds).size) throw notFound("A line of the review")
  return lines
}

function requireRunning(review: ReviewRow, now: string): void {
  if (!review.startedAt) throw ruleBroken("The review has not begun")
  if (review.closedAt || review.cancelledAt) throw ruleBroken("The review has ended")
  if (dueMoment(review) <= now)
    throw ruleBroken(`Answers were due on ${review.dueOn}; the outcome for lines without one holds`)
}

/** Who gets which of the lines that the reviewer hands on. @throws RULE_BROKEN when nobody is left for one of them */
function handedTo(lines: readonly ReviewLine[], review: ReviewRow, reviewerId: string) {
  return Map.groupBy(lines, ({ subjectId }) => {
    const to = escalationTo({ subjectId, reviewerId }, review)
    if (!to) throw ruleBroken("Nobody is left to hand this line on to; keep or revoke it")
    return to
  })
}

/**
 * Decides on lines as their reviewer: keep, revoke (carried out at once, its result is kept) or hand on to the lead.
 * `durationMs` is how long they were on the screen together. @throws NOT_FOUND, FORBIDDEN, CONFLICT when somebody was
 * faster, RULE_BROKEN, INVALID without the justification that is needed.
 */
export const decideLines = command("access.decideLines", {
  permission: "reviews.decide",
  at: "rows",
  input: z.object({
    reviewId: z.uuid(),
    lineIds: lineIdsSchema,
    decision: z.enum(LINE_DECISIONS),
    justification: justificationSchema,
    durationMs: z.number().int().min(0),
  }),
  async run(ctx, { reviewId, lineIds, decision, justification, durationMs }) {
    if (ctx.caller.actor.type === "token") throw forbidden("A person reviews, not an API token")
    const review = await fetchReview(ctx, reviewId)
    requireRunning(review, ctx.now)
    if (needsJustification(decision, lineIds.length) && justification.length < 3)
      throw invalidField("justification", "Say why, in at least 3 characters")
    const lines = await lockLines(ctx, review, lineIds)
    for (const line of lines) {
      if (line.subjectId === ctx.userId) throw ruleBroken("Nobody reviews what they hold themselves")
      if (line.answer) throw conflict(`The line of ${line.subjectName}`, line)
      if (line.reviewer.id !== ctx.userId) throw forbidden(`${line.reviewer.name} reviews this line`)
    }
    const handed = decision === "escalate" ? [...handedTo(lines, review, ctx.userId)] : []
    await writeDecisions(ctx, idsOf(lines), {
      decision,
      justification: justification.toWellFormed(),
      decidedBy: ctx.userId,
      decidedAt: ctx.now,
      durationMs: Math.round(Math.min(durationMs, LONGEST_MS) / lines.length),
      bulkSize: lines.length,
    })
    const outcomes: ActionOutcome[] = []
    if (decision === "revoke") {
      for (const line of lines) outcomes.push(await carryOut(ctx, review, line, justification))
    }
    for (const [to, theirs] of handed) {
      await ctx.db
        .update(accessReviewLines)
        .set({ reviewerId: to })
        .where(own(ctx, accessReviewLines, inArray(accessReviewLines.id, idsOf(theirs))))
    }
    const one = lines.length === 1 ? lines[0] : undefined
    ctx.record({
      targets: [
        reviewTarget(review),
        ...[...new Map(lines.map((line) => [line.subjectId, line.subjectName]))].map(([id, name]) => ({
          type: "member",
          id,
          name,
        })),
      ],
      summary: `${PAST[decision]} ${one ? `${one.subjectName}: ${one.what}` : `${lines.length} lines`} in the access review ${review.name}`,
      after: {
        decision: DECISION_LABELS[decision],
        lines: idsOf(lines),
        ...(outcomes.length > 0 && { outcomes }),
      },
      ...(justification && { reason: justification }),
    })
    return { decided: lines.length, failed: outcomes.filter((outcome) => outcome === "failed").length }
  },
})
