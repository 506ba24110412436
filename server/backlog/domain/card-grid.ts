import type { LaneBy } from "./wip"

/** What cards add up to: their number, the sum of their estimates, and how many have none (which is not zero). */
export type CardSums = { total: number; sum: number; unestimated: number }

/** The cards of one column in one lane: the first by rank, and what all of them add up to. */
export type GridCell<Card> = CardSums & {
  column: string
  /** The sums stand for more than they say: counting stopped there. */
  hasMoreThanCounted: boolean
  items: Card[]
}

/** One lane. `value` is what its items have in common; null for those without an owner, product … */
export type GridLane<Card> = CardSums & { value: string | null; name: string; cells: GridCell<Card>[] }

/** Cards in columns, and in lanes across them; without lanes there is one, which has no name. */
export type CardGrid<Card> = {
  laneBy: LaneBy | null
  columns: (CardSums & { column: string; hasMoreThanCounted: boolean })[]
  lanes: GridLane<Card>[]
  /** Lanes beyond those that are shown. */
  moreLanes: number
}

export const NO_SUMS: CardSums = { total: 0, sum: 0, unestimated: 0 }
