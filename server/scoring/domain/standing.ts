import { type CombinedScore, combineScores, type ScorerInputs } from "./combine"
import type { Framework } from "./framework"
import { splitKey } from "./rank"

/** Grows when a method computes something else from the same inputs: standings made by older rules are not used. */
export const STANDING_RULES = 2

/** What a row of the ranked list shows besides the score. */
export type StandingDetail = {
  /** How many people gave which value of the first criterion, ascending. */
  dots: { value: number; count: number }[]
  /** People who left a criterion out; their other values count. */
  incomplete: number
  /** Keys of the criteria on which people are split. */
  split: string[]
}

/** How many people gave which value: one dot per value, larger for more people. */
function dotsOf(criterion: string, scorers: readonly ScorerInputs[]): StandingDetail["dots"] {
  const counts = new Map<number, number>()
  for (const { inputs } of scorers) {
    const value = inputs[criterion]
    if (typeof value === "number") counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value)
}

export const standingDetail = (
  framework: Framework,
  { own, split }: CombinedScore,
  scorers: readonly ScorerInputs[],
): StandingDetail => ({
  dots: dotsOf(framework.criteria[0]!.key, scorers),
  incomplete: own.filter(({ missing }) => missing.length > 0).length,
  split,
})

/** What the scores of one item come to, as far as it does not depend on other items. */
export type Standing = {
  status: "scored" | "missing" | "invalid"
  score: number | null
  /** The combined value by criterion; null where nobody gave one. */
  values: Record<string, number | null>
  /** The lowest value given, by criterion. */
  lows: Record<string, number>
  split: boolean
  scorers: number
  detail: StandingDetail
  orderKey: string
}

/**
 * A text that orders as `compareKeys` does, by code units: prefix, then number, then the key itself. The separator is
 * lower than any character of a key, so that a prefix comes before its continuations.
 */
export function orderKey(key: string): string {
  const [prefix, number] = splitKey(key)
  return [prefix, String(number).padStart(15, "0"), key].join("\u0001")
}

/** The standing of an item by its scorers. Relative methods have none: their scores stand on the list. */
export function standingOf(
  framework: Framework,
  item: { key: string; scorers: readonly ScorerInputs[] },
): Standing {
  const combined = combineScores(framework, item.scorers)
  const { result, spreads, split } = combined
  if (result.status === "relative") throw new Error(`${framework.method} has no standing of single items`)
  return {
    status: result.status,
    score: result.status === "scored" ? result.score : null,
    values: Object.fromEntries(spreads.map(({ criterion, median }) => [criterion, median])),
    lows: Object.fromEntries(
      spreads.flatMap(({ criterion, low }) => (low === null ? [] : [[criterion, low]])),
    ),
    split: split.length > 0,
    scorers: item.scorers.length,
    detail: standingDetail(framework, combined, item.scorers),
    orderKey: orderKey(item.key),
  }
}
