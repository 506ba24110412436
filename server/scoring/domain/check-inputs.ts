import { type Criterion, scaleBounds } from "./criterion"
import { formatInput } from "./format-score"
import { divisorOf, type Framework } from "./framework"

/** One scorer's values by criterion key. Absent and null both mean "not given", never zero. */
export type ScoreInputs = Readonly<Record<string, number | null | undefined>>

export type InputProblem = { criterion: string; message: string }

/** Why a value cannot be given for a criterion, in one sentence; null when it can. */
export function inputProblem(framework: Framework, criterion: Criterion, value: number): string | null {
  const { name, scale } = criterion
  if (!Number.isFinite(value)) return `${name} must be a number`
  if (divisorOf(framework)?.key === criterion.key && value <= 0)
    return `${name} must be more than zero: the score is divided by it. Leave it empty if it is not estimated yet`
  if (scale.kind === "choices") {
    if (scale.choices.some((choice) => choice.value === value)) return null
    const allowed = scale.choices.map((choice) => formatInput(choice.value)).join(", ")
    return `${name}: ${formatInput(value)} is not on the scale. Choose one of ${allowed}`
  }
  const { min, max } = scaleBounds(scale)
  if (value < min || value > max)
    return `${name}: ${formatInput(value)} is outside the scale. Enter ${formatInput(min)} to ${formatInput(max)}`
  if (scale.integer && !Number.isInteger(value)) return `${name} must be a whole number`
  if (scale.step !== undefined) {
    const steps = (value - min) / scale.step
    if (Math.abs(steps - Math.round(steps)) > 1e-6)
      return `${name} goes in steps of ${formatInput(scale.step)} from ${formatInput(min)}`
  }
  return null
}

/** All problems of a possibly partial entry, unknown criteria included. Missing values are no problem here. */
export function checkInputs(framework: Framework, inputs: ScoreInputs): InputProblem[] {
  const problems: InputProblem[] = []
  const byKey = new Map(framework.criteria.map((criterion) => [criterion.key, criterion]))
  for (const [key, value] of Object.entries(inputs)) {
    if (value === null || value === undefined) continue
    const criterion = byKey.get(key)
    const message = criterion
      ? inputProblem(framework, criterion, value)
      : `“${key}” is not a criterion of ${framework.name}`
    if (message) problems.push({ criterion: key, message })
  }
  return problems
}

/** Keys of the criteria without a value, in the framework's order. */
export function missingCriteria(framework: Framework, inputs: ScoreInputs): string[] {
  return framework.criteria
    .filter(({ key }) => !Object.hasOwn(inputs, key) || inputs[key] === null || inputs[key] === undefined)
    .map(({ key }) => key)
}
