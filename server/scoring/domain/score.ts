import { checkInputs, missingCriteria, type ScoreInputs } from "./check-inputs"
import { type Framework, type FrameworkMethod, isRelative } from "./framework"
import { scoreKano } from "./kano"
import { scoreMoscow } from "./moscow"
import { scoreExpression } from "./score-expression"
import { scoreOpportunity, scoreRatio } from "./score-ratio"
import type { InvalidResult, RelativeResult, ScoredResult, ScoreResult, Values } from "./score-result"
import { scoreWeighted } from "./score-weighted"

type Scorer = (framework: Framework, values: Values) => ScoredResult | InvalidResult

const SCORERS: Record<FrameworkMethod, Scorer> = {
  rice: scoreRatio,
  wsjf: scoreRatio,
  ice: scoreRatio,
  cd3: scoreRatio,
  value_effort: scoreRatio,
  opportunity: scoreOpportunity,
  moscow: scoreMoscow,
  kano: (framework, values) => scoreKano(framework, [values]),
  weighted_sum: scoreWeighted,
  topsis: scoreWeighted,
  expression: scoreExpression,
}

/**
 * The score of one set of inputs. It depends on nothing else (scoring.md §1), except for relative methods, whose
 * result only says that the inputs are complete. Missing is never zero; values off the scale, and an effort or job size
 * of zero or less, are invalid. Never throws, never NaN.
 */
export function scoreInputs(framework: Framework, inputs: ScoreInputs): ScoreResult {
  const problems = checkInputs(framework, inputs)
  if (problems.length > 0) return { status: "invalid", problems }
  const missing = missingCriteria(framework, inputs)
  if (missing.length > 0) return { status: "missing", missing }
  return scoreValues(framework, inputs as Values)
}

/**
 * Scores values already known to be complete and within the bounds of their scales. Medians need this:
 * the median of 8 and 13 is 10.5, which no single scorer may enter. (Kano counts people instead: see `combineScores`.)
 */
export function scoreValues(
  framework: Framework,
  values: Values,
): ScoredResult | InvalidResult | RelativeResult {
  if (isRelative(framework)) {
    const given = framework.criteria.map(({ key }) => [key, values[key]!])
    return { status: "relative", values: Object.fromEntries(given) }
  }
  return scoreAlone(framework, values)
}

/** The score without a look at other items. For a relative method this is its additive view. */
export function scoreAlone(framework: Framework, values: Values): ScoredResult | InvalidResult {
  return SCORERS[framework.method](framework, values)
}
