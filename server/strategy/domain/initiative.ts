import { z } from "zod"
import { compareDecimals, decimalSchema } from "./decimal"
import { quarterSchema, quartersBetween } from "./quarter"

const LONGEST = 40
const person = z.uuid("Choose a member").nullable()

const fields = z.object({
  name: z.string().trim().min(1, "Name the initiative").max(160, "A name has at most 160 characters"),
  description: z.string().trim().max(20_000, "A description has at most 20,000 characters"),
  sponsorId: person,
  ownerId: person,
  objectiveId: z.uuid("Choose an objective").nullable(),
  keyResultId: z.uuid("Choose a key result").nullable(),
  startQuarter: quarterSchema,
  endQuarter: quarterSchema,
})
export type InitiativeFields = z.infer<typeof fields>

/** The message when quarters do not make a period; undefined when they do. */
export function quartersProblem(start: string, end: string): string | undefined {
  const length = quartersBetween(start, end)
  if (length < 0) return "The last quarter comes after the first"
  return length < LONGEST ? undefined : `An initiative lasts at most ${LONGEST} quarters`
}

export const createInitiativeSchema = fields
  .extend({
    description: fields.shape.description.default(""),
    sponsorId: person.default(null),
    ownerId: person.default(null),
    objectiveId: fields.shape.objectiveId.default(null),
    keyResultId: fields.shape.keyResultId.default(null),
  })
  .superRefine(({ startQuarter, endQuarter }, ctx) => {
    const message = quartersProblem(startQuarter, endQuarter)
    if (message) ctx.addIssue({ code: "custom", path: ["endQuarter"], message })
  })

export const updateInitiativeSchema = z.object({
  id: z.uuid(),
  version: z.number().int().min(1),
  changes: fields.partial().refine((changes) => Object.keys(changes).length > 0, "Nothing to change"),
})

/** ISO 4217, as far as this machine knows the codes. */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, "Give the currency as three capital letters, such as EUR")

const twoDecimals = (text: string) => (text.split(".")[1] ?? "").length <= 2
/** Money as decimal text, zero or more, at most 2 decimals and below 10 billion. */
export const moneySchema = decimalSchema
  .refine((text) => compareDecimals(text, "0") >= 0, "An amount is zero or more")
  .refine((text) => compareDecimals(text, "10000000000") < 0, "An amount is below 10 billion")
  .refine(twoDecimals, "An amount has at most 2 decimals")
export const positiveMoney = moneySchema.refine((text) => text !== "0", "Give an amount above 0")

export const DECISIONS = ["approved", "declined"] as const
export type Decision = (typeof DECISIONS)[number]

/** Sums of one initiative; decimal text. */
export type Funding = { asked: string; approved: string; spent: string }

export type InitiativeWarning = { kind: "objective" | "sponsor" | "overspent" | "overapproved"; text: string }

/** What is wrong with an initiative as it stands. */
export function warningsOf(
  facts: { hasObjective: boolean; hasSponsor: boolean } & Funding,
): InitiativeWarning[] {
  const { asked, approved, spent } = facts
  const warnings: (InitiativeWarning | false)[] = [
    !facts.hasObjective && { kind: "objective", text: "No objective" },
    !facts.hasSponsor && { kind: "sponsor", text: "No sponsor" },
    compareDecimals(spent, approved) > 0 && { kind: "overspent", text: "Spends more than approved" },
    compareDecimals(approved, asked) > 0 && { kind: "overapproved", text: "Approved more than asked" },
  ]
  return warnings.filter((warning) => warning !== false)
}
