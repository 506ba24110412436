import { z } from "zod"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { countItems } from "@/server/backlog/select-items"
import type { OpCtx } from "@/server/kernel/context"
import { query } from "@/server/kernel/operation"
import { scoringViewSchema } from "./domain/scoring-filter"
import { warnColumnsWithoutOne } from "./domain/wsjf-calibration"
import { countEarlier } from "./internal/earlier-versions"
import { describeFramework, type FrameworkRow, fetchFramework } from "./internal/framework-rows"
import { type Ranking, rankScored, selectUntouched } from "./internal/ranking"
import { withinScoring } from "./internal/reach"
import type { ScoreRow } from "./internal/score-rows"

type Page = { offset: number; limit: number }

/** How many people gave which value: one dot per value, larger for more people. */
function dotsOf(criterion: string, given: ScoreRow[]): { value: number; count: number }[] {
  const counts = new Map<number, number>()
  for (const { inputs } of given) {
    const value = inputs[criterion]
    if (typeof value === "number") counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value)
}

function rankedRow(
  framework: FrameworkRow,
  { combined, given, item, id, key, title, ...row }: Ranking["ranked"][number],
) {
  const { result, split, own } = combined
  return {
    ...row,
    item,
    worked: result.status === "scored" ? result.worked : "",
    sentence: result.status === "scored" ? result.sentence : "",
    scorers: given.length,
    /** People who left a criterion out; their other values count. */
    incomplete: own.filter(({ missing }) => missing.length > 0).length,
    split,
    dots: dotsOf(framework.definition.criteria[0]!.key, given),
  }
}

/** The group of unscored items: first those that lack a criterion, then those that nobody scored. */
async function unscoredPage(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
  partial: Ranking["partial"],
  page: Page,
) {
  const first = partial
    .slice(page.offset, page.offset + page.limit)
    .map(({ item, reason, missing, given }) => ({
      item,
      reason,
      missing,
      scorers: given.length,
    }))
  const left = page.limit - first.length
  const rest =
    left > 0
      ? await selectUntouched(ctx, framework, filter)
          .limit(left)
          .offset(Math.max(0, page.offset - partial.length))
      : []
  const reason = "Nobody has scored it yet"
  return [...first, ...rest.map((item) => ({ item, reason, missing: [] as string[], scorers: 0 }))]
}

const latest = (rows: ScoreRow[]) =>
  rows.reduce<string | null>(
    (time, { updatedAt }) => (time === null || updatedAt > time ? updatedAt : time),
    null,
  )

const pageSchema = z.object({
  offset: z.number().int().min(0).max(1_000_000).default(0),
  limit: z.number().int().min(0).max(1000).default(200),
})

/**
 * The items of a filter by score, highest first, each with the reasons; computed from the stored inputs at this moment.
 * Items without a score are a group of their own. Without statuses, open items only. `earlier` counts items that have
 * scores under other versions of the framework, which do not count here.
 */
export const rankItems = query("scoring.rankItems", {
  permission: "scoring.read",
  at: "rows",
  input: scoringViewSchema.extend({
    page: pageSchema.prefault({}),
    unscored: pageSchema.prefault({ limit: 50 }),
  }),
  async run(ctx, { frameworkKey, version, filter, page, unscored }) {
    const framework = await fetchFramework(ctx, frameworkKey, version)
    const [{ ranked, partial }, total, earlier] = await Promise.all([
      rankScored(ctx, framework, filter),
      countItems(ctx, filter, withinScoring(ctx)),
      countEarlier(ctx, framework),
    ])
    const given = [...ranked, ...partial].flatMap((row) => row.given)
    return {
      framework: describeFramework(framework),
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
      ranked: ranked.slice(page.offset, page.offset + page.limit).map((row) => rankedRow(framework, row)),
      unscored: await unscoredPage(ctx, framework, filter, partial, unscored),
    }
  },
})
