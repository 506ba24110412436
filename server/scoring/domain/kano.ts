import type { ScoreInputs } from "./check-inputs"
import type { Framework } from "./framework"
import { type InvalidResult, type ScoredResult, settle } from "./score-result"

/** In the order in which they win a tie: what must not be missing counts first (Berger et al. 1993). */
export const KANO_CATEGORIES = [
  "Must-be",
  "One-dimensional",
  "Attractive",
  "Indifferent",
  "Reverse",
  "Questionable",
] as const
export type KanoCategory = (typeof KANO_CATEGORIES)[number]

const LETTERS: Record<string, KanoCategory> = {
  M: "Must-be",
  O: "One-dimensional",
  A: "Attractive",
  I: "Indifferent",
  R: "Reverse",
  Q: "Questionable",
}
/** Rows: answer if it is there; columns: answer if it is not; both from like to dislike. */
const TABLE = ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"] as const

/** The category of one person's two answers (Berger et al. 1993). Answers are 5 (like) to 1 (dislike). */
export function kanoCategory(functional: number, dysfunctional: number): KanoCategory {
  const category = LETTERS[TABLE[5 - functional]?.[5 - dysfunctional] ?? ""]
  if (!category) throw new RangeError(`No answers ${functional} and ${dysfunctional} in the Kano table`)
  return category
}

export type KanoCounts = Record<KanoCategory, number>

export const noAnswers = (): KanoCounts =>
  Object.fromEntries(KANO_CATEGORIES.map((category) => [category, 0])) as KanoCounts

/**
 * Better = (A + O) / (A + O + M + I), worse = −(O + M) / (A + O + M + I); both null where all four are zero,
 * because nothing is known then (Berger et al. 1993).
 */
export function kanoCoefficients(counts: KanoCounts): { better: number; worse: number } | null {
  const { "Must-be": must, "One-dimensional": one, Attractive: attractive, Indifferent: indifferent } = counts
  const base = must + one + attractive + indifferent
  if (base === 0) return null
  return { better: (attractive + one) / base, worse: -(one + must) / base }
}

/** The most frequent category; of equals the first in `KANO_CATEGORIES`. */
export function kanoMode(counts: KanoCounts): KanoCategory {
  return KANO_CATEGORIES.reduce((best, category) => (counts[category] > counts[best] ? category : best))
}

const FORMULA = "Better − worse = ((A + O) + (O + M)) / (A + O + M + I)"

/** Scores the answers of several people for one item; each has answered both questions on the scale. */
export function scoreKano(
  { name, criteria }: Framework,
  answers: readonly ScoreInputs[],
): ScoredResult | InvalidResult {
  const counts = noAnswers()
  for (const { functional, dysfunctional } of answers)
    counts[kanoCategory(functional ?? 0, dysfunctional ?? 0)]++
  const given = KANO_CATEGORIES.filter((category) => counts[category] > 0)
  const list = given.map((category) => `${counts[category]} ${category.toLowerCase()}`).join(", ")
  const coefficients = kanoCoefficients(counts)
  if (!coefficients) {
    const message = `All answers are reverse or questionable (${list}), so better and worse are undefined. Ask again, or ask other people`
    return { status: "invalid", problems: [{ criterion: criteria[0]!.key, message }] }
  }
  const { better, worse } = coefficients
  const score = settle(better - worse)
  const category = kanoMode(counts)
  const people = answers.length === 1 ? "1 person" : `${answers.length} people`
  return {
    status: "scored",
    score,
    terms: [],
    formula: FORMULA,
    worked: `${better.toFixed(2)} − (${worse.toFixed(2)}) = ${score.toFixed(2)}`,
    sentence: `${name} category is ${category.toLowerCase()}, by ${people}: ${list}. Having it adds ${better.toFixed(2)} to satisfaction, missing it takes ${Math.abs(worse).toFixed(2)} away.`,
    category,
    counts: given.map((one) => ({ category: one, count: counts[one] })),
  }
}
