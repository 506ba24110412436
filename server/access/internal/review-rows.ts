import { asc, eq, inArray, or, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import {
  accessReviewActions,
  accessReviewDecisions,
  accessReviewLines,
  accessReviews,
} from "@/db/schema/access"
import { memberships, users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { holds } from "@/server/kernel/domain/grants"
import { notFound } from "@/server/kernel/errors"
import { dueMoment } from "../domain/review"
import type { DecidedLine, ReviewLine } from "../domain/review-line"

export type ReviewRow = typeof accessReviews.$inferSelect

const decider = alias(users, "decider")

/** The reader sees whole reviews, and not only the lines that they review. */
export const seesAll = (ctx: OpCtx) => holds(ctx.caller.grants, "reviews.read")

/** Condition on `access_reviews`: those with a line of the reader. Undefined for whoever sees all. */
export function reviewVisible(ctx: OpCtx): SQL | undefined {
  if (seesAll(ctx)) return undefined
  return sql`exists (select 1 from ${accessReviewLines} l where l.workspace_id = ${accessReviews.workspaceId}
    and l.review_id = ${accessReviews.id} and l.reviewer_id = ${ctx.userId})`
}

/** One review that the reader may see. @throws NOT_FOUND */
export async function fetchReview(ctx: OpCtx, id: string, lock = false): Promise<ReviewRow> {
  const query = ctx.db
    .select()
    .from(accessReviews)
    .where(own(ctx, accessReviews, eq(accessReviews.id, id), reviewVisible(ctx)))
  const [row] = await (lock ? query.for("update") : query)
  if (!row) throw notFound("The review")
  return row
}

/** Lines whose decisions are read by one statement. */
const LINES_AT_ONCE = 1000

async function decisionsOf(ctx: OpCtx, lineIds: string[]) {
  const rows = await ctx.db
    .select({ row: accessReviewDecisions, name: decider.name })
    .from(accessReviewDecisions)
    .leftJoin(decider, eq(decider.id, accessReviewDecisions.decidedBy))
    .where(own(ctx, accessReviewDecisions, inArray(accessReviewDecisions.lineId, lineIds)))
    .orderBy(asc(accessReviewDecisions.decidedAt), asc(accessReviewDecisions.id))
  return Map.groupBy(rows, ({ row }) => row.lineId)
}

async function actionsOf(ctx: OpCtx, lineIds: string[]) {
  const rows = await ctx.db
    .select()
    .from(accessReviewActions)
    .where(own(ctx, accessReviewActions, inArray(accessReviewActions.lineId, lineIds)))
    .orderBy(asc(accessReviewActions.triedAt), asc(accessReviewActions.id))
  return new Map(rows.map((row) => [row.lineId, row]))
}

/** True from the due date on, until the review is closed: what nobody answered has the configured outcome. */
export function isOverdue(review: ReviewRow, now: string): boolean {
  return Boolean(review.startedAt && !review.closedAt && !review.cancelledAt) && now >= dueMoment(review)
}

/** Nobody answered, and the time is up: the configured outcome holds, whether the job has written it down or not. */
export function unansweredOutcome(review: ReviewRow, now: string): DecidedLine | null {
  if (!isOverdue(review, now)) return null
  const justification = "Nobody answered by the due date"
  const at = dueMoment(review)
  return { decision: review.noAnswer, justification, by: null, at, durationMs: null, bulkSize: 1 }
}

function rowsOfLines(ctx: OpCtx, review: ReviewRow, conditions: readonly (SQL | undefined)[]) {
  return ctx.db
    .select({ line: accessReviewLines, reviewer: users.name, leftAt: memberships.leftAt })
    .from(accessReviewLines)
    .innerJoin(users, eq(users.id, accessReviewLines.reviewerId))
    .innerJoin(memberships, own(ctx, memberships, eq(memberships.userId, accessReviewLines.reviewerId)))
    .where(own(ctx, accessReviewLines, eq(accessReviewLines.reviewId, review.id), ...conditions))
    .orderBy(asc(accessReviewLines.subjectName), asc(accessReviewLines.what), asc(accessReviewLines.id))
}
type FoundLine = Awaited<ReturnType<ReturnType<typeof rowsOfLines>["execute"]>>[number]

/** All lines of a review that has begun, by person, with what was decided and how it went. */
export async function selectLines(
  ctx: OpCtx,
  review: ReviewRow,
  ...conditions: (SQL | undefined)[]
): Promise<ReviewLine[]> {
  const rows = await rowsOfLines(ctx, review, conditions)
  const lines: ReviewLine[] = []
  for (let from = 0; from < rows.length; from += LINES_AT_ONCE) {
    lines.push(...(await withDecisions(ctx, review, rows.slice(from, from + LINES_AT_ONCE))))
  }
  return lines
}

/** One page of them, in the same order. */
export async function pageOfLines(
  ctx: OpCtx,
  review: ReviewRow,
  { offset, limit }: { offset: number; limit: number },
  ...conditions: (SQL | undefined)[]
): Promise<ReviewLine[]> {
  return withDecisions(ctx, review, await rowsOfLines(ctx, review, conditions).limit(limit).offset(offset))
}

async function withDecisions(ctx: OpCtx, review: ReviewRow, rows: FoundLine[]): Promise<ReviewLine[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ line }) => line.id)
  const [decisions, actions] = [await decisionsOf(ctx, ids), await actionsOf(ctx, ids)]
  const unanswered = unansweredOutcome(review, ctx.now)
  return rows.map(({ line, reviewer, leftAt }) => {
    const { workspaceId: _, reviewId: __, reviewerId, ...snapshot } = line
    const said = (decisions.get(line.id) ?? []).map(({ row, name }): DecidedLine => {
      const { decision, justification, decidedBy, decidedAt: at, durationMs, bulkSize } = row
      const by = decidedBy === null ? null : { id: decidedBy, name: name ?? "" }
      return { decision, justification, by, at, durationMs, bulkSize }
    })
    const action = actions.get(line.id)
    return {
      ...snapshot,
      reviewer: { id: reviewerId, name: reviewer, present: leftAt === null },
      escalations: said.filter(({ decision }) => decision === "escalate"),
      answer: said.find(({ decision }) => decision !== "escalate") ?? unanswered,
      action: action ? { outcome: action.outcome, message: action.message, at: action.triedAt } : null,
    }
  })
}

/** Condition on lines: those the reader may see. */
export function lineVisible(ctx: OpCtx): SQL | undefined {
  if (seesAll(ctx)) return undefined
  return or(
    eq(accessReviewLines.reviewerId, ctx.userId),
    sql`exists (select 1 from ${accessReviewDecisions} d where d.workspace_id = ${accessReviewLines.workspaceId}
      and d.line_id = ${accessReviewLines.id} and d.decided_by = ${ctx.userId})`,
  )
}

/** What the audit trail names. */
export const reviewTarget = ({ id, name }: Pick<ReviewRow, "id" | "name">) => ({
  type: "access_review",
  id,
  name,
})
