import type { CombinedScore } from "./combine"
import type { Framework } from "./framework"

/**
 * WSJF is scored column by column, relative to the smallest item, so each column should hold at least one 1.
 * A warning per column that has scores but no 1; never a change of any score. Empty for other methods.
 */
export function warnColumnsWithoutOne(framework: Framework, combined: readonly CombinedScore[]): string[] {
  if (framework.method !== "wsjf") return []
  return framework.criteria.flatMap(({ key, name }) => {
    const lows = combined.flatMap(({ spreads }) => {
      const low = spreads.find((spread) => spread.criterion === key)?.low
      return low === null || low === undefined ? [] : [low]
    })
    if (lows.length === 0 || lows.includes(1)) return []
    return [noOneIn(name)]
  })
}

/** The warning itself, by the name of the criterion. */
export const noOneIn = (name: string) =>
  `${name}: no item has a 1. Give the smallest item the 1 and score the others relative to it.`
