import { z } from "zod"
import type { ApprovalSummary } from "@/server/approvals/domain/approval"
import type { NamedPerson } from "@/server/products/domain/product"
import type { FactDrift } from "./known-facts"
import type { ScreeningAnswers, ScreeningQuestion, ScreeningVerdict } from "./screening"
import type { ScreeningDecision } from "./screening-decision"
import type { PersonalData } from "./screening-input"

/** A product or an item that may be screened. `name` is short (FUL-12), `path` its page inside the workspace. */
export type SubjectRow = {
  type: "product" | "item"
  id: string
  name: string
  title: string
  path: string
}

/** The page of a subject's screening: "/privacy/screenings/products/route-planning". */
export const screeningPath = ({ path }: Pick<SubjectRow, "path">) => `/privacy/screenings${path}`

export type DeclarationRow = { personalData: PersonalData; note: string; by: NamedPerson; at: string }

/** A version that was handed in. */
export type ScreeningVersionRow = {
  version: number
  verdict: ScreeningVerdict
  decision: ScreeningDecision
  by: NamedPerson
  at: string
}

/** A screening with everything its page shows. `lock` is what an editor hands back. */
export type ScreeningDetails = {
  id: string
  version: number
  lock: number
  description: string
  answers: ScreeningAnswers
  notes: Partial<Record<ScreeningQuestion, string>>
  /** Of the present answers; null until all are given. */
  verdict: ScreeningVerdict | null
  verdictReason: string | null
  unanswered: ScreeningQuestion[]
  decision: ScreeningDecision | null
  reason: string
  /** Why it was screened again; empty for the first version. */
  occasion: string
  dpoView: { text: string; by: NamedPerson; at: string } | null
  /** Why it cannot be handed in yet; null when it can. */
  obstacle: string | null
  submittedAt: string | null
  updatedAt: string
  versions: ScreeningVersionRow[]
  /** Of the latest version for which approval was asked. */
  approval: ApprovalSummary | null
  /** Null where no facts were kept with the present version. */
  drift: FactDrift | null
}

/** Where a subject stands, in the order in which it comes about. */
export const SCREENING_STATES = [
  "undeclared",
  "none",
  "due",
  "in_progress",
  "in_review",
  "sent_back",
  "outdated",
  "approved",
] as const
export type ScreeningState = (typeof SCREENING_STATES)[number]

export const SCREENING_STATE_LABELS: Record<ScreeningState, string> = {
  undeclared: "Nothing declared",
  none: "No personal data",
  due: "Screening due",
  in_progress: "Being answered",
  in_review: "Waits for approval",
  sent_back: "Sent back",
  outdated: "Changed after approval",
  approved: "Screened",
}

/** What the list of subjects shows. Empty lists mean "any". */
export const screeningFilterSchema = z.object({
  search: z.string().trim().max(200).default(""),
  states: z.array(z.enum(SCREENING_STATES)).max(SCREENING_STATES.length).default([]),
  types: z
    .array(z.enum(["product", "item"]))
    .max(2)
    .default([]),
})
export type ScreeningFilter = z.infer<typeof screeningFilterSchema>

type Standing = {
  personalData: PersonalData | null
  screening: { version: number; submittedAt: string | null } | null
  approval: ApprovalSummary | null
}

/** The state of a subject's screening. What was approved counts for the present version only. */
export function screeningState({ personalData, screening, approval }: Standing): ScreeningState {
  if (!screening) {
    if (personalData === null) return "undeclared"
    return personalData === "none" ? "none" : "due"
  }
  const present = approval?.version === screening.version ? approval : null
  if (present?.state === "approved") return "approved"
  if (present?.state === "open") return "in_review"
  if (present?.state === "changes_requested" || present?.state === "rejected") return "sent_back"
  return approval?.approvedAt ? "outdated" : "in_progress"
}

/** One line of the list of what is screened. */
export type ListedScreening = {
  subject: SubjectRow
  /** The product of an item. */
  product: { id: string; slug: string; name: string } | null
  personalData: PersonalData | null
  screeningId: string | null
  state: ScreeningState
  verdict: ScreeningVerdict | null
  decision: ScreeningDecision | null
  version: number | null
  /** Facts that have changed since the present version was handed in. */
  changedFacts: number
  updatedAt: string | null
  /** The assessments of the product that are not archived, newest first: "DPIA-3". */
  assessments: string[]
}
