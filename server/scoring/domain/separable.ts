/** Two items are not separable while neither stands above the other in this share of the draws (scoring.md §10). */
export const SEPARABLE = 0.6

/** True when the draws do not tell i and j apart: .4 < p < .6 both ways, or mostly the same score. */
export function areInseparable(pairwise: Float64Array, items: number, i: number, j: number): boolean {
  return Math.max(pairwise[i * items + j]!, pairwise[j * items + i]!) < SEPARABLE
}

/**
 * Tie bands of a ranked list: for each place the number of its band, from 0, or null where the item is apart from
 * both neighbours. A band runs on while neighbours are not separable.
 */
export function tieBands(pairwise: Float64Array, items: number): (number | null)[] {
  const bands: (number | null)[] = Array.from({ length: items }, () => null)
  let count = 0
  for (let i = 0; i + 1 < items; i++) {
    if (!areInseparable(pairwise, items, i, i + 1)) continue
    bands[i] ??= count++
    bands[i + 1] = bands[i]!
  }
  return bands
}
