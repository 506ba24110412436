import type { JsonValue } from "@/server/kernel/domain/plain-json"

/** An entry of a list. An entry that names a measure keeps the words with which it was named. */
export type ListEntry = { text: string; measureId: string | null }

/** Fields of a file as they came, so that it can be written back as it was. */
export type Kept = { [key: string]: JsonValue }

/** Status of an evaluation: 0 not evaluated, 1 to be fixed, 2 improvable, 3 acceptable. */
export const EVALUATION_STATUSES = [0, 1, 2, 3] as const
export type EvaluationStatus = (typeof EVALUATION_STATUSES)[number]

export const EVALUATION_STATUS_LABELS: Record<EvaluationStatus, string> = {
  0: "Not evaluated",
  1: "To be fixed",
  2: "Improvable",
  3: "Acceptable",
}

/** An opinion of the data protection officer or of the people concerned: 0 against, 1 in favour. */
export type OpinionStatus = 0 | 1
export const OPINION_LABELS: Record<OpinionStatus, string> = { 0: "Against", 1: "In favour" }

/** The lists of a risk that is not one of the three feared events, with why it was estimated so. */
export type OwnRiskFields = {
  impacts: string[]
  threats: string[]
  sources: string[]
  measures: ListEntry[]
  severityText: string
  likelihoodText: string
}
