import { asc, eq, notInArray } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { scores } from "@/db/schema/scoring"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { type SelectedItem, selectItems } from "@/server/backlog/select-items"
import type { OpCtx } from "@/server/kernel/context"
import { type RankedItem, rankItems, type UnscoredItem } from "../domain/rank"
import type { FrameworkRow } from "./framework-rows"
import { groupBy } from "./group-by"
import { withinScoring } from "./reach"
import { asScorers, isOneOf, type ScoreRow, scoredIds, selectScores } from "./score-rows"

export type Ranking = {
  ranked: (RankedItem & { item: SelectedItem; given: ScoreRow[] })[]
  /** Scored by somebody, but a criterion is missing; in manual order. */
  partial: (UnscoredItem & { item: SelectedItem; given: ScoreRow[] })[]
}

/** Ranks the items of a filter that have any score: two queries, whatever the number of items. */
export async function rankScored(ctx: OpCtx, framework: FrameworkRow, filter: ItemFilter): Promise<Ranking> {
  const given = await selectScores(ctx, eq(scores.frameworkId, framework.id))
  const among = isOneOf(
    items.id,
    given.map(({ itemId }) => itemId),
  )
  const scored = given.length
    ? await selectItems(ctx, filter, withinScoring(ctx), among).orderBy(asc(items.rank), asc(items.id))
    : []
  const byItem = groupBy(given, ({ itemId }) => itemId)
  const rankable = scored.map(({ id, key, title }) => ({
    id,
    key,
    title,
    scorers: asScorers(byItem.get(id) ?? []),
  }))
  const { ranked, unscored } = rankItems(rankable, framework.definition)
  const place = new Map(scored.map((item, index) => [item.id, { item, index }]))
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

/** The items of a filter that nobody scored, in manual order; the caller adds limit and offset. */
export function selectUntouched(ctx: OpCtx, framework: FrameworkRow, filter: ItemFilter) {
  const untouched = notInArray(items.id, scoredIds(ctx, framework.id))
  return selectItems(ctx, filter, withinScoring(ctx), untouched).orderBy(asc(items.rank), asc(items.id))
}
