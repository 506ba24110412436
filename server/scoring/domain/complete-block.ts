import { FEWEST_ITEMS } from "./agreement"

/** Raters and items, by their places, of which every rater rated every item. */
export type Block = { raters: number[]; items: number[] }

/** All subsets of so many raters are tried; of more, those with the most items. */
const MOST_RATERS = 12

/**
 * How agreement deals with holes: the largest block (raters × items) without any, with at least two raters; of blocks
 * of the same size the one with more raters. Blocks of fewer items than a measure needs count only where there is no
 * other. Empty when no two raters share an item.
 */
export function largestBlock(given: readonly (readonly boolean[])[]): Block {
  const raters = given[0]?.length ?? 0
  const counts = Array.from({ length: raters }, (_, rater) => given.filter((row) => row[rater]).length)
  const tried = counts
    .map((count, rater) => ({ count, rater }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.rater - b.rater)
    .slice(0, MOST_RATERS)
    .map(({ rater }) => rater)
    .sort((a, b) => a - b)
  const shared = itemsBySubset(given, tried)
  let best = { size: 0, raters: 0, subset: 0, enough: false }
  for (let subset = 1; subset < shared.length; subset++) {
    const people = bitCount(subset)
    const size = people * shared[subset]!
    const enough = shared[subset]! >= FEWEST_ITEMS
    if (people < 2 || size === 0 || (best.enough && !enough)) continue
    const better = size > best.size || (size === best.size && people > best.raters)
    if (better || (enough && !best.enough)) best = { size, raters: people, subset, enough }
  }
  if (best.size === 0) return { raters: [], items: [] }
  const chosen = tried.filter((_, bit) => best.subset & (1 << bit))
  return { raters: chosen, items: itemsOf(given, chosen) }
}

/** The block of chosen raters: the items that all of them rated. */
export function blockOf(given: readonly (readonly boolean[])[], raters: readonly number[]): Block {
  return { raters: [...raters], items: itemsOf(given, raters) }
}

const itemsOf = (given: readonly (readonly boolean[])[], raters: readonly number[]) =>
  given.flatMap((row, item) => (raters.every((rater) => row[rater]) ? [item] : []))

/** How many items all raters of each subset rated: counts of exact sets, summed over their supersets. */
function itemsBySubset(given: readonly (readonly boolean[])[], raters: readonly number[]): number[] {
  const counts = new Array<number>(2 ** raters.length).fill(0)
  for (const row of given) {
    const mask = raters.reduce((bits, rater, bit) => (row[rater] ? bits | (1 << bit) : bits), 0)
    counts[mask]!++
  }
  for (let bit = 0; bit < raters.length; bit++) {
    for (let subset = 0; subset < counts.length; subset++) {
      if (!(subset & (1 << bit))) counts[subset]! += counts[subset | (1 << bit)]!
    }
  }
  return counts
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest > 0; rest &= rest - 1) count++
  return count
}
