import type { ScorerInputs } from "./combine"
import type { Criterion } from "./criterion"
import { scalePosition } from "./scale-position"

/** How far people are apart on one criterion of one item. */
export type CriterionDispute = {
  criterion: string
  /** Share of the scale between the lowest and the highest value, 0 to 1: by step for choices. */
  apart: number
  low: { value: number; scorerIds: string[] }
  high: { value: number; scorerIds: string[] }
}

export type ItemDispute = {
  itemId: string
  worst: CriterionDispute /** Sum over all criteria. */
  total: number
}

/** The spread of one criterion; null under two values. */
export function criterionDispute(
  criterion: Criterion,
  given: readonly { scorerId: string; value: number }[],
): CriterionDispute | null {
  if (given.length < 2) return null
  const values = given.map(({ value }) => value)
  const side = (value: number) => ({
    value,
    scorerIds: given.filter((one) => one.value === value).map(({ scorerId }) => scorerId),
  })
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const apart = Math.abs(scalePosition(criterion.scale, high) - scalePosition(criterion.scale, low))
  return { criterion: criterion.key, apart, low: side(low), high: side(high) }
}

/** The spreads of one item, widest first; criteria that fewer than two people scored are left out. */
export function spreadOfItem(
  criteria: readonly Criterion[],
  scorers: readonly ScorerInputs[],
): CriterionDispute[] {
  return criteria
    .flatMap((criterion) => {
      const given = scorers.flatMap(({ scorerId, inputs }) => {
        const value = inputs[criterion.key]
        return typeof value === "number" ? [{ scorerId, value }] : []
      })
      return criterionDispute(criterion, given) ?? []
    })
    .sort((a, b) => b.apart - a.apart)
}

/** The items people disagree on most, with the criterion that causes it: what a meeting should talk about. */
export function mostDisputed(
  criteria: readonly Criterion[],
  items: readonly { itemId: string; scorers: readonly ScorerInputs[] }[],
  count: number,
): ItemDispute[] {
  return items
    .flatMap(({ itemId, scorers }): ItemDispute[] => {
      const spreads = spreadOfItem(criteria, scorers)
      const [worst] = spreads
      if (!worst || worst.apart === 0) return []
      return [{ itemId, worst, total: spreads.reduce((sum, { apart }) => sum + apart, 0) }]
    })
    .sort((a, b) => b.worst.apart - a.worst.apart || b.total - a.total || (a.itemId < b.itemId ? -1 : 1))
    .slice(0, count)
}
