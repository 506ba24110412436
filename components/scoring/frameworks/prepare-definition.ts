import type { Criterion } from "@/server/scoring/domain/criterion"
import { formatInput } from "@/server/scoring/domain/format-score"
import {
  divisorOf,
  type Framework,
  type FrameworkMethod,
  normalisedWeights,
} from "@/server/scoring/domain/framework"
import { expressionWords } from "@/server/scoring/domain/score-expression"
import { answerWords, isUnitless } from "../prepare-words"

const over = (framework: Framework, sign: string) => {
  const divisor = divisorOf(framework)
  const upper = framework.criteria.filter(({ key }) => key !== divisor?.key).map(({ name }) => name)
  const top = upper.join(sign)
  return divisor ? `${upper.length > 1 ? `(${top})` : top} ÷ ${divisor.name}` : top
}

const weighted = (framework: Framework) =>
  framework.criteria.map(({ key, name }) => `${weightWords(framework, key)} × ${name}`).join(" + ")
const nameOf = ({ criteria }: Framework, key: string) =>
  criteria.find((criterion) => criterion.key === key)?.name ?? key

/** The formula of a framework in the names of its criteria. */
export const FORMULAS: Record<FrameworkMethod, (framework: Framework) => string> = {
  rice: (framework) => over(framework, " × "),
  ice: (framework) => over(framework, " × "),
  wsjf: (framework) => over(framework, " + "),
  cd3: (framework) => over(framework, " × "),
  value_effort: (framework) => over(framework, " × "),
  opportunity: (framework) =>
    `${nameOf(framework, "importance")} × (1 − ${nameOf(framework, "satisfaction")})`,
  moscow: (framework) => `${nameOf(framework, "class")}, then the manual order`,
  kano: () => "Better − worse = ((A + O) + (O + M)) ÷ (A + O + M + I)",
  weighted_sum: weighted,
  topsis: (framework) =>
    `Distance to the worst ÷ (distance to the best + distance to the worst), weighted ${weighted(framework)}`,
  expression: (framework) => expressionWords(framework).formula,
}

/** "40 %": the share of a criterion in a weighted sum. */
export function weightWords(framework: Framework, key: string): string {
  return `${formatInput(Math.round((normalisedWeights(framework).get(key) ?? 0) * 1000) / 10)} %`
}

/** The allowed values: "1 Low, 2 Medium, 3 High" or "0 to 10 in steps of 0.5". */
export function allowedWords(criterion: Criterion): string {
  const { scale } = criterion
  if (scale.kind === "choices") {
    if (isUnitless(criterion)) return answerWords(scale)
    return scale.choices
      .map(({ value, label }) => (label === formatInput(value) ? label : `${formatInput(value)} ${label}`))
      .join(", ")
  }
  const step = scale.step === undefined ? "" : ` in steps of ${formatInput(scale.step)}`
  const whole = scale.integer && scale.step !== 1 ? ", whole numbers" : ""
  return `${formatInput(scale.min)} to ${formatInput(scale.max)}${step}${whole}`
}

/** "Value 1 at 50, 0.8 at 75, 0 at 100": the declared value function. */
export function levelsWords({ levels = [] }: Criterion): string {
  return `Value ${levels.map(({ at, value }) => `${formatInput(value)} at ${formatInput(at)}`).join(", ")}`
}
