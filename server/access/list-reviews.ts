import { desc, eq, sql } from "drizzle-orm"
import { z } from "zod"
import { accessReviewDecisions, accessReviewLines, accessReviews } from "@/db/schema/access"
import { users } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { dueMoment, reviewState } from "./domain/review"
import { lineVisible, reviewVisible } from "./internal/review-rows"

/** Access reviews, newest first, with how far they are: whole ones, or the lines of the reader alone. */
export const listReviews = query("access.listReviews", {
  permission: "access.read",
  at: "rows",
  input: z.object({ limit: z.number().int().min(1).max(200).default(100) }),
  async run(ctx, { limit }) {
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
    return rows.map(({ review, lead, domain, product, ...found }) => {
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
  },
})
