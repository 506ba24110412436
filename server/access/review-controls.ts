import { sql } from "drizzle-orm"
import { accessReviewDecisions, accessReviewLines, accessReviews } from "@/db/schema/access"
import type { OpCtx } from "@/server/kernel/context"
import { own, rowsOf } from "@/server/kernel/database"
import type { ReadingProvider } from "@/server/privacy/control-readings"
import { reviewReading } from "./domain/review-reading"

type Last = { closedOn: string; lines: number; answered: number }

/** The review that was closed last, counted over all of its lines. */
async function lastClosed(ctx: OpCtx): Promise<Last | null> {
  const [row] = await rowsOf<Last>(
    ctx.db,
    sql`select to_char(r.closed_at at time zone 'UTC', 'YYYY-MM-DD') as "closedOn", counts.lines, counts.answered
      from (select * from ${accessReviews} where ${own(ctx, accessReviews)}
        and closed_at is not null and cancelled_at is null order by closed_at desc, id desc limit 1) r
      cross join lateral (
        select count(*)::int as lines, (count(*) filter (where exists (select 1 from ${accessReviewDecisions} d
          where d.workspace_id = ${ctx.workspaceId} and d.line_id = l.id and d.decision in ('keep', 'revoke')
            and d.decided_by is not null)))::int as answered
        from ${accessReviewLines} l where l.workspace_id = ${ctx.workspaceId} and l.review_id = r.id) counts`,
  )
  return row ?? null
}

/** Reviews that began and have not ended. */
async function underWay(ctx: OpCtx): Promise<{ running: number; overdue: number }> {
  const { startedAt, closedAt, cancelledAt, dueOn } = accessReviews
  const [row] = await ctx.db
    .select({
      running: sql<number>`count(*)::int`,
      overdue: sql<number>`(count(*) filter (where ${dueOn} < ${ctx.now.slice(0, 10)}::date))::int`,
    })
    .from(accessReviews)
    .where(
      own(
        ctx,
        accessReviews,
        sql`${startedAt} is not null and ${closedAt} is null and ${cancelledAt} is null`,
      ),
    )
  return row ?? { running: 0, overdue: 0 }
}

/** Controls that stand on access reviews, all alike: handed to privacy by server/compose.ts. */
export const reviewControls: ReadingProvider = {
  async read(ctx, controls) {
    const facts = { last: await lastClosed(ctx), ...(await underWay(ctx)) }
    const reading = reviewReading(facts, ctx.now.slice(0, 10))
    return new Map(controls.map(({ id }) => [id, reading]))
  },
}
