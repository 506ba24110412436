import {
  checkInputs,
  type InputProblem,
  inputProblem,
  missingCriteria,
  type ScoreInputs,
} from "./check-inputs"
import type { Framework } from "./framework"
import { scoreKano } from "./kano"
import { isSplit } from "./scale-position"
import { scoreInputs, scoreValues } from "./score"
import type { ScoreResult, Values } from "./score-result"

/** The rule, in the words the page shows. */
export const COMBINE_RULE =
  "Each criterion takes the median of the people who scored it (with an even number, the middle of the two middle values), and the score is computed from these medians."

/** People who differ are what a Kano survey is for, so they are counted. */
export const KANO_COMBINE_RULE =
  "Each person's two answers make a category, and the categories are counted: no median is taken of answers."

export const combineRule = ({ method }: Pick<Framework, "method">) =>
  method === "kano" ? KANO_COMBINE_RULE : COMBINE_RULE

export type ScorerInputs = { scorerId: string; inputs: ScoreInputs }

/** How far the scorers are apart on one criterion. `low`, `high` and `median` are null when nobody gave a value. */
export type CriterionSpread = {
  criterion: string
  count: number
  low: number | null
  high: number | null
  median: number | null
  split: boolean
}

export type CombinedScore = {
  result: ScoreResult
  spreads: CriterionSpread[]
  /** What each scorer's own inputs come to: score, what is missing, or what is invalid. */
  own: { scorerId: string; result: ScoreResult; missing: string[] }[]
  /** Keys of the criteria on which the scorers are split. */
  split: string[]
  /** The medians, once every criterion has one; null before. */
  values: Record<string, number> | null
}

/** Median; the mean of the two middle values for an even count. Null for an empty list. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length % 2 === 1) return sorted[middle]!
  return (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * Combines several scorers of one item by `COMBINE_RULE`. A value off its scale stays out of the median and is
 * reported in the scorer's own result; a criterion nobody scored makes the combined result `missing`.
 */
export function combineScores(framework: Framework, scorers: readonly ScorerInputs[]): CombinedScore {
  const own = scorers.map(({ scorerId, inputs }) => ({
    scorerId,
    result: scoreInputs(framework, inputs),
    missing: missingCriteria(framework, inputs),
  }))
  const problems: InputProblem[] = []
  const spreads = framework.criteria.map((criterion): CriterionSpread => {
    const values: number[] = []
    for (const { inputs } of scorers) {
      const value = Object.hasOwn(inputs, criterion.key) ? inputs[criterion.key] : null
      if (value === null || value === undefined) continue
      const message = inputProblem(framework, criterion, value)
      if (message) problems.push({ criterion: criterion.key, message })
      else values.push(value)
    }
    const middle = median(values)
    if (middle === null)
      return { criterion: criterion.key, count: 0, low: null, high: null, median: null, split: false }
    const low = Math.min(...values)
    const high = Math.max(...values)
    const split = isSplit(criterion.scale, low, high)
    return { criterion: criterion.key, count: values.length, low, high, median: middle, split }
  })
  const values = mediansOf(spreads)
  return {
    result:
      framework.method === "kano"
        ? countedResult(framework, scorers, own)
        : combinedResult(framework, spreads, problems, values),
    spreads,
    own,
    split: spreads.filter((spread) => spread.split).map((spread) => spread.criterion),
    values,
  }
}

function mediansOf(spreads: readonly CriterionSpread[]): Record<string, number> | null {
  const values: Record<string, number> = {}
  for (const { criterion, median } of spreads) {
    if (median === null) return null
    values[criterion] = median
  }
  return values
}

/** Kano: everybody who answered both questions on the scale counts once. */
function countedResult(
  framework: Framework,
  scorers: readonly ScorerInputs[],
  own: CombinedScore["own"],
): ScoreResult {
  const answered = scorers.filter(
    ({ inputs }, index) => own[index]!.missing.length === 0 && checkInputs(framework, inputs).length === 0,
  )
  if (answered.length > 0)
    return scoreKano(
      framework,
      answered.map(({ inputs }) => inputs),
    )
  const problems = own.flatMap(({ result }) => (result.status === "invalid" ? result.problems : []))
  if (problems.length > 0) return { status: "invalid", problems }
  const missing = framework.criteria.map(({ key }) => key)
  const lacking = missing.filter((key) => own.length === 0 || own.some((one) => one.missing.includes(key)))
  return { status: "missing", missing: lacking }
}

function combinedResult(
  framework: Framework,
  spreads: CriterionSpread[],
  problems: InputProblem[],
  values: Values | null,
): ScoreResult {
  const missing = spreads.filter((spread) => spread.median === null).map((spread) => spread.criterion)
  const blocking = problems.filter((problem) => missing.includes(problem.criterion))
  if (blocking.length > 0) return { status: "invalid", problems: blocking }
  if (!values) return { status: "missing", missing }
  return scoreValues(framework, values)
}
