import { z } from "zod"

/** Largest absolute value of a scale: products of a handful of criteria stay finite. */
export const SCALE_MAX = 1e12
/** A divisor below this would blow every score up; it is never a real effort. */
export const DIVISOR_MIN = 0.001

const scaleNumber = z.number().min(-SCALE_MAX).max(SCALE_MAX)

const choicesScaleSchema = z.object({
  kind: z.literal("choices"),
  choices: z
    .array(z.object({ value: scaleNumber, label: z.string().trim().min(1).max(100) }))
    .min(2, "A scale of choices needs at least two choices")
    .max(50, "A scale has at most 50 choices"),
})

const rangeScaleSchema = z.object({
  kind: z.literal("range"),
  min: scaleNumber,
  max: scaleNumber,
  step: z.number().positive().max(SCALE_MAX).optional(),
  integer: z.boolean().optional(),
})

export const scaleSchema = z.discriminatedUnion("kind", [choicesScaleSchema, rangeScaleSchema])

/** A point of a piecewise-linear value function: what `at` is worth, 0 (worst) to 1 (best). */
const levelSchema = z.object({
  at: scaleNumber,
  value: z.number().min(0, "A value lies between 0 and 1").max(1, "A value lies between 0 and 1"),
})

export const criterionSchema = z.object({
  key: z
    .string()
    .max(40)
    .regex(/^[a-z][a-z0-9_]*$/, "A criterion key holds small letters, digits and _ and starts with a letter"),
  name: z.string().trim().min(1, "A criterion needs a name").max(80),
  help: z.string().trim().max(1000),
  unit: z.string().trim().max(40),
  direction: z.enum(["benefit", "cost"]),
  scale: scaleSchema,
  ends: z.object({ low: z.string().trim().max(200), high: z.string().trim().max(200) }).optional(),
  weight: z.number().min(0, "A weight is zero or more").max(1e6).optional(),
  levels: z.array(levelSchema).min(2, "A value function needs at least two levels").max(20).optional(),
})

export type Scale = z.infer<typeof scaleSchema>
export type Criterion = z.infer<typeof criterionSchema>

/** What is wrong with a scale in itself, as one sentence naming the criterion; null when it is sound. */
export function scaleProblem(criterion: Criterion): string | null {
  const { name, scale } = criterion
  if (scale.kind === "choices") {
    const values = new Set(scale.choices.map((choice) => choice.value))
    if (values.size < scale.choices.length) return `${name}: two choices have the same value`
    return null
  }
  if (!(scale.min < scale.max)) return `${name}: the smallest value must be below the largest`
  if (scale.step !== undefined && scale.step > scale.max - scale.min)
    return `${name}: the step is larger than the range`
  if (scale.integer && !(Number.isInteger(scale.min) && Number.isInteger(scale.max)))
    return `${name}: a scale of whole numbers must start and end with a whole number`
  if (scale.integer && scale.step !== undefined && !Number.isInteger(scale.step))
    return `${name}: the step of a scale of whole numbers must be a whole number`
  return null
}

/** Smallest and largest value the scale allows. */
export function scaleBounds(scale: Scale): { min: number; max: number } {
  if (scale.kind === "range") return { min: scale.min, max: scale.max }
  const values = scale.choices.map((choice) => choice.value)
  return { min: Math.min(...values), max: Math.max(...values) }
}
