import { z } from "zod"
import { type Criterion, criterionSchema, DIVISOR_MIN, scaleBounds, scaleProblem } from "./criterion"

export const FRAMEWORK_METHODS = ["rice", "wsjf", "ice", "weighted_sum"] as const
export type FrameworkMethod = (typeof FRAMEWORK_METHODS)[number]

export const METHOD_LABELS: Record<FrameworkMethod, string> = {
  rice: "RICE",
  wsjf: "WSJF",
  ice: "ICE",
  weighted_sum: "Weighted criteria",
}

/** The fixed period in which RICE counts the people reached. */
export const REACH_PERIODS = ["week", "month", "quarter", "half_year", "year"] as const

export const FRAMEWORK_LIMITS = { criteria: 20, name: 80, description: 4000, source: 1000 } as const

const FIXED_KEYS: Partial<Record<FrameworkMethod, readonly string[]>> = {
  rice: ["reach", "impact", "confidence", "effort"],
  ice: ["impact", "confidence", "ease"],
}

const frameworkShape = z.object({
  key: z
    .string()
    .max(40)
    .regex(
      /^[a-z][a-z0-9_-]*$/,
      "A framework key holds small letters, digits, - and _ and starts with a letter",
    ),
  name: z.string().trim().min(1, "A framework needs a name").max(FRAMEWORK_LIMITS.name),
  method: z.enum(FRAMEWORK_METHODS),
  description: z.string().trim().max(FRAMEWORK_LIMITS.description),
  source: z.string().trim().max(FRAMEWORK_LIMITS.source),
  criteria: z
    .array(criterionSchema)
    .min(1, "A framework needs at least one criterion")
    .max(FRAMEWORK_LIMITS.criteria, `A framework has at most ${FRAMEWORK_LIMITS.criteria} criteria`),
  period: z.enum(REACH_PERIODS).optional(),
})

/** One version of a framework, as data. A stored version is never edited: a change makes the next version. */
export type Framework = z.infer<typeof frameworkShape>

/** The criterion a ratio method divides by; null for the methods without a divisor. */
export function divisorOf(framework: Framework): Criterion | null {
  if (framework.method !== "rice" && framework.method !== "wsjf") return null
  return framework.criteria.find((criterion) => criterion.direction === "cost") ?? null
}

export type FrameworkProblem = { path: (string | number)[]; message: string }

/** The rules between fields, each with a message naming the criterion. Empty when the framework is sound. */
export function frameworkProblems(framework: Framework): FrameworkProblem[] {
  const problems: FrameworkProblem[] = []
  const seen = new Map<string, string>()
  framework.criteria.forEach((criterion, index) => {
    const add = (field: string, message: string) =>
      problems.push({ path: ["criteria", index, field], message })
    for (const id of [`key ${criterion.key}`, `name ${criterion.name.toLowerCase()}`]) {
      if (seen.has(id))
        add("name", `${criterion.name}: another criterion has the same ${id.split(" ", 1)[0]}`)
      seen.set(id, criterion.name)
    }
    const problem = scaleProblem(criterion)
    if (problem) add("scale", problem)
    else if (framework.method !== "weighted_sum") {
      const divides = criterion.direction === "cost"
      const { min } = scaleBounds(criterion.scale)
      if (divides && min < DIVISOR_MIN)
        add(
          "scale",
          `${criterion.name} divides the score, so its scale must start above zero (${DIVISOR_MIN} or more)`,
        )
      if (!divides && min < 0)
        add("scale", `${criterion.name}: ${METHOD_LABELS[framework.method]} has no negative values`)
    }
    if (framework.method === "weighted_sum" && criterion.weight === undefined)
      add("weight", `${criterion.name} needs a weight`)
  })
  return [...problems, ...methodProblems(framework)]
}

function methodProblems({ method, criteria, period }: Framework): FrameworkProblem[] {
  const at = (message: string): FrameworkProblem[] => [{ path: ["criteria"], message }]
  const costs = criteria.filter((criterion) => criterion.direction === "cost")
  const fixed = FIXED_KEYS[method]
  if (fixed) {
    const keys = criteria.map((criterion) => criterion.key)
    if (keys.length !== fixed.length || fixed.some((key) => !keys.includes(key)))
      return at(`${METHOD_LABELS[method]} has exactly these criteria: ${fixed.join(", ")}`)
    const wrong = criteria.find(
      (criterion) => (criterion.direction === "cost") !== (criterion.key === "effort"),
    )
    if (wrong)
      return at(
        `${wrong.name}: in ${METHOD_LABELS[method]} this is a ${wrong.key === "effort" ? "cost" : "benefit"}`,
      )
  }
  if (method === "rice" && !period)
    return [{ path: ["period"], message: "RICE needs the period in which the people reached are counted" }]
  if (method === "wsjf" && (costs.length !== 1 || criteria.length < 2))
    return at("WSJF needs exactly one cost (the job size it divides by) and at least one benefit")
  if (method === "weighted_sum" && !(criteria.reduce((sum, { weight }) => sum + (weight ?? 0), 0) > 0))
    return at("At least one weight must be above zero")
  return []
}

/** Validates a framework version; every message names the criterion it is about. */
export const frameworkSchema = frameworkShape.superRefine((framework, ctx) => {
  for (const { path, message } of frameworkProblems(framework))
    ctx.addIssue({ code: "custom", path, message })
})

/** Weights by criterion key, normalised to the sum 1. Only meaningful for `weighted_sum`. */
export function normalisedWeights(framework: Framework): Map<string, number> {
  const sum = framework.criteria.reduce((total, { weight }) => total + (weight ?? 0), 0)
  return new Map(framework.criteria.map(({ key, weight }) => [key, (weight ?? 0) / sum]))
}
