/** Changing the weight of one criterion from `from` to `to` makes two items equal; beyond it they change places. */
export type WeightFlip = { criterion: number; change: number; from: number; to: number; weights: number[] }

/**
 * The change of weight k, the others rescaled in proportion, at which a and b have the same weighted sum (scoring.md §7):
 * Δ = −(S_a − S_b) / [(v_ak − v_bk) − Σ_{j≠k} w_j (v_aj − v_bj) / (1 − w_k)]. Null when no weight in 0–1 does it.
 * `weights` have the sum 1; a and b are values in 0–1 in the same order.
 */
export function weightFlip(
  weights: readonly number[],
  a: readonly number[],
  b: readonly number[],
  k: number,
): WeightFlip | null {
  const from = weights[k]!
  if (1 - from < 1e-12) return null
  let gap = 0
  let others = 0
  for (const [j, weight] of weights.entries()) {
    const part = weight * (a[j]! - b[j]!)
    gap += part
    if (j !== k) others += part
  }
  const slope = a[k]! - b[k]! - others / (1 - from)
  if (Math.abs(slope) < 1e-12) return null
  const change = -gap / slope
  const to = from + change
  if (!(to >= -1e-12 && to <= 1 + 1e-12)) return null
  const rest = (1 - to) / (1 - from)
  return {
    criterion: k,
    change,
    from,
    to: Math.min(1, Math.max(0, to)),
    weights: weights.map((weight, j) => (j === k ? to : weight * rest)),
  }
}

/** The smallest change of a single weight that swaps two items; null when no single weight can. */
export function smallestFlip(
  weights: readonly number[],
  a: readonly number[],
  b: readonly number[],
): WeightFlip | null {
  return smallest(weights.map((_, k) => weightFlip(weights, a, b, k)))
}

/** The one that changes its weight least. */
export function smallest(flips: readonly (WeightFlip | null)[]): WeightFlip | null {
  return flips.reduce<WeightFlip | null>(
    (best, flip) => (flip && (!best || Math.abs(flip.change) < Math.abs(best.change)) ? flip : best),
    null,
  )
}
