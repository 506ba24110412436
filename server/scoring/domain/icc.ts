import fQuantile from "@stdlib/stats-base-dists-f-quantile"
import { isEnough, type Ratings } from "./agreement"

export type Interval = { value: number; low: number; high: number }

/** The six forms of Shrout & Fleiss 1979; the names are those of McGraw & Wong 1996. */
export type IccForms = {
  /** One way, one rater. */
  one: Interval
  /** Two ways, absolute agreement, one rater: "do people give the same number?". May be negative. */
  agreement: Interval
  /** Two ways, consistency, one rater: "the same number, but for a constant?". */
  consistency: Interval
  /** The same three for the mean of the k raters. */
  oneMean: Interval
  agreementMean: Interval
  consistencyMean: Interval
}

export type MeanSquares = { rows: number; columns: number; error: number; within: number }

/** Mean squares between items, between raters, of the rest, and within items, from the two-way table. */
export function meanSquares(ratings: Ratings): MeanSquares {
  const n = ratings.length
  const k = ratings[0]!.length
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const rowMeans = ratings.map(mean)
  const columnMeans = Array.from({ length: k }, (_, rater) => mean(ratings.map((row) => row[rater]!)))
  const grand = mean(rowMeans)
  const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + (value - grand) ** 2, 0)
  const within = ratings.reduce(
    (sum, row, item) => sum + row.reduce((of, value) => of + (value - rowMeans[item]!) ** 2, 0),
    0,
  )
  const columns = n * squares(columnMeans)
  return {
    rows: (k * squares(rowMeans)) / (n - 1),
    columns: columns / (k - 1),
    error: Math.max(0, within - columns) / ((n - 1) * (k - 1)),
    within: within / (n * (k - 1)),
  }
}

/**
 * Intraclass correlations with 95 % intervals (Shrout & Fleiss 1979, McGraw & Wong 1996). Null under two raters or
 * three items, and where all items have the same ratings, so that there is nothing to agree on.
 */
export function intraclassCorrelations(ratings: Ratings): IccForms | null {
  const n = ratings.length
  const k = ratings[0]?.length ?? 0
  if (!isEnough(n, k)) return null
  const { rows, columns, error, within } = meanSquares(ratings)
  const scale = Math.max(...ratings.flat().map(Math.abs), 1)
  if (rows + within <= scale ** 2 * 1e-20) return null
  const one = fInterval(rows, within, n - 1, n * (k - 1), k)
  const consistency = fInterval(rows, error, n - 1, (n - 1) * (k - 1), k)
  const agreement = agreementInterval({ rows, columns, error, within }, n, k)
  return {
    one,
    agreement,
    consistency,
    oneMean: ofMean(one, k),
    agreementMean: { ...ofMean(agreement, k), value: (rows - error) / (rows + (columns - error) / n) },
    consistencyMean: ofMean(consistency, k),
  }
}

const LEVEL = 0.975

/** (F − 1) / (F + k − 1) for F = a / b and its limits; without any residual all three are 1. */
function fInterval(a: number, b: number, df1: number, df2: number, k: number): Interval {
  if (b === 0) return { value: 1, low: 1, high: 1 }
  const form = (f: number) => (f - 1) / (f + k - 1)
  const f = a / b
  return {
    value: form(f),
    low: form(f / fQuantile(LEVEL, df1, df2)),
    high: form(f * fQuantile(LEVEL, df2, df1)),
  }
}

function agreementInterval({ rows, columns, error }: MeanSquares, n: number, k: number): Interval {
  const value = (rows - error) / (rows + (k - 1) * error + (k * (columns - error)) / n)
  if (columns === 0 && error === 0) return { value: 1, low: 1, high: 1 }
  const a = (k * value) / (n * (1 - value))
  const b = 1 + (k * value * (n - 1)) / (n * (1 - value))
  const spread = (a * columns) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1))
  const df = (a * columns + b * error) ** 2 / spread
  if (!Number.isFinite(df) || df <= 0) return { value, low: Number.NaN, high: Number.NaN }
  const lower = fQuantile(LEVEL, n - 1, df)
  const upper = fQuantile(LEVEL, df, n - 1)
  const rest = k * columns + (k * n - k - n) * error
  return {
    value,
    low: (n * (rows - lower * error)) / (lower * rest + n * rows),
    high: (n * (upper * rows - error)) / (rest + n * upper * rows),
  }
}

/** Spearman–Brown: the same limits for the mean of k raters. */
function ofMean({ value, low, high }: Interval, k: number): Interval {
  const step = (r: number) => (k * r) / (1 + (k - 1) * r)
  return { value: step(value), low: step(low), high: step(high) }
}

/** Koo & Li 2016: below 0.5, 0.75 and 0.9. */
export function agreementBand(value: number): "poor" | "moderate" | "good" | "excellent" {
  if (value < 0.5) return "poor"
  if (value < 0.75) return "moderate"
  return value <= 0.9 ? "good" : "excellent"
}
