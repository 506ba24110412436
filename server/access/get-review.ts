import { inArray } from "drizzle-orm"
import { z } from "zod"
import { users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { holds } from "@/server/kernel/domain/grants"
import { query } from "@/server/kernel/operation"
import { reviewState } from "./domain/review"
import { type ReviewLine, reviewStats } from "./domain/review-line"
import { scopeName } from "./internal/check-review"
import { collectLines } from "./internal/collect-lines"
import { fetchReview, lineVisible, type ReviewRow, seesAll, selectLines } from "./internal/review-rows"

async function namesOf(ctx: OpCtx, ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const rows = await ctx.db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, wanted))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What holds now and is not in the snapshot; of a draft, everything that would be in it. */
async function outside(ctx: OpCtx, review: ReviewRow, lines: readonly ReviewLine[]): Promise<ReviewLine[]> {
  if (!seesAll(ctx) || review.closedAt || review.cancelledAt) return []
  const inside = new Set(lines.map(({ sourceId }) => sourceId))
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

/**
 * One review with its lines: all of them, or those of the reader. Of a draft the lines are what would be reviewed now;
 * `later` is what came to hold after the start. Completed, it is the evidence. @throws NOT_FOUND
 */
export const getReview = query("access.getReview", {
  permission: "access.read",
  at: "rows",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const review = await fetchReview(ctx, id)
    const frozen = review.startedAt ? await selectLines(ctx, review, lineVisible(ctx)) : []
    const others = await outside(ctx, review, frozen)
    const lines = review.startedAt ? frozen : others
    const stats = reviewStats(lines)
    const { leadId, deputyId, createdBy, startedBy, closedBy, cancelledBy, workspaceId: _, ...facts } = review
    const names = await namesOf(ctx, [leadId, deputyId, createdBy, startedBy, closedBy, cancelledBy])
    const named = (userId: string | null) => (userId === null ? null : (names.get(userId) ?? null))
    return {
      ...facts,
      scopeName: await scopeName(ctx, review),
      lead: { id: leadId, name: named(leadId) ?? "" },
      deputy: { id: deputyId, name: named(deputyId) ?? "" },
      startedBy: named(startedBy),
      closedBy: named(closedBy),
      cancelledBy: named(cancelledBy),
      state: reviewState(review, stats.open, ctx.now),
      stats,
      lines,
      later: review.startedAt ? others : [],
      whole: seesAll(ctx),
      manages: holds(ctx.caller.grants, "reviews.manage"),
    }
  },
})
