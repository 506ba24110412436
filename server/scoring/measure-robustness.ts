import { query } from "@/server/kernel/operation"
import { asWeighted, isRelative } from "./domain/framework"
import { MOST_COMPARED, robustnessSettings, standardError } from "./domain/robustness"
import { reportDetails, reportItems, reportSwaps } from "./domain/robustness-report"
import { scoringViewSchema } from "./domain/scoring-filter"
import { openRound } from "./internal/blind"
import { drawByScorers, drawByWeights } from "./internal/draw-rankings"
import { type FrameworkRow, fetchFramework } from "./internal/framework-rows"
import { rankSlice } from "./internal/rank-slice"
import type { RankedEntry } from "./internal/ranking"
import { scorerProblem, weightProblem } from "./internal/robustness-problem"

const inputSchema = scoringViewSchema.extend(robustnessSettings.shape)
type Settings = ReturnType<typeof inputSchema.parse>
type Found = {
  framework: FrameworkRow
  settings: Settings
  ranked: RankedEntry[]
  whole: RankedEntry[] | null
  total: number
  blind: boolean
}

/** Why nothing is drawn, in a sentence; null when something is. */
function reasonAgainst({ framework, settings, ranked, blind }: Found): string | null {
  const { name } = framework.definition
  if (blind) return `${name} is scored blind. How sure the order is can be said once the scores are revealed`
  if (ranked.length < 2 && settings.from > 0) return "At these places there are not two items to compare"
  if (ranked.length < 2) return "Two ranked items are needed before an order can be sure or unsure"
  if (asWeighted(framework.definition) || ranked.some(({ given }) => given.length > 1)) return null
  return `${name} has no weights to vary, and one person alone has scored: nothing can be drawn again yet`
}

async function draw(found: Found) {
  const { framework, settings, ranked, whole, total } = found
  const { from } = settings
  const { definition } = framework
  const described = {
    framework: { id: framework.id, key: framework.key, version: framework.version, definition },
    relative: isRelative(definition),
    settings: { weightings: settings.weightings, withSpread: settings.withSpread, top: settings.top },
    /** How many items stand before those compared. */
    from,
    compared: ranked.length,
    total,
  }
  const reason = reasonAgainst(found)
  if (reason) return { ...described, drawn: null, reason }
  const problem = weightProblem(definition, ranked, settings)
  const result = problem
    ? await drawByWeights(problem)
    : { ...(await drawByScorers(scorerProblem(definition, ranked, settings))), exact: false }
  const rowOf = ({ id, key, title, combined }: RankedEntry) => ({ id, key, title, values: combined.values })
  const rows = ranked.map(rowOf)
  const drawn = {
    /** What was varied: the weights, or the people whose medians count. */
    basis: problem ? ("weights" as const) : ("scorers" as const),
    exact: result.exact,
    /** 0 where the shares are exact. */
    samples: result.samples,
    seed: result.seed,
    standardError: standardError(result.samples),
    items: reportItems(definition, rows, result, { top: settings.top, from }),
    ...reportDetails(result, ranked.length),
    swaps: whole ? reportSwaps(definition, whole.map(rowOf), from) : reportSwaps(definition, rows),
  }
  return { ...described, drawn, reason: null }
}

/**
 * How sure a ranking is: the share of plausible weightings (or, without weights, of redrawn panels of scorers) in which
 * each item is first or among the first few, who stands above whom, and the smallest change of a weight that swaps
 * neighbours. 200 items are compared at once, from the place asked for. Same inputs, seed and number of draws give the same answer; two
 * criteria are computed exactly. @throws NOT_FOUND, RULE_BROKEN when it takes too long.
 */
export const measureRobustness = query("scoring.measureRobustness", {
  permission: "scoring.read",
  at: "rows",
  input: inputSchema,
  async run(ctx, settings): Promise<Found> {
    const framework = await fetchFramework(ctx, settings.frameworkKey, settings.version)
    const blind = (await openRound(ctx, framework.key)) !== undefined
    if (blind) return { framework, settings, ranked: [], whole: null, total: 0, blind }
    return {
      framework,
      settings,
      blind,
      ...(await rankSlice(ctx, framework, settings.filter, { from: settings.from, limit: MOST_COMPARED })),
    }
  },
  finish: draw,
})
