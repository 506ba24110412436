import { and, asc, count, eq, inArray, max, type SQL, sql } from "drizzle-orm"
import { auditHeads } from "@/db/schema/audit"
import { items } from "@/db/schema/backlog"
import { memberships } from "@/db/schema/members"
import { scores } from "@/db/schema/scoring"
import { scoreStandings, standingStamps } from "@/db/schema/standings"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { itemCondition } from "@/server/backlog/select-items"
import type { OpCtx } from "@/server/kernel/context"
import { own, rowsOf } from "@/server/kernel/database"
import type { FrameworkRow } from "./framework-rows"
import { withinScoring } from "./reach"
import { hasValues } from "./score-rows"

/**
 * What a ranking is in numbers, over the whole filter: one pass over its items, without reading a score. `seq` and
 * `generation` are the audit trail's and the standings' own numbers at the very moment of the count.
 */
export async function countStandings(ctx: OpCtx, framework: FrameworkRow, filter: ItemFilter) {
  const is = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`
  const ofFramework = own(ctx, standingStamps, eq(standingStamps.frameworkId, framework.id))
  const [row] = await ctx.db
    .select({
      total: count(),
      scored: is(sql`${scoreStandings.status} = 'scored'`),
      touched: count(scoreStandings.itemId),
      split: is(sql`${scoreStandings.split} and ${scoreStandings.status} = 'scored'`),
      scoredAt: max(scoreStandings.scoredAt),
      seq: sql<
        number | null
      >`(select ${auditHeads.seq}::float8 from ${auditHeads} where ${own(ctx, auditHeads)})`,
      generation: sql<
        number | null
      >`(select ${standingStamps.generation} from ${standingStamps} where ${ofFramework})`,
    })
    .from(items)
    .leftJoin(
      scoreStandings,
      own(
        ctx,
        scoreStandings,
        eq(scoreStandings.itemId, items.id),
        eq(scoreStandings.frameworkId, framework.id),
      ),
    )
    .where(itemCondition(ctx, filter, withinScoring(ctx)))
  return row!
}

/** Who scored items of the filter: each member's first such score is found by an index. */
export async function findScorers(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
): Promise<string[]> {
  const one = ctx.db
    .select({ one: sql`1` })
    .from(scores)
    .innerJoin(items, own(ctx, items, eq(items.id, scores.itemId)))
    .where(
      own(
        ctx,
        scores,
        and(eq(scores.frameworkId, framework.id), eq(scores.userId, memberships.userId), hasValues),
        itemCondition(ctx, filter, withinScoring(ctx)),
      ),
    )
    // Asks for the order of the index: else the planner walks the table until it meets the member.
    .orderBy(asc(scores.itemId))
    .limit(1)
  const rows = await rowsOf<{ id: string }>(
    ctx.db,
    sql`select ${memberships.userId}::text as id from ${memberships} cross join lateral ${one} as given
      where ${own(ctx, memberships)}`,
  )
  return rows.map(({ id }) => id)
}

/** WSJF: keys of the criteria that have values in the filter, but no 1 among them. */
export async function columnsWithoutOne(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
): Promise<string[]> {
  const within = own(
    ctx,
    scoreStandings,
    eq(scoreStandings.frameworkId, framework.id),
    inArray(
      scoreStandings.itemId,
      ctx.db
        .select({ id: items.id })
        .from(items)
        .where(itemCondition(ctx, filter, withinScoring(ctx))),
    ),
  )
  const low = (key: string) => sql`(${scoreStandings.lows} ->> ${key})::float8`
  const columns = framework.definition.criteria.map(({ key }) => key)
  const [row] = await rowsOf<Record<string, boolean | null>>(
    ctx.db,
    sql`select ${sql.join(
      columns.map(
        (key, index) =>
          sql`exists (select 1 from ${scoreStandings} where ${within} and ${scoreStandings.lows} ? ${key})
            and not exists (select 1 from ${scoreStandings} where ${within} and ${low(key)} = 1) as ${sql.identifier(`c${index}`)}`,
      ),
      sql`, `,
    )}`,
  )
  return columns.filter((_, index) => row?.[`c${index}`] === true)
}
