/** How much more important `first` is than `second`, on Saaty's scale from 1/9 to 9 (1: equally). */
export type Judgement = { first: string; second: string; value: number }

/** Random index by the number of criteria, from three on (Saaty 2005). */
export const SAATY_RANDOM_INDEX: Readonly<Record<number, number>> = {
  3: 0.52,
  4: 0.89,
  5: 1.11,
  6: 1.25,
  7: 1.35,
  8: 1.4,
  9: 1.45,
  10: 1.49,
  11: 1.52,
  12: 1.54,
  13: 1.56,
  14: 1.58,
  15: 1.59,
}
/** Most criteria that a pairwise comparison takes: the random index ends here. */
export const MOST_COMPARED = 15
/** Above this consistency ratio Saaty advises to judge again. */
export const ACCEPTED_RATIO = 0.1
/** The values a judgement may take: 1/9, 1/8 … 1 … 8, 9. */
export const SAATY_SCALE: readonly number[] = [
  ...Array.from({ length: 8 }, (_, n) => 1 / (9 - n)),
  ...Array.from({ length: 9 }, (_, n) => n + 1),
]

export type Comparison = {
  /** In the order of the keys, with the sum 1: the principal eigenvector. */
  weights: number[]
  lambdaMax: number
  index: number
  /** CI / RI; 0 for fewer than three criteria, which cannot contradict each other. */
  ratio: number
  /** The judgement farthest from what the others imply, and the value of the scale that would fit; null if consistent. */
  worst: (Judgement & { fits: number }) | null
}

/** The pairs of keys without a judgement, each in the order of the keys. */
export function missingPairs(keys: readonly string[], judgements: readonly Judgement[]): [string, string][] {
  const given = new Set(
    judgements.flatMap(({ first, second }) => [`${first} ${second}`, `${second} ${first}`]),
  )
  return keys.flatMap((first, index) =>
    keys
      .slice(index + 1)
      .filter((second) => !given.has(`${first} ${second}`))
      .map((second): [string, string] => [first, second]),
  )
}

/** The reciprocal matrix of complete judgements, row by row in the order of the keys. */
export function matrixOf(keys: readonly string[], judgements: readonly Judgement[]): number[][] {
  const at = new Map(keys.map((key, index) => [key, index]))
  const matrix = keys.map(() => keys.map(() => 1))
  for (const { first, second, value } of judgements) {
    const [row, column] = [at.get(first), at.get(second)]
    if (row === undefined || column === undefined || row === column) continue
    matrix[row]![column] = value
    matrix[column]![row] = 1 / value
  }
  return matrix
}

/** Principal eigenvector (sum 1) and eigenvalue of a positive matrix, by power iteration. */
export function principalEigenvector(matrix: readonly (readonly number[])[]): {
  weights: number[]
  lambdaMax: number
} {
  const size = matrix.length
  let weights = matrix.map(() => 1 / size)
  for (let round = 0; round < 1000; round++) {
    const next = matrix.map((row) => row.reduce((sum, entry, column) => sum + entry * weights[column]!, 0))
    const total = next.reduce((sum, entry) => sum + entry, 0)
    const normalised = next.map((entry) => entry / total)
    const moved = Math.max(...normalised.map((entry, index) => Math.abs(entry - weights[index]!)))
    weights = normalised
    if (moved < 1e-14) break
  }
  const ratios = matrix.map(
    (row, index) => row.reduce((sum, entry, column) => sum + entry * weights[column]!, 0) / weights[index]!,
  )
  return { weights, lambdaMax: ratios.reduce((sum, ratio) => sum + ratio, 0) / size }
}

/** CI = (λmax − n) / (n − 1) and CR = CI / RI(n); below three criteria there is nothing to contradict (Saaty 2008). */
export function consistency(lambdaMax: number, size: number, randomIndex = SAATY_RANDOM_INDEX[size]) {
  if (size < 3) return { index: 0, ratio: 0 }
  const index = Math.max(0, (lambdaMax - size) / (size - 1))
  return { index, ratio: randomIndex ? index / randomIndex : Number.NaN }
}

const nearestOnScale = (value: number) =>
  SAATY_SCALE.reduce((best, one) =>
    Math.abs(Math.log(one / value)) < Math.abs(Math.log(best / value)) ? one : best,
  )

/**
 * Weights and consistency of complete pairwise judgements (Saaty 2008, doi 10.1504/IJSSCI.2008.017590).
 * The weights are the principal eigenvector, not the geometric mean, which gives other digits.
 */
export function compare(keys: readonly string[], judgements: readonly Judgement[]): Comparison {
  const matrix = matrixOf(keys, judgements)
  const { weights, lambdaMax } = principalEigenvector(matrix)
  let worst: Comparison["worst"] = null
  let farthest = 1 + 1e-6
  for (let row = 0; row < keys.length; row++) {
    for (let column = row + 1; column < keys.length; column++) {
      const value = matrix[row]![column]!
      const implied = weights[row]! / weights[column]!
      const apart = Math.max(value / implied, implied / value)
      if (apart <= farthest) continue
      farthest = apart
      worst = { first: keys[row]!, second: keys[column]!, value, fits: nearestOnScale(implied) }
    }
  }
  const { index, ratio } = consistency(lambdaMax, keys.length)
  return { weights, lambdaMax, index, ratio, worst: ratio > 1e-9 ? worst : null }
}
