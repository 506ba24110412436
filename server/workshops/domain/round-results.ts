import type { CombinedScore } from "@/server/scoring/domain/combine"
import { combineScores } from "@/server/scoring/domain/combine"
import type { Criterion } from "@/server/scoring/domain/criterion"
import type { Framework } from "@/server/scoring/domain/framework"
import { type Ranking, rankItems } from "@/server/scoring/domain/rank"
import { scalePosition } from "@/server/scoring/domain/scale-position"

export type RoundEntry = { itemId: string; userId: string; inputs: Record<string, number>; note: string }
export type RoundItem = { itemId: string; key: string; title: string }

/** What counts after several rounds: of each person and item the latest round's values, empty ones left out. */
export function countedEntries(rounds: readonly (readonly RoundEntry[])[]): RoundEntry[] {
  const latest = new Map<string, RoundEntry>()
  for (const entry of rounds.flat()) {
    if (Object.keys(entry.inputs).length > 0) latest.set(`${entry.itemId} ${entry.userId}`, entry)
  }
  return [...latest.values()]
}

const scorersOf = (entries: readonly RoundEntry[], itemId: string) =>
  entries
    .filter((entry) => entry.itemId === itemId)
    .map(({ userId, inputs }) => ({ scorerId: userId, inputs }))

/** The order that these entries make, by the rule of the framework. */
export function rankEntries(
  framework: Framework,
  items: readonly RoundItem[],
  entries: readonly RoundEntry[],
): Ranking {
  return rankItems(
    items.map(({ itemId, key, title }) => ({ id: itemId, key, title, scorers: scorersOf(entries, itemId) })),
    framework,
  )
}

export type CriterionGap = {
  criterion: Criterion
  low: number
  high: number
  /** How far low and high are apart on the scale, 0 to 1. */
  apart: number
  split: boolean
}

export type Disagreement = {
  item: RoundItem
  combined: CombinedScore
  scorers: number
  /** Criteria with two values or more, the widest gap first. */
  gaps: CriterionGap[]
}

/** The items, those that people see most differently first; each with the criterion that causes it. */
export function byDisagreement(
  framework: Framework,
  items: readonly RoundItem[],
  entries: readonly RoundEntry[],
): Disagreement[] {
  const all = items.map((item): Disagreement => {
    const scorers = scorersOf(entries, item.itemId)
    const combined = combineScores(framework, scorers)
    const gaps = framework.criteria.flatMap((criterion): CriterionGap[] => {
      const spread = combined.spreads.find((row) => row.criterion === criterion.key)
      if (!spread || spread.low === null || spread.high === null || spread.count < 2) return []
      const { low, high, split } = spread
      const apart = Math.abs(scalePosition(criterion.scale, high) - scalePosition(criterion.scale, low))
      return [{ criterion, low, high, apart, split }]
    })
    return { item, combined, scorers: scorers.length, gaps: gaps.sort((a, b) => b.apart - a.apart) }
  })
  const widest = ({ gaps }: Disagreement) => gaps[0]?.apart ?? -1
  const splits = ({ gaps }: Disagreement) => gaps.filter(({ split }) => split).length
  return all
    .map((row, index) => ({ row, index }))
    .sort((a, b) => widest(b.row) - widest(a.row) || splits(b.row) - splits(a.row) || a.index - b.index)
    .map(({ row }) => row)
}
