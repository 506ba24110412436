import { z } from "zod"
import { currencySchema, moneySchema, positiveMoney } from "./initiative"
import { reasonSchema } from "./objective"
import { daySchema } from "./period"

const note = z
  .string()
  .trim()
  .min(1, "Say what it was spent on")
  .max(500, "A note has at most 500 characters")

export const spendingSchema = z.object({
  initiativeId: z.uuid(),
  spentOn: daySchema,
  amount: positiveMoney,
  currency: currencySchema,
  note,
})

/** Replaces a spending by a new row; an amount of 0 takes it back. */
export const spendingCorrectionSchema = z.object({
  id: z.uuid(),
  spentOn: daySchema,
  amount: moneySchema,
  note,
  reason: reasonSchema,
})
