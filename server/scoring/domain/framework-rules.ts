import { compileExpression } from "./compile-expression"
import { DIVISOR_MIN, scaleBounds, scaleProblem } from "./criterion"
import { divisorOf, FIXED_KEYS, type Framework, frameworkShape, isWeighted, METHOD_LABELS } from "./framework"
import { KANO_ANSWERS, MOSCOW_CLASSES } from "./named-answers"
import { levelsProblem } from "./value-function"
import { weightingProblems } from "./weighting"

export type FrameworkProblem = { path: (string | number)[]; message: string }

/** Addresses of the settings pages that a key would hide. */
export const RESERVED_KEYS: readonly string[] = ["new"]

/** The rules between fields, each with a message naming the criterion. Empty when the framework is sound. */
export function frameworkProblems(framework: Framework): FrameworkProblem[] {
  const problems = framework.criteria.flatMap((criterion, index): FrameworkProblem[] => {
    const scale = scaleProblem(criterion) ?? methodScaleProblem(framework, index)
    const levels = scale ? null : levelsProblem(criterion)
    return [
      ...duplicateProblems(framework, index),
      ...(scale ? [{ path: ["criteria", index, "scale"], message: scale }] : []),
      ...(levels ? [{ path: ["criteria", index, "levels"], message: levels }] : []),
    ]
  })
  if (RESERVED_KEYS.includes(framework.key))
    problems.push({
      path: ["key"],
      message: `“${framework.name}” is a word of the pages here; choose another name`,
    })
  return [...problems, ...methodProblems(framework)]
}

function duplicateProblems({ criteria }: Framework, index: number): FrameworkProblem[] {
  const { key, name } = criteria[index]!
  const before = criteria.slice(0, index)
  const at = (what: string) => ({
    path: ["criteria", index, "name"],
    message: `${name}: another criterion has the same ${what}`,
  })
  return [
    ...(before.some((other) => other.key === key) ? [at("key")] : []),
    ...(before.some((other) => other.name.toLowerCase() === name.toLowerCase()) ? [at("name")] : []),
  ]
}

/** What the method asks of a scale; null where it asks nothing. */
function methodScaleProblem(framework: Framework, index: number): string | null {
  const { method, criteria } = framework
  const { key, name, scale, direction } = criteria[index]!
  const { min, max } = scaleBounds(scale)
  if (method === "moscow" && key === "class" && !isAnswers(scale, MOSCOW_CLASSES))
    return `${name}: MoSCoW has the classes ${MOSCOW_CLASSES.map(({ label }) => label).join(", ")}`
  if (method === "kano" && !isAnswers(scale, KANO_ANSWERS))
    return `${name}: a Kano question has five answers, from 5 (like it) to 1 (dislike it)`
  if (method === "opportunity" && (min < 0 || max > 1))
    return `${name}: opportunity counts importance and satisfaction from 0 to 1`
  if (isWeighted(framework) || method === "expression") return null
  if (divisorOf(framework) && direction === "cost" && min < DIVISOR_MIN)
    return `${name} divides the score, so its scale must start above zero (${DIVISOR_MIN} or more)`
  return min < 0 ? `${name}: ${METHOD_LABELS[method]} has no negative values` : null
}

/** Labels are free, so that they can be translated; the values are the method's. */
function isAnswers(scale: Framework["criteria"][number]["scale"], answers: readonly { value: number }[]) {
  if (scale.kind !== "choices" || scale.choices.length !== answers.length) return false
  return answers.every(({ value }) => scale.choices.some((choice) => choice.value === value))
}

const FIXED_COSTS = ["effort", "duration", "satisfaction", "dysfunctional"]

function methodProblems(framework: Framework): FrameworkProblem[] {
  const { method, criteria, period, thresholds, weighting } = framework
  const at = (message: string): FrameworkProblem[] => [{ path: ["criteria"], message }]
  const fixed = FIXED_KEYS[method]
  if (fixed) {
    const keys = criteria.map((criterion) => criterion.key)
    if (keys.length !== fixed.length || fixed.some((key) => !keys.includes(key)))
      return at(`${METHOD_LABELS[method]} has exactly these criteria: ${fixed.join(", ")}`)
    const wrong = criteria.find(({ key, direction }) => (direction === "cost") !== FIXED_COSTS.includes(key))
    if (wrong)
      return at(
        `${wrong.name}: in ${METHOD_LABELS[method]} this is a ${FIXED_COSTS.includes(wrong.key) ? "cost" : "benefit"}`,
      )
  }
  if (method === "rice" && !period)
    return [{ path: ["period"], message: "RICE needs the period in which the people reached are counted" }]
  const costs = criteria.filter((criterion) => criterion.direction === "cost")
  if (method === "wsjf" && (costs.length !== 1 || criteria.length < 2))
    return at("WSJF needs exactly one cost (the job size it divides by) and at least one benefit")
  if (method === "value_effort" && !thresholds)
    return [
      {
        path: ["thresholds"],
        message: "Say where the matrix is split: a threshold of value and one of effort",
      },
    ]
  if (isWeighted(framework)) {
    return weightingProblems(criteria, weighting).map(({ criterion, message }) =>
      criterion === null
        ? { path: weighting && "judgements" in weighting ? ["weighting"] : ["criteria"], message }
        : { path: ["criteria", criterion, "weight"], message },
    )
  }
  return method === "expression" ? expressionProblems(framework) : []
}

function expressionProblems(framework: Framework): FrameworkProblem[] {
  const compilation = compileExpression(framework)
  if ("compiled" in compilation) return []
  return compilation.problems.map(({ field, message }) => ({
    path: field.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    message,
  }))
}

/** Validates a framework version; every message names the criterion it is about. */
export const frameworkSchema = frameworkShape.superRefine((framework, ctx) => {
  for (const { path, message } of frameworkProblems(framework))
    ctx.addIssue({ code: "custom", path, message })
})
