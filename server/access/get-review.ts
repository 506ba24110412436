import { z } from "zod"
import { holds } from "@/server/kernel/domain/grants"
import { query } from "@/server/kernel/operation"
import { peopleNamed } from "@/server/products/people-named"
import { reviewState } from "./domain/review"
import { reviewStats } from "./domain/review-line"
import { scopeName } from "./internal/check-review"
import { countLines } from "./internal/line-standing"
import { outsideLines } from "./internal/outside-lines"
import { fetchReview, lineVisible, seesAll } from "./internal/review-rows"

/**
 * One review and its numbers over every line that the reader may see: all of them, or their own. Of a draft the numbers
 * are of what would be reviewed now. `mine` counts the lines that wait for the reader. @throws NOT_FOUND
 */
export const getReview = query("access.getReview", {
  permission: "access.read",
  at: "rows",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const review = await fetchReview(ctx, id)
    const { stats, mine } = review.startedAt
      ? await countLines(ctx, review, lineVisible(ctx))
      : { stats: reviewStats(await outsideLines(ctx, review)), mine: 0 }
    const { leadId, deputyId, createdBy, startedBy, closedBy, cancelledBy, workspaceId: _, ...facts } = review
    const names = await peopleNamed(ctx, [leadId, deputyId, createdBy, startedBy, closedBy, cancelledBy])
    const named = (userId: string | null) => (userId === null ? null : (names.get(userId)?.name ?? null))
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
      mine,
      whole: seesAll(ctx),
      manages: holds(ctx.caller.grants, "reviews.manage"),
    }
  },
})
