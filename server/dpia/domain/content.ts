import type { EvaluationStatus, Kept, ListEntry, OpinionStatus } from "./assessment-fields"
import type { Estimate, Level } from "./risk"

/**
 * The part of an assessment that the exchange format can hold, apart from any database. `kept` are the fields of a file as
 * they came; null for what was written here.
 */
export type AnswerContent = {
  questionId: number
  /** Markdown. */
  text: string
  gauge: Level
  list: ListEntry[]
  kept: Kept | null
}

export type MeasureContent = {
  id: string
  /** Its number in the exchange format. */
  number: number
  title: string
  /** Markdown. */
  content: string
  kept: Kept | null
}

export type EvaluationContent = {
  /** "1.1", "2.1.211", "3.2", or "3.1." and the id of a measure. */
  reference: string
  status: EvaluationStatus
  comment: string
  plan: string
  /** With the action plan; {0, 0}: not estimated again. */
  residual: Estimate
  personInCharge: string
  dueOn: string | null
  evaluatedAt: string | null
  kept: Kept | null
}

export type CommentContent = {
  questionId: number | null
  measureId: string | null
  text: string
  createdAt: string
  kept: Kept | null
}

/** The opinion of the data protection officer. */
export type AdviceContent = { names: string; opinion: string; status: OpinionStatus | null }

/** The views of the people concerned: sought with names, views and whether in favour, or not sought with the reason. */
export type PeopleContent = {
  sought: boolean | null
  names: string
  opinion: string
  status: OpinionStatus | null
  reason: string
}

export type AssessmentContent = {
  name: string
  category: string
  authorName: string
  evaluatorName: string
  validatorName: string
  advice: AdviceContent
  people: PeopleContent
  rejectionReason: string
  adjustments: string
  answers: AnswerContent[]
  measures: MeasureContent[]
  evaluations: EvaluationContent[]
  comments: CommentContent[]
  kept: Kept | null
}

export const measureReference = (id: string) => `3.1.${id}`
export const questionReference = (part: string, questionId: number) => `${part}.${questionId}`
