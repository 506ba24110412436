import { z } from "zod"
import { type Criterion, criterionSchema } from "./criterion"
import { valueOnScale } from "./value-function"
import { deriveWeights, weightingSchema } from "./weighting"

export const FRAMEWORK_METHODS = [
  "rice",
  "wsjf",
  "ice",
  "cd3",
  "opportunity",
  "value_effort",
  "moscow",
  "kano",
  "weighted_sum",
  "topsis",
  "expression",
] as const
export type FrameworkMethod = (typeof FRAMEWORK_METHODS)[number]

export const METHOD_LABELS: Record<FrameworkMethod, string> = {
  rice: "RICE",
  wsjf: "WSJF",
  ice: "ICE",
  cd3: "CD3",
  opportunity: "Opportunity",
  value_effort: "Value and effort",
  moscow: "MoSCoW",
  kano: "Kano",
  weighted_sum: "Weighted criteria",
  topsis: "TOPSIS",
  expression: "Own formula",
}

/** The fixed period in which RICE counts the people reached. */
export const REACH_PERIODS = ["week", "month", "quarter", "half_year", "year"] as const

export const FRAMEWORK_LIMITS = {
  criteria: 20,
  name: 80,
  description: 4000,
  source: 1000,
  expression: 1000,
  definitions: 20,
} as const

/** The criteria that a method has by its nature, by key. Names, help and scales are free within the rules. */
export const FIXED_KEYS: Partial<Record<FrameworkMethod, readonly string[]>> = {
  rice: ["reach", "impact", "confidence", "effort"],
  ice: ["impact", "confidence", "ease"],
  cd3: ["cost_of_delay", "duration"],
  opportunity: ["importance", "satisfaction"],
  value_effort: ["value", "effort"],
  moscow: ["class", "effort"],
  kano: ["functional", "dysfunctional"],
}

const expressionText = z
  .string()
  .trim()
  .max(FRAMEWORK_LIMITS.expression, `A formula has at most ${FRAMEWORK_LIMITS.expression} characters`)

/** A framework as a shape; the rules between its fields are in `framework-rules.ts`. */
export const frameworkShape = z.object({
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
  /** RICE: the period in which reach is counted. */
  period: z.enum(REACH_PERIODS).optional(),
  /** Weighted criteria and TOPSIS: how the weights were found. Absent means direct points. */
  weighting: weightingSchema.optional(),
  /** Value and effort: where the matrix is split, in the units of the two criteria. */
  thresholds: z.object({ value: z.number(), effort: z.number() }).optional(),
  /** Own formula over the criteria's keys, and named parts it may use. */
  expression: expressionText.optional(),
  definitions: z
    .array(z.object({ name: z.string().trim().max(40), expression: expressionText }))
    .max(FRAMEWORK_LIMITS.definitions, `A formula has at most ${FRAMEWORK_LIMITS.definitions} named parts`)
    .optional(),
})

/** One version of a framework, as data. A stored version is never edited: a change makes the next version. */
export type Framework = z.infer<typeof frameworkShape>

const DIVIDING: readonly FrameworkMethod[] = ["rice", "wsjf", "cd3", "value_effort"]

/** The criterion a ratio method divides by; null for the methods without a divisor. */
export function divisorOf(framework: Framework): Criterion | null {
  if (!DIVIDING.includes(framework.method)) return null
  return framework.criteria.find((criterion) => criterion.direction === "cost") ?? null
}

/** True for the methods whose criteria carry weights. */
export const isWeighted = ({ method }: Pick<Framework, "method">) =>
  method === "weighted_sum" || method === "topsis"

/**
 * True when the score of an item depends on the other items of the list (scoring.md §1). Such a framework is scored
 * with `scoreTogether`, and every page that shows its scores says "relative to this list".
 */
export const isRelative = ({ method }: Pick<Framework, "method">) => method === "topsis"

/** True where the score is a class, so that the items of a class keep their manual order among themselves. */
export const keepsManualOrder = ({ method }: Pick<Framework, "method">) => method === "moscow"

const derived = new WeakMap<Framework, Map<string, number>>()

/** Weights by criterion key with the sum 1, from points or from the judgements. Only for weighted methods. */
export function normalisedWeights(framework: Framework): Map<string, number> {
  const known = derived.get(framework)
  if (known) return known
  const { criteria, weighting } = framework
  const weights = deriveWeights(criteria, weighting)
  const byKey = new Map(criteria.map(({ key }, index) => [key, weights[index]!]))
  derived.set(framework, byKey)
  return byKey
}

export type WeightedView = {
  /** Criteria in the framework's order. */
  keys: string[]
  /** In the order of the keys, with the sum 1. */
  weights: number[]
  /** The value of x on the k-th criterion: 0 (worst) to 1 (best), by its declared range or levels. */
  value: (k: number, x: number) => number
}

/**
 * The additive view of a framework, Σ weight × value, on which weights can be varied; null for methods without
 * weights. For TOPSIS it stands on the declared ranges, while its score stands on the list.
 */
export function asWeighted(framework: Framework): WeightedView | null {
  if (!isWeighted(framework)) return null
  const { criteria } = framework
  const weights = normalisedWeights(framework)
  return {
    keys: criteria.map(({ key }) => key),
    weights: criteria.map(({ key }) => weights.get(key) ?? 0),
    value: (k, x) => valueOnScale(criteria[k]!, x),
  }
}
