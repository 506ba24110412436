import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { countItems } from "@/server/backlog/select-items"
import type { OpCtx } from "@/server/kernel/context"
import { isRelative } from "../domain/framework"
import { noOneIn, warnColumnsWithoutOne } from "../domain/wsjf-calibration"
import { countEarlier } from "./earlier-versions"
import type { FrameworkState } from "./expected-framework"
import type { FrameworkRow } from "./framework-rows"
import { rankingCounts } from "./known-counts"
import { asRow, type PartialEntry, type RankedRow, rankScored, selectUntouched } from "./ranking"
import { withinScoring } from "./reach"
import type { ScoreRow } from "./score-rows"
import { partialPage, rankedPage } from "./standing-pages"

export type Pages = { page: { offset: number; limit: number }; unscored: { offset: number; limit: number } }

/** What a page of a ranking is made of, from whichever source. */
export type RankingView = {
  total: number
  unscoredTotal: number
  scorers: number
  splitTotal: number
  scoredAt: string | null
  warnings: string[]
  /** Other versions under which items have scores. */
  earlier: Awaited<ReturnType<typeof countEarlier>>
  ranked: RankedRow[]
  /** Unscored items: those that lack a criterion, then those that nobody scored. */
  partial: PartialEntry[]
  untouched: Awaited<ReturnType<typeof selectUntouched>>
}

const latest = (rows: readonly ScoreRow[]) =>
  rows.reduce<string | null>(
    (time, { updatedAt }) => (time === null || updatedAt > time ? updatedAt : time),
    null,
  )

/** From the standings, by index: what is read does not grow with the backlog. Null where they may not be used. */
async function viewFromStandings(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
  { page, unscored }: Pages,
  asked: Promise<FrameworkState>,
): Promise<RankingView | null> {
  // The page does not wait to hear whether it may be used.
  const [ranked, counts] = await Promise.all([
    rankedPage(ctx, framework, filter, page),
    rankingCounts(ctx, framework, filter, asked),
  ])
  if (!counts) return null
  const { total, scored, touched } = counts
  const partials = touched - scored
  const partial = unscored.offset < partials ? await partialPage(ctx, framework, filter, unscored) : []
  const left = Math.min(unscored.limit - partial.length, total - touched)
  const untouched =
    left > 0
      ? await selectUntouched(ctx, framework, filter)
          .limit(left)
          .offset(Math.max(0, unscored.offset - partials))
      : []
  const columns = framework.definition.criteria.filter(({ key }) => counts.withoutOne.includes(key))
  return {
    total: scored,
    unscoredTotal: total - scored,
    scorers: counts.people.size,
    splitTotal: counts.split,
    scoredAt: counts.scoredAt,
    warnings: columns.map(({ name }) => noOneIn(name)),
    earlier: counts.earlier,
    ranked,
    partial,
    untouched,
  }
}

/** From the scores themselves: relative methods, blind rounds (`mine`), and standings that are not built yet. */
async function viewFromScores(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
  { page, unscored }: Pages,
  mine: boolean,
): Promise<RankingView> {
  const [{ ranked, partial }, total, earlier] = await Promise.all([
    rankScored(ctx, framework, filter, mine),
    countItems(ctx, filter, withinScoring(ctx)),
    countEarlier(ctx, framework),
  ])
  const shown = partial.slice(unscored.offset, unscored.offset + unscored.limit)
  const left = unscored.limit - shown.length
  const untouched =
    left > 0
      ? await selectUntouched(ctx, framework, filter, mine)
          .limit(left)
          .offset(Math.max(0, unscored.offset - partial.length))
      : []
  const given = [...ranked, ...partial].flatMap((row) => row.given)
  return {
    total: ranked.length,
    unscoredTotal: total - ranked.length,
    scorers: new Set(given.map(({ userId }) => userId)).size,
    splitTotal: ranked.filter(({ combined }) => combined.split.length > 0).length,
    scoredAt: latest(given),
    warnings: warnColumnsWithoutOne(
      framework.definition,
      [...ranked, ...partial].map(({ combined }) => combined),
    ),
    earlier,
    ranked: ranked.slice(page.offset, page.offset + page.limit).map((entry) => asRow(framework, entry)),
    partial: shown,
    untouched,
  }
}

/** The ranking of a filter, read from the standings where they may be used: begun before the answer `asked` is there. */
export async function rankingView(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
  pages: Pages,
  asked: Promise<FrameworkState>,
): Promise<RankingView> {
  if (!isRelative(framework.definition)) {
    const view = await viewFromStandings(ctx, framework, filter, pages, asked)
    if (view) return view
  }
  const { blind } = await asked
  return viewFromScores(ctx, framework, filter, pages, blind)
}
