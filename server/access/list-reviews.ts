import { desc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm"
import { z } from "zod"
import { accessReviewDecisions, accessReviewLines, accessReviews } from "@/db/schema/access"
import { users } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { pageInput } from "@/server/kernel/domain/page"
import { query } from "@/server/kernel/operation"
import { dueMoment, reviewState } from "./domain/review"
import { FINAL_DECISION } from "./internal/line-standing"
import { lineVisible, reviewVisible } from "./internal/review-rows"

/** How many lines of running reviews wait for the reader. */
async function waitingLines(ctx: OpCtx): Promise<number> {
  const due = sql`(${accessReviews.dueOn} + 1)::timestamp at time zone 'UTC'`
  const [row] = await ctx.db
    .select({ lines: sql<number>`count(*)::int` })
    .from(accessReviewLines)
    .innerJoin(accessReviews, own(ctx, accessReviews, eq(accessReviews.id, accessReviewLines.reviewId)))
    .where(
      own(
        ctx,
        accessReviewLines,
        eq(accessReviewLines.reviewerId, ctx.userId),
        isNotNull(accessReviews.startedAt),
        isNull(accessReviews.closedAt),
        isNull(accessReviews.cancelledAt),
        gt(due, sql`${ctx.now}::timestamptz`),
        sql`${FINAL_DECISION} is null`,
      ),
    )
  return row?.lines ?? 0
}

/**
 * One page of the access reviews, newest first, with how far they are: whole ones, or the lines of the reader alone.
 * `total` counts all of them, `mine` the lines that wait for the reader in any.
 */
export const listReviews = query("access.listReviews", {
  permission: "access.read",
  at: "rows",
  input: z.object({
    ...pageInput,
  }),
  async run(ctx, { offset, limit }) {
    const answered = sql`exists (select 1 from ${accessReviewDecisions} d where d.workspace_id = ${accessReviewLines.workspaceId}
      and d.line_id = ${accessReviewLines.id} and d.decision in ('keep', 'revoke'))`
    const counts = ctx.db
      .select({
        reviewId: accessReviewLines.reviewId,
        lines: sql<number>`count(*)::int`.as("line_count"),
        open: sql<number>`(count(*) filter (where not ${answered}))::int`.as("open_count"),
        mine: sql<number>`(count(*) filter (where not ${answered} and ${accessReviewLines.reviewerId} = ${ctx.userId}))::int`.as(
          "mine_count",
        ),
      })
      .from(accessReviewLines)
      .where(own(ctx, accessReviewLines, lineVisible(ctx)))
      .groupBy(accessReviewLines.reviewId)
      .as("line_counts")
    const rows = await ctx.db
      .select({
        review: accessReviews,
        lead: users.name,
        domain: domains.name,
        product: products.name,
        lines: counts.lines,
        open: counts.open,
        mine: counts.mine,
      })
      .from(accessReviews)
      .innerJoin(users, eq(users.id, accessReviews.leadId))
      .leftJoin(counts, eq(counts.reviewId, accessReviews.id))
      .leftJoin(
        domains,
        own(ctx, domains, eq(accessReviews.scopeType, "domain"), eq(domains.id, accessReviews.scopeId)),
      )
      .leftJoin(
        products,
        own(ctx, products, eq(accessReviews.scopeType, "product"), eq(products.id, accessReviews.scopeId)),
      )
      .where(own(ctx, accessReviews, reviewVisible(ctx)))
      .orderBy(desc(accessReviews.createdAt), desc(accessReviews.id))
      .limit(limit)
      .offset(offset)
    const [counted] = await ctx.db
      .select({ total: sql<number>`count(*)::int` })
      .from(accessReviews)
      .where(own(ctx, accessReviews, reviewVisible(ctx)))
    const reviews = rows.map(({ review, lead, domain, product, ...found }) => {
      const { id, name, roles, access, scopeType, dueOn, noAnswer, startedAt, closedAt } = review
      const [lines, notAnswered] = [found.lines ?? 0, found.open ?? 0]
      const due = startedAt !== null && dueMoment(review) <= ctx.now
      const open = due ? 0 : notAnswered
      return {
        id,
        name,
        roles,
        access,
        scopeType,
        dueOn,
        noAnswer,
        startedAt,
        closedAt,
        lead,
        scopeName: product ?? domain,
        state: reviewState(review, open, ctx.now),
        lines,
        open: review.closedAt || review.cancelledAt ? 0 : open,
        mine: due || review.closedAt || review.cancelledAt ? 0 : (found.mine ?? 0),
      }
    })
    return { reviews, total: counted?.total ?? 0, mine: await waitingLines(ctx) }
  },
})
