export type Closeness = {
  /** Distance to the best and to the worst value per column. */
  toBest: number
  toWorst: number
  /** D− / (D+ + D−), 0 to 1, higher is better; null where all alternatives are alike. */
  closeness: number | null
}

/**
 * TOPSIS (Hwang & Yoon 1981; Tzeng & Huang 2011): columns divided by their length, times the weights, then distances to
 * the best and the worst value present. For a cost the smallest value is the best, which needs no inversion.
 * A column of zeros, or one without differences, moves nothing.
 */
export function topsis(
  rows: readonly (readonly number[])[],
  weights: readonly number[],
  costs: readonly boolean[],
): Closeness[] {
  const columns = weights.map((weight, column) => {
    const length = Math.sqrt(rows.reduce((sum, row) => sum + row[column]! ** 2, 0))
    const scaled = rows.map((row) => (length > 0 ? (row[column]! / length) * weight : 0))
    const [low, high] = [Math.min(...scaled), Math.max(...scaled)]
    return costs[column] ? { scaled, best: low, worst: high } : { scaled, best: high, worst: low }
  })
  return rows.map((_, index) => {
    const distance = (end: "best" | "worst") =>
      Math.sqrt(columns.reduce((sum, column) => sum + (column.scaled[index]! - column[end]) ** 2, 0))
    const [toBest, toWorst] = [distance("best"), distance("worst")]
    return { toBest, toWorst, closeness: toBest + toWorst > 0 ? toWorst / (toBest + toWorst) : null }
  })
}
