import { and, asc, eq, notInArray } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { scores } from "@/db/schema/scoring"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { type SelectedItem, selectItems } from "@/server/backlog/select-items"
import type { OpCtx } from "@/server/kernel/context"
import { type RankedItem, rankItems, type UnscoredItem } from "../domain/rank"
import type { RankReasons } from "../domain/rank-reasons"
import type { ScoredResult } from "../domain/score-result"
import { type StandingDetail, standingDetail } from "../domain/standing"
import type { FrameworkRow } from "./framework-rows"
import { groupBy } from "./group-by"
import { withinScoring } from "./reach"
import { asScorers, isOneOf, type ScoreRow, scoredIds, selectScores } from "./score-rows"

/** What a row of the ranked list shows. */
export type RankedRow = RankReasons & {
  item: SelectedItem
  rank: number
  score: number
  tie: string | null
  result: ScoredResult
  scorers: number
  detail: StandingDetail
}
export type RankedEntry = RankedItem & { item: SelectedItem; given: ScoreRow[] }
export type PartialEntry = UnscoredItem & { item: SelectedItem; given: ScoreRow[] }
export type Ranking = {
  ranked: RankedEntry[]
  /** Scored by somebody, but a criterion is missing; in manual order. */
  partial: PartialEntry[]
}

/** The row of an item that was ranked from its scores. */
export function asRow(framework: FrameworkRow, entry: RankedEntry): RankedRow {
  const { item, rank, score, tie, lifts, holdsDown, combined, given } = entry
  return {
    item,
    rank,
    score,
    tie,
    lifts,
    holdsDown,
    // Ranked items are scored.
    result: combined.result as ScoredResult,
    scorers: given.length,
    detail: standingDetail(framework.definition, combined, asScorers(given)),
  }
}

/** Ranks items that are at hand, in manual order, with the scores given for them. */
export function rankGiven(
  framework: FrameworkRow,
  selected: readonly SelectedItem[],
  given: readonly ScoreRow[],
): Ranking {
  const byItem = groupBy(given, ({ itemId }) => itemId)
  const rankable = selected.map(({ id, key, title }) => ({
    id,
    key,
    title,
    scorers: asScorers(byItem.get(id) ?? []),
  }))
  const { ranked, unscored } = rankItems(rankable, framework.definition)
  const place = new Map(selected.map((item, index) => [item.id, { item, index }]))
  const complete = <T extends { id: string }>(row: T) => ({
    ...row,
    item: place.get(row.id)!.item,
    given: byItem.get(row.id) ?? [],
  })
  return {
    ranked: ranked.map(complete),
    partial: unscored.sort((a, b) => place.get(a.id)!.index - place.get(b.id)!.index).map(complete),
  }
}

/**
 * Ranks the items of a filter that have any score, from the scores themselves: two queries, whatever the number of
 * items. `mine` counts only what the caller gave, as in a blind round.
 */
export async function rankScored(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
  mine = false,
): Promise<Ranking> {
  const by = mine ? eq(scores.userId, ctx.userId) : undefined
  const given = await selectScores(ctx, and(eq(scores.frameworkId, framework.id), by))
  const among = isOneOf(
    items.id,
    given.map(({ itemId }) => itemId),
  )
  const scored = given.length
    ? await selectItems(ctx, filter, withinScoring(ctx), among).orderBy(asc(items.rank), asc(items.id))
    : []
  return rankGiven(framework, scored, given)
}

/** The items of a filter that nobody scored (`mine`: the caller did not), in manual order; the caller adds the page. */
export function selectUntouched(ctx: OpCtx, framework: FrameworkRow, filter: ItemFilter, mine = false) {
  const by = mine ? eq(scores.userId, ctx.userId) : undefined
  const untouched = notInArray(items.id, scoredIds(ctx, framework.id, by))
  return selectItems(ctx, filter, withinScoring(ctx), untouched).orderBy(asc(items.rank), asc(items.id))
}
