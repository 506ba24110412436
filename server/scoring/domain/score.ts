import { checkInputs, type InputProblem, missingCriteria, type ScoreInputs } from "./check-inputs"
import { scaleBounds } from "./criterion"
import { formatInput, formatScore } from "./format-score"
import { divisorOf, type Framework, normalisedWeights } from "./framework"

/** One input inside a score. `contribution` is the points it adds; null where terms multiply or divide. */
export type ScoreTerm = {
  criterion: string
  name: string
  value: number
  role: "added" | "factor" | "divisor" | "weighted"
  contribution: number | null
  /** Weighted sum only: weight normalised to 1 and the value scaled to 0–1 (reversed for a cost). */
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
}
export type MissingResult = { status: "missing"; missing: string[] }
export type InvalidResult = { status: "invalid"; problems: InputProblem[] }
export type ScoreResult = ScoredResult | MissingResult | InvalidResult

/**
 * The absolute score of one set of inputs: it depends on nothing else (scoring.md §1). Missing is never zero;
 * values off the scale, and an effort or job size of zero or less, are invalid. Never throws, never NaN.
 */
export function scoreInputs(framework: Framework, inputs: ScoreInputs): ScoreResult {
  const problems = checkInputs(framework, inputs)
  if (problems.length > 0) return { status: "invalid", problems }
  const missing = missingCriteria(framework, inputs)
  if (missing.length > 0) return { status: "missing", missing }
  return scoreValues(framework, inputs as Readonly<Record<string, number>>)
}

/** Takes float noise off (720 × 0.8 / 3 and the like), so that equal scores are equal. */
const settle = (value: number) => Number(value.toPrecision(12))

/**
 * Scores values already known to be complete and within the bounds of their scales. Medians need this:
 * the median of 8 and 13 is 10.5, which no single scorer may enter.
 */
export function scoreValues(
  framework: Framework,
  values: Readonly<Record<string, number>>,
): ScoredResult | InvalidResult {
  const { method } = framework
  const terms = method === "weighted_sum" ? weightedTerms(framework, values) : ratioTerms(framework, values)
  const divisor = terms.find((term) => term.role === "divisor")
  const upper = terms.filter((term) => term !== divisor)
  const adds = method === "wsjf" || method === "weighted_sum"
  const top = adds
    ? upper.reduce((sum, term) => sum + (method === "wsjf" ? term.value : term.contribution!), 0)
    : upper.reduce((product, term) => product * term.value, 1)
  const score = settle(divisor ? top / divisor.value : top)
  if (!Number.isFinite(score))
    return {
      status: "invalid",
      problems: terms.map(({ criterion, name }) => ({ criterion, message: `${name} has no usable value` })),
    }
  const sign = adds ? " + " : " × "
  const over = (text: string, below: string) => {
    if (!divisor) return text
    return `${upper.length > 1 ? `(${text})` : text} / ${below}`
  }
  const shown = formatScore(method, score)
  return {
    status: "scored",
    score,
    terms,
    formula: over(upper.map(symbol).join(sign), divisor?.name ?? ""),
    worked: `${over(upper.map(workedTerm).join(sign), divisor ? formatInput(divisor.value) : "")} = ${shown}`,
    sentence: sentenceFor(framework, shown, settle(top), upper, divisor),
  }
}

function ratioTerms(framework: Framework, values: Readonly<Record<string, number>>): ScoreTerm[] {
  const divisor = divisorOf(framework)
  return framework.criteria.map(({ key, name }) => {
    const value = values[key] ?? Number.NaN
    if (key === divisor?.key) return { criterion: key, name, value, role: "divisor", contribution: null }
    if (framework.method !== "wsjf")
      return { criterion: key, name, value, role: "factor", contribution: null }
    const below = divisor ? (values[divisor.key] ?? Number.NaN) : 1
    return { criterion: key, name, value, role: "added", contribution: settle(value / below) }
  })
}

/** v = (x − min) / (max − min) on the declared range, reversed for a cost; S = Σ w v (scoring.md §2 and §4). */
function weightedTerms(framework: Framework, values: Readonly<Record<string, number>>): ScoreTerm[] {
  const weights = normalisedWeights(framework)
  return framework.criteria.map(({ key, name, scale, direction }) => {
    const value = values[key] ?? Number.NaN
    const { min, max } = scaleBounds(scale)
    const share = (value - min) / (max - min)
    const scaled = direction === "cost" ? 1 - share : share
    const weight = weights.get(key) ?? 0
    return { criterion: key, name, value, role: "weighted", contribution: weight * scaled, weight, scaled }
  })
}

const symbol = (term: ScoreTerm) => (term.role === "weighted" ? `weight × ${term.name}` : term.name)

const workedTerm = (term: ScoreTerm) =>
  term.role === "weighted"
    ? `${(term.weight ?? 0).toFixed(2)} × ${(term.scaled ?? 0).toFixed(2)}`
    : formatInput(term.value)

function sentenceFor(
  framework: Framework,
  shown: string,
  top: number,
  upper: ScoreTerm[],
  divisor: ScoreTerm | undefined,
): string {
  const { method, name, period } = framework
  if (method === "weighted_sum") {
    const best = [...upper].sort((a, b) => b.contribution! - a.contribution!)[0]!
    return `${name} is ${shown} of 1. The largest part, ${best.contribution!.toFixed(2)}, comes from ${best.name.toLowerCase()}.`
  }
  const what = method === "wsjf" ? "add up" : "multiply"
  const parts = `${upper.map((term) => `${term.name.toLowerCase()} ${formatInput(term.value)}`).join(", ")}`
  const total = formatInput(top)
  const below = divisor ? `, divided by ${divisor.name.toLowerCase()} ${formatInput(divisor.value)}` : ""
  const per = period ? ` (people per ${period.replace("_", "-")})` : ""
  return `${name} is ${shown}: ${parts}${per} ${what} to ${total}${below}.`
}
