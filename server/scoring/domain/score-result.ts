import type { InputProblem } from "./check-inputs"

/** One input inside a score. `contribution` is the points it adds; null where terms multiply or divide. */
export type ScoreTerm = {
  criterion: string
  name: string
  value: number
  role: "added" | "factor" | "divisor" | "weighted" | "input"
  contribution: number | null
  /** Weighted methods only: weight normalised to 1 and the value scaled to 0–1 (reversed for a cost). */
  weight?: number
  scaled?: number
}

export type ScoredResult = {
  status: "scored"
  score: number
  terms: ScoreTerm[]
  formula: string
  worked: string
  sentence: string
  /** The class, category or quadrant that the score stands for, where a method has them. */
  category?: string
  /** How often each category was given by the people asked (Kano). */
  counts?: { category: string; count: number }[]
}
export type MissingResult = { status: "missing"; missing: string[] }
export type InvalidResult = { status: "invalid"; problems: InputProblem[] }
/** Complete and on the scales, but the score depends on the whole list: see `scoreTogether`. */
export type RelativeResult = { status: "relative"; values: Record<string, number> }
export type ScoreResult = ScoredResult | MissingResult | InvalidResult | RelativeResult

/** Takes float noise off (720 × 0.8 / 3 and the like), so that equal scores are equal. */
export const settle = (value: number) => Number(value.toPrecision(12))

export type Values = Readonly<Record<string, number>>
