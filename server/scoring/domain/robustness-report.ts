import { closenessFlip, squaredDistances } from "./closeness-flip"
import { asWeighted, type Framework, isRelative, type WeightedView } from "./framework"
import { SHOWN } from "./robustness"
import { tieBands } from "./separable"
import type { SmaaResult } from "./smaa"
import { smallest, smallestFlip } from "./weight-flip"

type Counted = Pick<SmaaResult, "acceptability" | "pairwise"> & Partial<SmaaResult>

/** One ranked item: how often it is first and among the first few, and what would make it first. */
export type RobustItem = {
  itemId: string
  key: string
  title: string
  rank: number
  first: number
  top: number
  /** Items of one band are neighbours that the draws do not tell apart. */
  band: number | null
  /** Key of an item that is at least as good on every criterion: then `first` is exactly 0. */
  dominatedBy: string | null
  /** Mean of the weights for which it is first; null when it never is, or without weights. */
  central: { criterion: string; weight: number }[] | null
  /** Chance of being first with those weights. */
  confidence: number | null
}

const round = (share: number) => Math.round(share * 1e4) / 1e4

/** The figures of the page, from the draws: items in the order of the ranking, `from` of which stand before them. */
export function reportItems(
  framework: Framework,
  ranked: readonly { id: string; key: string; title: string }[],
  drawn: Counted,
  { top, from }: { top: number; from: number },
): RobustItem[] {
  const n = ranked.length
  const { acceptability, central, confidence, dominatedBy } = drawn
  const bands = tieBands(drawn.pairwise, n)
  const keys = framework.criteria.map(({ key }) => key)
  return ranked.map(({ id, key, title }, index) => {
    const row = acceptability.subarray(index * n, (index + 1) * n)
    const weights = central?.subarray(index * keys.length, (index + 1) * keys.length)
    const first = weights && !Number.isNaN(weights[0]!) ? weights : null
    const by = dominatedBy?.[index] ?? -1
    return {
      itemId: id,
      key,
      title,
      rank: from + index + 1,
      first: round(row[0]!),
      top: round(row.slice(0, top).reduce((sum, share) => sum + share, 0)),
      band: bands[index]!,
      dominatedBy: by >= 0 ? ranked[by]!.key : null,
      central: first && keys.map((criterion, k) => ({ criterion, weight: round(first[k]!) })),
      confidence: first && confidence ? round(confidence[index]!) : null,
    }
  })
}

/** The first items in detail: their shares by rank, those behind in one, and who stands above whom. */
export function reportDetails({ acceptability, pairwise }: Counted, n: number) {
  const shown = Math.min(n, SHOWN)
  const rows = Array.from({ length: shown }, (_, item) => item)
  return {
    ranks: rows.map((item) => {
      const row = acceptability.subarray(item * n, (item + 1) * n)
      const behind = row.slice(shown).reduce((sum, share) => sum + share, 0)
      return [...row.slice(0, shown), ...(n > shown ? [behind] : [])].map(round)
    }),
    pairs: rows.map((item) => Array.from(pairwise.subarray(item * n, item * n + shown), round)),
  }
}

/** What swaps two neighbours: one weight, from where to where. Null: no single weight can. */
export type Swap = {
  upper: string
  lower: string
  change: { criterion: string; from: number; to: number } | null
}

type Valued = { key: string; values: Readonly<Record<string, number>> | null }

/**
 * For each pair of neighbours from a place on the smallest change of one weight that swaps them, in closed form for the
 * weighted sum and for TOPSIS, whose scores are relative to the whole list. Without weights there are none.
 */
export function reportSwaps(framework: Framework, list: readonly Valued[], from = 0): Swap[] {
  const view = asWeighted(framework)
  if (!view) return []
  const shown = list.slice(from, from + SHOWN)
  const flips = isRelative(framework)
    ? closenessFlips(framework, view, list, from)
    : weightedFlips(view, shown)
  return flips.map((flip, index) => ({
    upper: shown[index]!.key,
    lower: shown[index + 1]!.key,
    change: flip && { criterion: view.keys[flip.criterion]!, from: flip.from, to: flip.to },
  }))
}

function weightedFlips(view: WeightedView, shown: readonly Valued[]) {
  const worth = shown.map(({ values }) => view.keys.map((key, k) => view.value(k, values?.[key] ?? 0)))
  return worth.slice(1).map((lower, index) => smallestFlip(view.weights, worth[index]!, lower))
}

function closenessFlips(
  { criteria }: Framework,
  { keys, weights }: WeightedView,
  list: readonly Valued[],
  from: number,
) {
  const squares = squaredDistances(
    list.map(({ values }) => keys.map((key) => values?.[key] ?? 0)),
    criteria.map(({ direction }) => direction === "cost"),
    [from, from + SHOWN],
  )
  return squares
    .slice(1)
    .map((lower, index) => smallest(weights.map((_, k) => closenessFlip(weights, squares[index]!, lower, k))))
}
