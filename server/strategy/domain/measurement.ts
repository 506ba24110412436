import { z } from "zod"
import { shortDay } from "./day-words"
import { decimalSchema } from "./decimal"
import { reasonSchema } from "./objective"
import { daySchema } from "./period"

const note = z
  .string()
  .trim()
  .min(1, "Say where the figure comes from")
  .max(500, "A source has at most 500 characters")

export const measurementSchema = z.object({
  keyResultId: z.uuid(),
  measuredOn: daySchema,
  value: decimalSchema,
  note,
})

/** Replaces a measurement by a new row; a null value withdraws it. */
export const correctionSchema = z.object({
  id: z.uuid(),
  measuredOn: daySchema,
  value: decimalSchema.nullable(),
  note,
  reason: reasonSchema,
})

/** The message when a day cannot carry a measurement; undefined when it can. */
export function measuredOnProblem(day: string, startDate: string, today: string): string | undefined {
  if (day > today) return "A measurement lies in the past or is of today"
  return day < startDate
    ? `The key result starts on ${shortDay(startDate)}; before that lies the baseline`
    : undefined
}
