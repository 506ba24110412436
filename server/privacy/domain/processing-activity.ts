import { z } from "zod"

export const PROCESSING_ROLES = ["controller", "processor"] as const
export type ProcessingRole = (typeof PROCESSING_ROLES)[number]

export const PROCESSING_ROLE_LABELS: Record<ProcessingRole, string> = {
  controller: "Controller",
  processor: "Processor",
}

export const LEGAL_BASES = ["a", "b", "c", "d", "e", "f"] as const
export type LegalBasis = (typeof LEGAL_BASES)[number]

/** The bases of Art. 6(1) GDPR, in our words. */
export const LEGAL_BASIS_LABELS: Record<LegalBasis, string> = {
  a: "6(1)(a) Consent",
  b: "6(1)(b) Contract with the person",
  c: "6(1)(c) Legal obligation",
  d: "6(1)(d) Vital interests",
  e: "6(1)(e) Public task",
  f: "6(1)(f) Legitimate interests",
}

export const SPECIAL_CONDITIONS = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"] as const
export type SpecialCondition = (typeof SPECIAL_CONDITIONS)[number]

/** What lifts the ban on special categories, Art. 9(2) GDPR, in our words. */
export const SPECIAL_CONDITION_LABELS: Record<SpecialCondition, string> = {
  a: "9(2)(a) Explicit consent",
  b: "9(2)(b) Employment and social security law",
  c: "9(2)(c) Vital interests, person unable to consent",
  d: "9(2)(d) Members of a non-profit body",
  e: "9(2)(e) Made public by the person",
  f: "9(2)(f) Legal claims",
  g: "9(2)(g) Substantial public interest",
  h: "9(2)(h) Health or social care",
  i: "9(2)(i) Public health",
  j: "9(2)(j) Archives, research, statistics",
}

export const PARTY_ROLES = [
  "processor",
  "sub_processor",
  "joint_controller",
  "independent_controller",
  "other",
] as const

export const PARTY_ROLE_LABELS: Record<(typeof PARTY_ROLES)[number], string> = {
  processor: "Processor",
  sub_processor: "Sub-processor",
  joint_controller: "Joint controller",
  independent_controller: "Independent controller",
  other: "Other",
}

export const MECHANISMS = [
  "adequacy",
  "clauses",
  "binding_rules",
  "code",
  "certification",
  "other_safeguard",
  "derogation",
] as const

export const MECHANISM_LABELS: Record<(typeof MECHANISMS)[number], string> = {
  adequacy: "Adequacy decision (Art. 45)",
  clauses: "Standard contractual clauses (Art. 46(2)(c))",
  binding_rules: "Binding corporate rules (Art. 47)",
  code: "Code of conduct (Art. 46(2)(e))",
  certification: "Certification (Art. 46(2)(f))",
  other_safeguard: "Other safeguard (Art. 46)",
  derogation: "Derogation (Art. 49)",
}

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString("en")} characters`)
const name = (what: string) => text(200).min(1, what)
const lines = z.array(name("Leave no line empty")).max(100, "At most 100 lines")

const categorySchema = z.object({
  name: name("Name the category of data"),
  /** The class of the workspace that it stands for; null when somebody wrote it down by hand. */
  classKey: z.string().max(40).nullable().default(null),
  /** A special category of Art. 9(1). */
  special: z.boolean().default(false),
  /** When it is erased; empty: nobody has said. */
  retention: text(500).default(""),
})
export type DataCategory = z.output<typeof categorySchema>

const partySchema = z.object({
  name: name("Name the party"),
  role: z.enum(PARTY_ROLES, "Choose what the party is"),
  country: text(80).default(""),
})

const transferSchema = z.object({
  to: name("Name who receives the data"),
  country: name("Name the country"),
  mechanism: z.enum(MECHANISMS, "Choose what allows the transfer"),
  /** Where the safeguards are written down. */
  safeguards: text(500).default(""),
})

/** What people write about one processing of personal data (Art. 30 GDPR). */
export const activitySchema = z.object({
  name: text(200).min(1, "Give a name"),
  role: z.enum(PROCESSING_ROLES, "Choose a role"),
  /** Name and contact of the controller; for a processor: of each controller it works for. */
  controllers: text(2000).default(""),
  jointControllers: text(2000).default(""),
  /** Of a controller or processor outside the Union, Art. 27. */
  representative: text(1000).default(""),
  /** Name and contact of the data protection officer. */
  officer: text(1000).default(""),
  purposes: text(5000).default(""),
  /** What a processor does for each controller. */
  workDone: text(5000).default(""),
  legalBasis: z.enum(LEGAL_BASES).nullable().default(null),
  basisNote: text(2000).default(""),
  specialCondition: z.enum(SPECIAL_CONDITIONS).nullable().default(null),
  people: lines.default([]),
  categories: z.array(categorySchema).max(100, "At most 100 categories").default([]),
  recipients: lines.default([]),
  parties: z.array(partySchema).max(50, "At most 50 parties").default([]),
  /** Null: nobody has said whether data leaves the Union. */
  transfersOutside: z.boolean().nullable().default(null),
  transfers: z.array(transferSchema).max(50, "At most 50 transfers").default([]),
  security: text(5000).default(""),
  productIds: z.array(z.uuid()).max(50, "At most 50 products").default([]),
  assessmentId: z.uuid().nullable().default(null),
  ownerId: z.uuid("Choose a member").nullable().default(null),
  nextReviewOn: z.iso.date("Give a date, such as 2026-12-31").nullable().default(null),
})
export type ActivityFields = z.output<typeof activitySchema>

/** The words of an activity: what is kept in one piece; the rest refers to other things. */
export type ActivityWords = Omit<
  ActivityFields,
  "name" | "productIds" | "assessmentId" | "ownerId" | "nextReviewOn"
>

/** Takes the fields of an activity apart into what its row holds. */
export function partsOf(fields: ActivityFields) {
  const { name, productIds, assessmentId, ownerId, nextReviewOn, ...words } = fields
  return { productIds, row: { name, assessmentId, ownerId, nextReviewOn, words } }
}

export const activityKey = (number: number) => `ROP-${number}`
export const activityPath = (number: number) => `/privacy/register/${activityKey(number)}`

/** The number of "ROP-12"; undefined for anything else. */
export function activityNumber(key: string): number | undefined {
  const match = /^ROP-(\d{1,9})$/i.exec(key)
  return match ? Number(match[1]) : undefined
}

export const isSensitive = ({ categories }: Pick<ActivityWords, "categories">) =>
  categories.some(({ special }) => special)
