import type { Criterion } from "@/server/scoring/domain/criterion"
import { formatInput } from "@/server/scoring/domain/format-score"
import {
  divisorOf,
  type Framework,
  type FrameworkMethod,
  normalisedWeights,
} from "@/server/scoring/domain/framework"

const over = (framework: Framework, sign: string) => {
  const divisor = divisorOf(framework)
  const upper = framework.criteria.filter(({ key }) => key !== divisor?.key).map(({ name }) => name)
  const top = upper.join(sign)
  return divisor ? `${upper.length > 1 ? `(${top})` : top} ÷ ${divisor.name}` : top
}

/** The formula of a framework in the names of its criteria. */
export const FORMULAS: Record<FrameworkMethod, (framework: Framework) => string> = {
  rice: (framework) => over(framework, " × "),
  ice: (framework) => over(framework, " × "),
  wsjf: (framework) => over(framework, " + "),
  weighted_sum: (framework) =>
    framework.criteria.map(({ key, name }) => `${weightWords(framework, key)} × ${name}`).join(" + "),
}

/** "40 %": the share of a criterion in a weighted sum. */
export function weightWords(framework: Framework, key: string): string {
  return `${formatInput(Math.round((normalisedWeights(framework).get(key) ?? 0) * 1000) / 10)} %`
}

/** The allowed values: "1 Low, 2 Medium, 3 High" or "0 to 10 in steps of 0.5". */
export function allowedWords({ scale }: Criterion): string {
  if (scale.kind === "choices") {
    return scale.choices
      .map(({ value, label }) => (label === formatInput(value) ? label : `${formatInput(value)} ${label}`))
      .join(", ")
  }
  const step = scale.step === undefined ? "" : ` in steps of ${formatInput(scale.step)}`
  const whole = scale.integer && scale.step !== 1 ? ", whole numbers" : ""
  return `${formatInput(scale.min)} to ${formatInput(scale.max)}${step}${whole}`
}
