import { and, asc, count, eq, inArray, max, ne, type SQL, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { memberships } from "@/db/schema/members"
import { scores } from "@/db/schema/scoring"
import { scoreStandings } from "@/db/schema/standings"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { itemCondition, type SelectedItem, selectItems } from "@/server/backlog/select-items"
import type { OpCtx } from "@/server/kernel/context"
import { own, rowsOf } from "@/server/kernel/database"
import { keepsManualOrder } from "../domain/framework"
import { tieSentence } from "../domain/rank"
import { rankReasons } from "../domain/rank-reasons"
import { scoreValues } from "../domain/score"
import type { ScoreResult } from "../domain/score-result"
import type { FrameworkRow } from "./framework-rows"
import { type PartialEntry, type RankedEntry, type RankedRow, rankGiven } from "./ranking"
import { withinScoring } from "./reach"
import { hasValues, selectScores } from "./score-rows"

type Page = { offset: number; limit: number }

const standingOf = (ctx: OpCtx, framework: FrameworkRow, ...more: (SQL | undefined)[]) =>
  own(
    ctx,
    scoreStandings,
    eq(scoreStandings.itemId, items.id),
    eq(scoreStandings.frameworkId, framework.id),
    ...more,
  )

/** The order of a ranking: by score, equals by key, or by hand where the score is a class. */
const rankOrder = (framework: FrameworkRow): SQL[] => [
  sql`${scoreStandings.score} desc nulls last`,
  keepsManualOrder(framework.definition) ? sql`${items.rank}` : sql`${scoreStandings.orderKey}`,
]

/** What a ranking is in numbers, over the whole filter: one pass over its items, without reading a score. */
export async function countStandings(ctx: OpCtx, framework: FrameworkRow, filter: ItemFilter) {
  const is = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`
  const [row] = await ctx.db
    .select({
      total: count(),
      scored: is(sql`${scoreStandings.status} = 'scored'`),
      touched: count(scoreStandings.itemId),
      split: is(sql`${scoreStandings.split} and ${scoreStandings.status} = 'scored'`),
      scoredAt: max(scoreStandings.scoredAt),
    })
    .from(items)
    .leftJoin(scoreStandings, standingOf(ctx, framework))
    .where(itemCondition(ctx, filter, withinScoring(ctx)))
  return row!
}

/** How many people scored items of the filter: each member's first such score is found by an index. */
export async function countScorers(ctx: OpCtx, framework: FrameworkRow, filter: ItemFilter): Promise<number> {
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
  const [row] = await rowsOf<{ people: number }>(
    ctx.db,
    sql`select count(*)::int as people from ${memberships} cross join lateral ${one} as given
      where ${own(ctx, memberships)}`,
  )
  return row?.people ?? 0
}

const columns = {
  itemId: scoreStandings.itemId,
  score: scoreStandings.score,
  values: scoreStandings.values,
  scorers: scoreStandings.scorers,
  detail: scoreStandings.detail,
}

/** One page of the ranking in its order, with everything a row shows; the page's neighbours tell of ties at its ends. */
export async function rankedPage(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
  page: Page,
): Promise<RankedRow[]> {
  if (page.limit === 0) return []
  const first = Math.max(0, page.offset - 1)
  const size = page.limit + 1 + (page.offset - first)
  const scored = standingOf(ctx, framework, eq(scoreStandings.status, "scored"))
  const [around, selected] = await Promise.all([
    ctx.db
      .select(columns)
      .from(scoreStandings)
      .innerJoin(items, and(scored, own(ctx, items)))
      .where(itemCondition(ctx, filter, withinScoring(ctx)))
      .orderBy(...rankOrder(framework))
      .limit(size)
      .offset(first),
    selectItems(ctx, filter, withinScoring(ctx))
      .innerJoin(scoreStandings, scored)
      .orderBy(...rankOrder(framework))
      .limit(page.limit)
      .offset(page.offset),
  ])
  const byId = new Map(selected.map((item) => [item.id, item]))
  const results = await resultsOf(ctx, framework, around, selected)
  const ties = await findTies(
    ctx,
    framework,
    filter,
    around.map(({ score }) => score!),
  )
  return around.flatMap(({ itemId, score, scorers, detail }, index): RankedRow[] => {
    const item = byId.get(itemId)
    const result = results(itemId)
    if (!item || result?.status !== "scored") return []
    const tie = ties.get(score!)?.(item.key) ?? null
    return [
      {
        ...{ item, scorers, detail, result, tie },
        ...rankReasons(framework.definition, result),
        rank: first + index + 1,
        score: score!,
      },
    ]
  })
}

/** The worked scores of the items: from the combined values, or for Kano, which counts people, from their answers. */
async function resultsOf(
  ctx: OpCtx,
  { definition, ...framework }: FrameworkRow,
  standings: readonly { itemId: string; values: Record<string, number | null> }[],
  selected: readonly SelectedItem[],
): Promise<(itemId: string) => ScoreResult | undefined> {
  if (definition.method !== "kano") {
    const values = new Map(standings.map((row) => [row.itemId, row.values as Record<string, number>]))
    return (id) => scoreValues(definition, values.get(id)!)
  }
  const row = { definition, ...framework }
  const { ranked } = rankGiven(row, selected, await scoresOf(ctx, row, selected))
  const results = new Map(ranked.map(({ id, combined }) => [id, combined.result]))
  return (id) => results.get(id)
}

/** The items of the ranking from a place on, with the scores given for them. */
export async function rankedEntries(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
  { from, limit }: { from: number; limit: number },
): Promise<RankedEntry[]> {
  const selected = await selectItems(ctx, filter, withinScoring(ctx))
    .innerJoin(scoreStandings, standingOf(ctx, framework, eq(scoreStandings.status, "scored")))
    .orderBy(...rankOrder(framework))
    .limit(limit)
    .offset(from)
  const { ranked } = rankGiven(framework, selected, await scoresOf(ctx, framework, selected))
  const byId = new Map(ranked.map((row) => [row.id, row]))
  return selected.flatMap(({ id }) => byId.get(id) ?? [])
}

async function scoresOf(ctx: OpCtx, framework: FrameworkRow, selected: readonly { id: string }[]) {
  if (selected.length === 0) return []
  // A list of parameters is looked up by index, item by item; ids in JSON would be joined with all scores.
  const among = inArray(
    scores.itemId,
    selected.map(({ id }) => id),
  )
  return selectScores(ctx, and(eq(scores.frameworkId, framework.id), among))
}

/** The sentences of the scores that several items of the filter share, by score; equal scores are neighbours. */
async function findTies(ctx: OpCtx, framework: FrameworkRow, filter: ItemFilter, scored: readonly number[]) {
  const ties = new Map<number, (key: string) => string | null>()
  const shared = new Set(scored.filter((score, index) => score === scored[index - 1]))
  if (keepsManualOrder(framework.definition) || shared.size === 0) return ties
  // One look-up by index per score: the planner would rather walk all standings once.
  const one = sql`select count(*)::int as people,
      (array_agg(${items.key} order by ${scoreStandings.orderKey}))[1:4] as keys
    from ${scoreStandings} join ${items} on ${own(ctx, items, eq(items.id, scoreStandings.itemId))}
    where ${own(
      ctx,
      scoreStandings,
      eq(scoreStandings.frameworkId, framework.id),
      eq(scoreStandings.status, "scored"),
      sql`${scoreStandings.score} = shared.score`,
      itemCondition(ctx, filter, withinScoring(ctx)),
    )}`
  const found = await rowsOf<{ score: number; keys: string[]; people: number }>(
    ctx.db,
    sql`select shared.score, equals.* from (select value::float8 as score
        from json_array_elements_text(${JSON.stringify([...shared])}::text::json)) shared
      cross join lateral (${one}) equals`,
  )
  for (const { score, keys, people } of found) ties.set(score, (key) => tieSentence(key, keys, people))
  return ties
}

/** Items that somebody scored, but a criterion is missing or unusable, in manual order. */
export async function partialPage(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
  page: Page,
): Promise<PartialEntry[]> {
  if (page.limit === 0) return []
  const selected = await selectItems(ctx, filter, withinScoring(ctx))
    .innerJoin(scoreStandings, standingOf(ctx, framework, ne(scoreStandings.status, "scored")))
    .orderBy(asc(items.rank), asc(items.id))
    .limit(page.limit)
    .offset(page.offset)
  return rankGiven(framework, selected, await scoresOf(ctx, framework, selected)).partial
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
