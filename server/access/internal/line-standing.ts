import { and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm"
import { accessReviewActions, accessReviewDecisions, accessReviewLines } from "@/db/schema/access"
import { users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { contains } from "@/server/products/within-reach"
import type { LineFilter } from "../domain/line-filter"
import type { ActionOutcome, LineDecision } from "../domain/review"
import { type ReviewStats, reviewStats } from "../domain/review-line"
import { isOverdue, type ReviewRow, unansweredOutcome } from "./review-rows"

/** Of a line: how the latest attempt to revoke went; null without any. */
const OUTCOME = sql<ActionOutcome | null>`(select a.outcome from ${accessReviewActions} a
  where a.workspace_id = ${accessReviewLines.workspaceId} and a.line_id = ${accessReviewLines.id}
  order by a.tried_at desc, a.id desc limit 1)`

/** Of a line: the decision that keeps or revokes it; null without one. */
export const FINAL_DECISION = sql<LineDecision | null>`(select d.decision from ${accessReviewDecisions} d
  where d.workspace_id = ${accessReviewLines.workspaceId} and d.line_id = ${accessReviewLines.id}
    and d.decision in ('keep', 'revoke'))`

/** Of a line: keep or revoke, also when only the due date says so; null while it is open. */
function answerOf(ctx: OpCtx, review: ReviewRow): SQL {
  return isOverdue(review, ctx.now) ? sql`coalesce(${FINAL_DECISION}, ${review.noAnswer})` : FINAL_DECISION
}

function shownBy(ctx: OpCtx, review: ReviewRow, show: LineFilter["show"]): SQL | undefined {
  const answer = answerOf(ctx, review)
  const mine = show === "mine" ? eq(accessReviewLines.reviewerId, ctx.userId) : undefined
  if (show === "open" || show === "mine") return and(mine, sql`${answer} is null`)
  if (show === "revoked") return sql`${answer} = 'revoke'`
  if (show === "pending") return sql`${answer} = 'revoke' and coalesce(${OUTCOME}, 'failed') = 'failed'`
  return undefined
}

/** Condition on lines: those that the filter leaves. */
export function linesFound(ctx: OpCtx, review: ReviewRow, { show, search }: LineFilter): SQL | undefined {
  const reviewer = sql`(select u.name from ${users} u where u.id = ${accessReviewLines.reviewerId})`
  const found = [sql`${accessReviewLines.subjectName}`, sql`${accessReviewLines.what}`, reviewer]
  return and(
    shownBy(ctx, review, show),
    search ? or(...found.map((column) => contains(column, search))) : undefined,
  )
}

/** How many lines the conditions leave. */
export async function totalOfLines(ctx: OpCtx, review: ReviewRow, ...conditions: (SQL | undefined)[]) {
  const [row] = await ctx.db
    .select({ total: sql<number>`count(*)::int` })
    .from(accessReviewLines)
    .where(own(ctx, accessReviewLines, eq(accessReviewLines.reviewId, review.id), ...conditions))
  return row?.total ?? 0
}

/** Their ids, by person, up to a limit. */
export async function idsOfLines(
  ctx: OpCtx,
  review: ReviewRow,
  limit: number,
  ...conditions: (SQL | undefined)[]
): Promise<string[]> {
  const { id, subjectName, what, reviewId } = accessReviewLines
  const rows = await ctx.db
    .select({ id })
    .from(accessReviewLines)
    .where(own(ctx, accessReviewLines, eq(reviewId, review.id), ...conditions))
    .orderBy(asc(subjectName), asc(what), asc(id))
    .limit(limit)
  return rows.map((row) => row.id)
}

/** The numbers of a review that has begun, over every line that the conditions leave, and how many wait for the reader. */
export async function countLines(
  ctx: OpCtx,
  review: ReviewRow,
  ...conditions: (SQL | undefined)[]
): Promise<{ stats: ReviewStats; mine: number }> {
  const { decision, decidedBy, durationMs, bulkSize, lineId } = accessReviewDecisions
  // Looked up line by line: a plan for a plain join is poor while many decisions are new to the database's statistics.
  const final = ctx.db
    .select({ decision, decidedBy, durationMs, bulkSize })
    .from(accessReviewDecisions)
    .where(
      own(
        ctx,
        accessReviewDecisions,
        eq(lineId, accessReviewLines.id),
        inArray(decision, ["keep", "revoke"]),
      ),
    )
    .limit(1)
    .as("final")
  const rows = await ctx.db
    .select({
      reviewerId: accessReviewLines.reviewerId,
      decision: final.decision,
      decidedBy: final.decidedBy,
      durationMs: final.durationMs,
      bulkSize: final.bulkSize,
      outcome: OUTCOME,
    })
    .from(accessReviewLines)
    .leftJoinLateral(final, sql`true`)
    .where(own(ctx, accessReviewLines, eq(accessReviewLines.reviewId, review.id), ...conditions))
  const unanswered = unansweredOutcome(review, ctx.now)
  const lines = rows.map((row) => ({
    reviewerId: row.reviewerId,
    answer:
      row.decision === null
        ? unanswered
        : {
            decision: row.decision,
            by: row.decidedBy,
            durationMs: row.durationMs,
            bulkSize: row.bulkSize ?? 1,
          },
    action: row.outcome && { outcome: row.outcome },
  }))
  const mine = lines.filter(({ answer, reviewerId }) => !answer && reviewerId === ctx.userId).length
  return { stats: reviewStats(lines), mine }
}
