import { and, asc, eq, inArray, ne, type Placeholder, type SQL, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { scores } from "@/db/schema/scoring"
import { scoreStandings } from "@/db/schema/standings"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { itemCondition, type SelectedItem, selectItems, selectItemsWith } from "@/server/backlog/select-items"
import type { OpCtx } from "@/server/kernel/context"
import { own, rowsOf } from "@/server/kernel/database"
import { keepsManualOrder } from "../domain/framework"
import { tieSentence } from "../domain/rank"
import { rankReasons } from "../domain/rank-reasons"
import { scoreValues } from "../domain/score"
import type { ScoreResult, Values } from "../domain/score-result"
import type { FrameworkRow } from "./framework-rows"
import { type PartialEntry, type RankedEntry, type RankedRow, rankGiven } from "./ranking"
import { withinScoring } from "./reach"
import { selectScores } from "./score-rows"

type Page = { offset: number; limit: number }

/** Equals are named up to here: an item itself and three others. */
const NAMED = 4

// Written out, not a parameter: a plan that is kept for any parameter cannot use the index of scored standings.
const isScored = sql`${scoreStandings.status} = 'scored'`

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

/**
 * One page of the ranking in its order, with everything a row shows; the page's neighbours tell of ties at its ends.
 * One query, unless a tie goes on beyond the page.
 */
export async function rankedPage(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
  page: Page,
): Promise<RankedRow[]> {
  if (page.limit === 0) return []
  const first = Math.max(0, page.offset - 1)
  const size = page.limit + 1 + (page.offset - first)
  const around = await selectPlaced(ctx, framework, filter).limit(written(size)).offset(first)
  const reaches = { start: first === 0, end: around.length < size }
  const ties = await findTies(ctx, framework, filter, around, reaches)
  const shown = around.slice(page.offset - first, page.offset - first + page.limit)
  const resultOf = await resultsOf(ctx, framework, shown)
  const rows: RankedRow[] = []
  for (const [index, placed] of shown.entries()) {
    const { item, score, scorers, detail } = placed
    const result = resultOf(placed)
    if (result?.status !== "scored") continue
    const { lifts, holdsDown } = rankReasons(framework.definition, result)
    const tie = ties.get(score!)?.(item.key) ?? null
    const rank = page.offset + index + 1
    rows.push({ item, rank, score: score!, tie, lifts, holdsDown, result, scorers, detail })
  }
  return rows
}

/**
 * The usual numbers of rows are written out: of a parameter the planner must fear that it asks for everything, and plans
 * anew at every call. Only few, because each is a statement of its own.
 */
const written = (size: number) => (size % 50 === 1 ? (sql.raw(String(size)) as unknown as Placeholder) : size)

/** Scored items with their standings, in the order of the ranking. */
function selectPlaced(ctx: OpCtx, framework: FrameworkRow, filter: ItemFilter) {
  const { score, values, scorers, detail } = scoreStandings
  return selectItemsWith(ctx, { score, values, scorers, detail }, filter, withinScoring(ctx))
    .innerJoin(scoreStandings, standingOf(ctx, framework, isScored))
    .orderBy(...rankOrder(framework))
}

type Placed = { item: SelectedItem; score: number | null; values: Record<string, number | null> }

/** The worked scores of items: from the combined values, or for Kano, which counts people, from their answers. */
async function resultsOf(
  ctx: OpCtx,
  framework: FrameworkRow,
  placed: readonly Placed[],
): Promise<(one: Placed) => ScoreResult | undefined> {
  const { definition } = framework
  if (definition.method !== "kano") return ({ values }) => scoreValues(definition, values as Values)
  const selected = placed.map(({ item }) => item)
  const { ranked } = rankGiven(framework, selected, await scoresOf(ctx, framework, selected))
  const results = new Map(ranked.map(({ id, combined }) => [id, combined.result]))
  return ({ item }) => results.get(item.id)
}

/** The items of the ranking from a place on, with the scores given for them. */
export async function rankedEntries(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
  { from, limit }: { from: number; limit: number },
): Promise<RankedEntry[]> {
  const selected = await selectItems(ctx, filter, withinScoring(ctx))
    .innerJoin(scoreStandings, standingOf(ctx, framework, isScored))
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

/**
 * The sentences of the scores that several items of the filter share, by score. Equal scores are neighbours, so only a
 * run that touches an end of what was read may go on beyond it.
 */
async function findTies(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
  around: readonly Placed[],
  reaches: { start: boolean; end: boolean },
) {
  const ties = new Map<number, (key: string) => string | null>()
  if (keepsManualOrder(framework.definition)) return ties
  const beyond: number[] = []
  for (let start = 0, end = 1; start < around.length; start = end++) {
    const { score } = around[start]!
    while (end < around.length && around[end]!.score === score) end++
    if (end - start === 1 || score === null) continue
    const whole = (start > 0 || reaches.start) && (end < around.length || reaches.end)
    const keys = around.slice(start, Math.min(end, start + NAMED)).map(({ item }) => item.key)
    if (whole) ties.set(score, (key) => tieSentence(key, keys, end - start))
    else beyond.push(score)
  }
  if (beyond.length > 0) await countTies(ctx, framework, filter, beyond, ties)
  return ties
}

async function countTies(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
  shared: readonly number[],
  ties: Map<number, (key: string) => string | null>,
) {
  // One look-up by index per score: the planner would rather walk all standings once.
  const one = sql`select count(*)::int as people,
      (array_agg(${items.key} order by ${scoreStandings.orderKey}))[1:${sql.raw(String(NAMED))}] as keys
    from ${scoreStandings} join ${items} on ${own(ctx, items, eq(items.id, scoreStandings.itemId))}
    where ${own(
      ctx,
      scoreStandings,
      eq(scoreStandings.frameworkId, framework.id),
      isScored,
      sql`${scoreStandings.score} = shared.score`,
      itemCondition(ctx, filter, withinScoring(ctx)),
    )}`
  const found = await rowsOf<{ score: number; keys: string[]; people: number }>(
    ctx.db,
    sql`select shared.score, equals.* from (select value::float8 as score
        from json_array_elements_text(${JSON.stringify(shared)}::text::json)) shared
      cross join lateral (${one}) equals`,
  )
  for (const { score, keys, people } of found) ties.set(score, (key) => tieSentence(key, keys, people))
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
