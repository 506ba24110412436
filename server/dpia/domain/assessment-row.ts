import { z } from "zod"
import type { ApprovalSummary } from "@/server/approvals/domain/approval"
import type { ItemStatus } from "@/server/backlog/domain/item"
import type { NamedPerson } from "@/server/products/domain/product"
import type { EvaluationStatus, ListEntry, OpinionStatus } from "./assessment-fields"
import type { PartProgress } from "./completeness"
import type { ConsultationClock, ConsultationFacts } from "./consultation"
import type { DossierTexts } from "./dossier-texts"
import type { FactDrift } from "./known-facts"
import type { LinkedFacts } from "./linked-facts"
import type { MeasureKind } from "./measure-library"
import type { FearedEvent } from "./questions"
import type { Estimate, Level, RiskWeight } from "./risk"

export const assessmentKey = (number: number) => `DPIA-${number}`
export const assessmentPath = (number: number) => `/privacy/assessments/${assessmentKey(number)}`

/** The number of "DPIA-12"; undefined for anything else. */
export function assessmentNumber(key: string): number | undefined {
  const match = /^DPIA-(\d{1,9})$/i.exec(key)
  return match ? Number(match[1]) : undefined
}

/** Derived from the approval of the present version; nothing of it is stored. */
export const ASSESSMENT_STATES = [
  "in_progress",
  "in_review",
  "changes_asked",
  "refused",
  "outdated",
  "approved",
  "archived",
] as const
export type AssessmentState = (typeof ASSESSMENT_STATES)[number]

export const ASSESSMENT_STATE_LABELS: Record<AssessmentState, string> = {
  in_progress: "In progress",
  in_review: "Waits for approval",
  changes_asked: "Changes asked for",
  refused: "Refused",
  outdated: "Changed after approval",
  approved: "Approved",
  archived: "Archived",
}

type Standing = { archivedAt: string | null; version: number; approval: ApprovalSummary | null }

export function assessmentState({ archivedAt, version, approval }: Standing): AssessmentState {
  if (archivedAt !== null) return "archived"
  const present = approval?.version === version ? approval : null
  if (present?.state === "approved") return "approved"
  if (present?.state === "open") return "in_review"
  if (present?.state === "changes_requested") return "changes_asked"
  if (present?.state === "rejected") return "refused"
  return approval?.approvedAt ? "outdated" : "in_progress"
}

/** What the list shows. Empty lists mean "any", but without states the archived ones are left out. */
export const assessmentFilterSchema = z.object({
  search: z.string().trim().max(200).default(""),
  states: z.array(z.enum(ASSESSMENT_STATES)).max(ASSESSMENT_STATES.length).default([]),
  productIds: z.array(z.uuid()).max(100).default([]),
})
export type AssessmentFilter = z.infer<typeof assessmentFilterSchema>

export type ListedAssessment = {
  id: string
  /** "DPIA-3" */
  key: string
  name: string
  category: string
  product: { id: string; slug: string; name: string }
  author: NamedPerson
  state: AssessmentState
  version: number
  /** The version that was approved last, also when it is outdated. */
  approvedVersion: number | null
  approvedAt: string | null
  /** Facts that have changed since the present version was handed in. */
  changedFacts: number
  progress: number
  /** The heaviest of the risks that remain. */
  riskWeight: RiskWeight
  reviewOn: string | null
  updatedAt: string
}

export type AnswerRow = {
  questionId: number
  /** Markdown. */
  text: string
  gauge: Level
  list: ListEntry[]
  /** What an editor hands back; 0 before anything was said. */
  version: number
  by: NamedPerson | null
  at: string | null
}

export type MeasureRow = {
  id: string
  number: number
  title: string
  content: string
  kind: MeasureKind | null
  version: number
  /** Risks that name it: "3.2", or the id of a risk of one's own. */
  usedBy: string[]
}

/** A feared event or a risk of one's own, in one shape. */
export type RiskRow = {
  /** "3.2", "3.3", "3.4", or the id of a risk of one's own. */
  id: string
  event: FearedEvent | null
  title: string
  impacts: string[]
  threats: string[]
  sources: string[]
  measures: ListEntry[]
  severityText: string
  likelihoodText: string
  /** Before any measure; not in the exchange format. */
  inherent: Estimate
  /** With the measures that exist or are planned. */
  estimate: Estimate
  /** With the action plan, as entered; {0, 0}: not estimated again. */
  reestimate: Estimate
  /** What remains: the one above, or the estimate. */
  residual: Estimate
  weight: RiskWeight
  /** Of the row that holds what the exchange format does not; 0 before there is one. */
  version: number
}

export type EvaluationRow = {
  reference: string
  status: EvaluationStatus
  comment: string
  plan: string
  residual: Estimate
  personInCharge: string
  dueOn: string | null
  by: NamedPerson | null
  at: string | null
  version: number
}

/** A line of the action plan; everything but the reference is the backlog item's. */
export type ActionRow = {
  id: string
  reference: string | null
  item: {
    id: string
    key: string
    title: string
    status: ItemStatus
    owner: NamedPerson | null
    dueOn: string | null
    archived: boolean
  }
}

type CommentRow = {
  id: string
  questionId: number | null
  measureId: string | null
  text: string
  /** Null when it came with a file. */
  by: NamedPerson | null
  at: string
}

type RevisionRow = { version: number; by: NamedPerson; at: string; note: string }
type EditorRow = { version: number; person: NamedPerson; at: string }

/** An assessment with everything its page shows. `lock` is what an editor of the fields at the top hands back. */
export type AssessmentDetails = Omit<ListedAssessment, "approvedVersion" | "approvedAt" | "changedFacts"> & {
  lock: number
  item: { id: string; key: string; title: string } | null
  authorName: string
  evaluatorName: string
  validatorName: string
  answers: AnswerRow[]
  measures: MeasureRow[]
  risks: RiskRow[]
  evaluations: EvaluationRow[]
  actions: ActionRow[]
  /** What Plumbline knows about the product now; signed together with the rest. */
  facts: LinkedFacts
  comments: CommentRow[]
  parts: PartProgress[]
  /** What stands between it and handing it in; empty when nothing does. */
  problems: string[]
  advice: {
    askedAt: string | null
    askedBy: NamedPerson | null
    names: string
    opinion: string
    status: OpinionStatus | null
    by: NamedPerson | null
    at: string | null
    /** The version it was given on; null for advice that came with a file. */
    version: number | null
    overruled: { reason: string; by: NamedPerson | null; at: string | null } | null
  }
  people: {
    sought: boolean | null
    names: string
    opinion: string
    status: OpinionStatus | null
    reason: string
  }
  rejectionReason: string
  adjustments: string
  consultation: {
    needed: boolean
    facts: ConsultationFacts
    clock: ConsultationClock | null
    dossier: DossierTexts
  }
  approval: ApprovalSummary | null
  /** Null where no facts were kept with the present version. */
  drift: FactDrift | null
  revisions: RevisionRow[]
  editors: EditorRow[]
  imported: { from: string; at: string; by: NamedPerson } | null
  archived: { at: string; by: NamedPerson; reason: string } | null
  createdAt: string
}
