import type { WeightFlip } from "./weight-flip"

type Squares = { toBest: number[]; toWorst: number[] }

/** For the rows of a slice, by column, the squared distances to the list's best and worst value, before any weight. */
export function squaredDistances(
  rows: readonly (readonly number[])[],
  costs: readonly boolean[],
  [start, end]: readonly [number, number] = [0, rows.length],
): Squares[] {
  const shown = rows.slice(start, end)
  const squares = shown.map((): Squares => ({ toBest: [], toWorst: [] }))
  for (const [column, cost] of costs.entries()) {
    const values = rows.map((row) => row[column]!)
    const length = Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0)) || 1
    const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
    const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
    const [best, worst] = cost ? [low, high] : [high, low]
    for (const [at, row] of shown.entries()) {
      squares[at]!.toBest.push(((row[column]! - best) / length) ** 2)
      squares[at]!.toWorst.push(((row[column]! - worst) / length) ** 2)
    }
  }
  return squares
}

/**
 * The change of weight k, the others rescaled in proportion, at which a and b are equally close in TOPSIS, and beyond
 * which they change places. With u = (w_k / (1 − w_k))² each squared distance is linear in u, up to a common factor,
 * so D−a² D+b² = D−b² D+a² is a quadratic equation; only a simple root changes the order. The root nearest to the
 * present weight counts. Null when no weight strictly between 0 and 1 swaps them.
 */
export function closenessFlip(
  weights: readonly number[],
  a: Squares,
  b: Squares,
  k: number,
): WeightFlip | null {
  const from = weights[k]!
  if (1 - from < 1e-12) return null
  const line = (squares: readonly number[]) => {
    const rest = squares.reduce((sum, square, j) => (j === k ? sum : sum + weights[j]! ** 2 * square), 0)
    return { at: squares[k]!, rest: rest / (1 - from) ** 2 }
  }
  const [aWorst, bBest, bWorst, aBest] = [line(a.toWorst), line(b.toBest), line(b.toWorst), line(a.toBest)]
  const roots = simpleRoots(
    aWorst.at * bBest.at - bWorst.at * aBest.at,
    aWorst.at * bBest.rest + aWorst.rest * bBest.at - bWorst.at * aBest.rest - bWorst.rest * aBest.at,
    aWorst.rest * bBest.rest - bWorst.rest * aBest.rest,
  )
  const [to] = roots
    .filter((u) => u > 0)
    .map((u) => Math.sqrt(u) / (1 + Math.sqrt(u)))
    .filter((weight) => weight < 1)
    .sort((x, y) => Math.abs(x - from) - Math.abs(y - from))
  if (to === undefined) return null
  const rest = (1 - to) / (1 - from)
  return {
    criterion: k,
    change: to - from,
    from,
    to,
    weights: weights.map((weight, j) => (j === k ? to : weight * rest)),
  }
}

/** Real roots of x² q + x l + c where the sign changes; none where all of it is nothing but rounding. */
function simpleRoots(q: number, l: number, c: number): number[] {
  const size = Math.max(Math.abs(q), Math.abs(l), Math.abs(c))
  if (size < 1e-15) return []
  if (Math.abs(q) < size * 1e-12) return Math.abs(l) < size * 1e-12 ? [] : [-c / l]
  const discriminant = l * l - 4 * q * c
  if (discriminant <= size * size * 1e-12) return []
  // The form that does not subtract nearly equal numbers.
  const sum = -(l + Math.sign(l || 1) * Math.sqrt(discriminant)) / 2
  return [sum / q, ...(sum === 0 ? [] : [c / sum])]
}
