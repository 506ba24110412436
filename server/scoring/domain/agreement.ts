import chiSquareCdf from "@stdlib/stats-base-dists-chisquare-cdf"

/** One row per item, one column per rater, without holes. */
export type Ratings = readonly (readonly number[])[]

export const FEWEST_RATERS = 2
export const FEWEST_ITEMS = 3

/** True when two measures of agreement make sense: two raters and three items at least. */
export const isEnough = (items: number, raters: number) => raters >= FEWEST_RATERS && items >= FEWEST_ITEMS

export type Concordance = {
  /** 0: no more alike than chance, 1: the very same order. Corrected for ties. */
  w: number
  uncorrectedW: number
  /** Sum of squared deviations of the rank sums, and the sum of t³ − t over all groups of ties. */
  s: number
  ties: number
  chiSquare: number
  df: number
  /** Chance of a W at least as large if everybody ordered at random (χ² approximation). */
  p: number
}

/** Ranks from 1 for the lowest value; equal values share the mean of their ranks. */
export function averageRanks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!)
  const ranks = values.map(() => 0)
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++
    for (let at = start; at < end; at++) ranks[order[at]!] = (start + 1 + end) / 2
    start = end
  }
  return ranks
}

function tieTerm(ranks: readonly number[]): number {
  const groups = new Map<number, number>()
  for (const rank of ranks) groups.set(rank, (groups.get(rank) ?? 0) + 1)
  return [...groups.values()].reduce((sum, size) => sum + size ** 3 - size, 0)
}

/**
 * Kendall's W with the correction for ties: do people put the items in the same order? W = 12 S / (m² (n³ − n) − m ΣT),
 * χ² = m (n − 1) W (Kendall & Smith 1939; Siegel & Castellan 1988). Null under two raters or three items, and when
 * every rater gives all items the same value.
 */
export function kendallW(ratings: Ratings): Concordance | null {
  const n = ratings.length
  const m = ratings[0]?.length ?? 0
  if (!isEnough(n, m)) return null
  const ranks = Array.from({ length: m }, (_, rater) => averageRanks(ratings.map((row) => row[rater]!)))
  const ties = ranks.reduce((sum, column) => sum + tieTerm(column), 0)
  const whole = m ** 2 * (n ** 3 - n)
  if (whole - m * ties <= 0) return null
  const mean = (m * (n + 1)) / 2
  const s = ratings.reduce((sum, _, item) => {
    const total = ranks.reduce((of, column) => of + column[item]!, 0)
    return sum + (total - mean) ** 2
  }, 0)
  const w = (12 * s) / (whole - m * ties)
  const df = n - 1
  const chiSquare = m * df * w
  return { w, uncorrectedW: (12 * s) / whole, s, ties, chiSquare, df, p: 1 - chiSquareCdf(chiSquare, df) }
}
