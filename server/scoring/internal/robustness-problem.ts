import { asWeighted, type Framework, isRelative } from "../domain/framework"
import type { RedrawProblem } from "../domain/redraw"
import { type RobustnessSettings, weightSetOf } from "../domain/robustness"
import type { SmaaProblem } from "../domain/smaa"
import type { RankedEntry } from "./ranking"
import { asScorers } from "./score-rows"

/** Values, weights and spread of the ranked items, as `smaa` takes them; null for a method without weights. */
export function weightProblem(
  framework: Framework,
  ranked: readonly RankedEntry[],
  settings: RobustnessSettings,
): SmaaProblem | null {
  const view = asWeighted(framework)
  if (!view) return null
  const relative = isRelative(framework)
  const { keys, weights } = view
  const size = ranked.length * keys.length
  const [values, low, high] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  for (const [i, { combined }] of ranked.entries()) {
    for (const [k, key] of keys.entries()) {
      const spread = combined.spreads.find(({ criterion }) => criterion === key)
      const worth = (x: number | null | undefined) => (relative ? (x ?? 0) : view.value(k, x ?? 0))
      const ends = [worth(spread?.low), worth(spread?.high)]
      values[i * keys.length + k] = worth(spread?.median)
      low[i * keys.length + k] = Math.min(...ends)
      high[i * keys.length + k] = Math.max(...ends)
    }
  }
  return {
    items: ranked.length,
    criteria: keys.length,
    values,
    weights: weightSetOf(settings.weightings, weights),
    ...(settings.withSpread && { spread: { low, high } }),
    ...(relative && { costs: framework.criteria.map(({ direction }) => direction === "cost") }),
    samples: settings.samples,
    seed: settings.seed,
  }
}

export const scorerProblem = (
  framework: Framework,
  ranked: readonly RankedEntry[],
  { samples, seed }: RobustnessSettings,
): RedrawProblem => ({ framework, items: ranked.map(({ given }) => asScorers(given)), samples, seed })
