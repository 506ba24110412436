import { and, isNotNull, isNull, sql } from "drizzle-orm"
import { z } from "zod"
import { accessReviews } from "@/db/schema/access"
import { own } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"
import { settle } from "./internal/settle"

/** Gives the lines that nobody answered in reviews that are due their configured outcome. Answers how many lines. */
export const settleReviews = command("access.settleReviews", {
  permission: "reviews.manage",
  input: z.object({}),
  async run(ctx) {
    const due = await ctx.db
      .select()
      .from(accessReviews)
      .where(
        own(
          ctx,
          accessReviews,
          and(
            isNotNull(accessReviews.startedAt),
            isNull(accessReviews.closedAt),
            isNull(accessReviews.cancelledAt),
            sql`(${accessReviews.dueOn} + 1)::timestamp at time zone 'UTC' <= ${ctx.now}::timestamptz`,
          ),
        ),
      )
      .orderBy(accessReviews.id)
    let settled = 0
    for (const review of due) settled += await settle(ctx, review)
    return { settled }
  },
})
