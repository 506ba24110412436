import { z } from "zod"
import { daySchema } from "@/server/strategy/domain/period"
import { EVALUATION_STATUSES } from "./assessment-fields"
import { MEASURE_KINDS } from "./measure-library"
import { findQuestion } from "./questions"
import type { Level } from "./risk"

export const TEXT_LENGTH = 200_000
const LIST_LENGTH = 200
/** Longest entry of a list. */
export const ENTRY_LENGTH = 2000

export const id = z.uuid()
const version = z.number().int().min(0)
export const lock = z.number().int().min(1)

export const longText = z.string().max(TEXT_LENGTH, "A text has at most 200,000 characters")
const name = z.string().trim().min(1, "Give a name").max(300, "A name has at most 300 characters")
const short = (what: string) => z.string().trim().max(300, `${what} has at most 300 characters`)
export const reason = z
  .string()
  .trim()
  .min(1, "Give the reason; it is recorded")
  .max(4000, "A reason has at most 4,000 characters")

const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)], {
  error: "Choose a level from 1 to 4; 0 is “not estimated”",
}) satisfies z.ZodType<Level>
const estimate = z.object({ severity: level, likelihood: level })

const texts = z
  .array(
    z
      .string()
      .trim()
      .min(1, "An entry cannot be empty")
      .max(ENTRY_LENGTH, "An entry has at most 2,000 characters"),
  )
  .max(LIST_LENGTH, "A list has at most 200 entries")
const entries = z
  .array(
    z.object({
      text: z.string().trim().max(ENTRY_LENGTH, "An entry has at most 2,000 characters"),
      measureId: z.uuid().nullable().default(null),
    }),
  )
  .max(LIST_LENGTH, "A list has at most 200 entries")

export const createAssessmentSchema = z.object({
  productId: z.uuid("Choose a product"),
  itemId: z.uuid().nullable().default(null),
  /** The product's name unless given. */
  name: name.optional(),
  category: short("A category").default(""),
  authorId: z.uuid("Choose a member").optional(),
})

export const updateAssessmentSchema = z.object({
  id,
  lock,
  changes: z
    .object({
      name,
      category: short("A category"),
      authorId: z.uuid("Choose a member"),
      authorName: short("A name"),
      evaluatorName: short("A name"),
      validatorName: short("A name"),
      reviewOn: daySchema.nullable(),
      /** What was changed after a refusal. */
      adjustments: longText,
    })
    .partial()
    .refine((changes) => Object.keys(changes).length > 0, "Nothing to change"),
})

export const updateAnswerSchema = z.object({
  id,
  questionId: z.number().refine((value) => findQuestion(value) !== undefined, "There is no such question"),
  /** Of the answer as the editor saw it; 0 when there was none. */
  version,
  changes: z
    .object({ text: longText, gauge: level, list: entries })
    .partial()
    .refine((changes) => Object.keys(changes).length > 0, "Nothing to change"),
})

export const measureFields = z.object({
  title: z.string().trim().min(1, "Give the measure a title").max(300, "A title has at most 300 characters"),
  content: longText,
  kind: z.enum(MEASURE_KINDS).nullable(),
})

/** Measures of one's own, and keys of the library. */
export const addMeasuresSchema = z
  .object({
    id,
    measures: z
      .array(
        measureFields.extend({ content: longText.default(""), kind: measureFields.shape.kind.default(null) }),
      )
      .max(50)
      .default([]),
    fromLibrary: z.array(z.string().max(60)).max(60).default([]),
  })
  .refine(({ measures, fromLibrary }) => measures.length + fromLibrary.length > 0, "Choose a measure")

export const updateMeasureSchema = z.object({
  id,
  measureId: z.uuid(),
  version: lock,
  changes: measureFields.partial().refine((changes) => Object.keys(changes).length > 0, "Nothing to change"),
})

export const riskFields = z.object({
  title: z.string().trim().min(1, "Name the risk").max(300, "A title has at most 300 characters"),
  impacts: texts,
  threats: texts,
  sources: texts,
  measures: entries,
  severityText: longText,
  likelihoodText: longText,
  inherent: estimate,
  estimate,
  reestimate: estimate,
})
export type RiskChanges = Partial<z.infer<typeof riskFields>>

export const addRiskSchema = z.object({
  id,
  risk: riskFields.partial().extend({ title: riskFields.shape.title }),
})

/** `riskId` is "3.2", "3.3" or "3.4", of which only `inherent` is changed here, or the id of a risk of one's own. */
export const updateRiskSchema = z.object({
  id,
  riskId: z.string().max(40),
  version,
  changes: riskFields.partial().refine((changes) => Object.keys(changes).length > 0, "Nothing to change"),
})

const evaluationSchema = z.object({
  reference: z.string().max(60),
  /** Of the evaluation as the editor saw it; 0 when there was none. */
  version,
  status: z.union(
    EVALUATION_STATUSES.map((status) => z.literal(status)),
    { error: "Choose how it is judged" },
  ),
  comment: longText.default(""),
  plan: longText.default(""),
  residual: estimate.default({ severity: 0, likelihood: 0 }),
  personInCharge: short("A name").default(""),
  dueOn: daySchema.nullable().default(null),
})

export const evaluatePartsSchema = z.object({
  id,
  evaluations: z.array(evaluationSchema).min(1, "Judge something").max(200),
})
export type EvaluationInput = z.infer<typeof evaluationSchema>

const opinionStatus = z.union([z.literal(0), z.literal(1)], {
  error: "Say whether it is in favour or against",
})

export const giveAdviceSchema = z.object({
  id,
  lock,
  names: z.string().trim().min(1, "Give the officer's name").max(300, "Names have at most 300 characters"),
  opinion: longText.trim().min(1, "Give the advice"),
  status: opinionStatus,
})

export const peopleSchema = z.object({
  id,
  lock,
  people: z.discriminatedUnion("sought", [
    z.object({
      sought: z.literal(true),
      names: z.string().trim().min(1, "Say who was asked").max(300, "Names have at most 300 characters"),
      opinion: longText.trim().min(1, "Say what they think"),
      status: opinionStatus,
    }),
    z.object({ sought: z.literal(false), reason }),
  ]),
})
