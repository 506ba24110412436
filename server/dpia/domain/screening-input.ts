import { z } from "zod"
import { ANSWERS, SCREENING_QUESTIONS } from "./screening"
import { DECISIONS } from "./screening-decision"

/** Whether a product or an item holds data on people. Nobody has said yet: no declaration. */
export const PERSONAL_DATA = ["none", "personal", "special"] as const
export type PersonalData = (typeof PERSONAL_DATA)[number]

export const PERSONAL_DATA_LABELS: Record<PersonalData, string> = {
  none: "No personal data",
  personal: "Personal data",
  special: "Special categories of personal data",
}

/** What is screened: one product or one item. */
export const subjectSchema = z.union([
  z.object({ productId: z.uuid("Choose a product") }).strict(),
  z.object({ itemId: z.uuid("Choose an item") }).strict(),
])
/** The same as a page's address names it. */
export const addressSchema = z.union([
  z.object({ productSlug: z.string().min(1).max(100) }).strict(),
  z.object({ itemKey: z.string().min(1).max(40) }).strict(),
])
export type SubjectAddress = z.infer<typeof addressSchema>
export type ScreeningSubject = z.infer<typeof subjectSchema>

const longText = (what: string) => z.string().trim().max(4000, `${what} has at most 4,000 characters`)

export const declareSchema = z.object({
  subject: subjectSchema,
  personalData: z.enum(PERSONAL_DATA, "Say whether it holds personal data"),
  note: longText("A note").default(""),
})

/** Null takes an answer back. */
const answers = z.partialRecord(z.enum(SCREENING_QUESTIONS), z.enum(ANSWERS).nullable())

/** Changes to a screening: only what is given; `lock` is the one the editor saw. */
export const answerScreeningSchema = z.object({
  id: z.uuid(),
  lock: z.number().int().min(1),
  changes: z.object({
    answers: answers.optional(),
    /** Remarks per question: which list entry, why yes, why no. */
    notes: z.partialRecord(z.enum(SCREENING_QUESTIONS), longText("A remark")).optional(),
    /** What is processed, in a few sentences. */
    description: longText("The description").optional(),
    decision: z.enum(DECISIONS).nullable().optional(),
    /** Why no assessment is made. */
    reason: longText("The reason").optional(),
    /** Why it is screened again, from the second version on. */
    occasion: longText("The occasion").optional(),
  }),
})
export type ScreeningChanges = z.infer<typeof answerScreeningSchema>["changes"]
