import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing"

/**
 * Manual order as fractional indexes (David Greenspan, "Implementing fractional indexing"): a move writes one row.
 * Ranks compare by code units, so the column needs the collation "C"; equal ranks are ordered by id.
 */
export function compareRanks(a: { rank: string; id: string }, b: { rank: string; id: string }): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** A rank strictly between two others; null is the open end. Throws a RangeError unless `before` < `after`. */
export function rankBetween(before: string | null, after: string | null): string {
  checkOrder(before, after)
  return generateKeyBetween(before, after)
}

/** `count` ascending ranks strictly between two others, evenly spread. Throws like `rankBetween`. */
export function ranksBetween(before: string | null, after: string | null, count: number): string[] {
  checkOrder(before, after)
  return generateNKeysBetween(before, after, count)
}

function checkOrder(before: string | null, after: string | null): void {
  if (before !== null && after !== null && before >= after)
    throw new RangeError(`No rank lies between ${before} and ${after}: the neighbours are equal or reversed`)
}
