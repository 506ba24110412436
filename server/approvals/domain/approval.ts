import { z } from "zod"
import { ALL_KINDS, type ApprovalKind } from "./kinds"

export const APPROVAL_STATES = [
  "open",
  "changes_requested",
  "approved",
  "rejected",
  "withdrawn",
  "outdated",
] as const
export type ApprovalState = (typeof APPROVAL_STATES)[number]

export const STATE_LABELS: Record<ApprovalState, string> = {
  open: "Open",
  changes_requested: "Changes requested",
  approved: "Approved",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
  outdated: "Outdated",
}

/** What a signature says. A review changes no state. */
export const MEANINGS = ["approval", "rejection", "changes", "review"] as const
export type SignatureMeaning = (typeof MEANINGS)[number]

export const MEANING_LABELS: Record<SignatureMeaning, string> = {
  approval: "Approval",
  rejection: "Rejection",
  changes: "Request for changes",
  review: "Review",
}

export type ContributorPart = "requester" | "author" | "editor"

export const PART_LABELS: Record<ContributorPart, string> = {
  requester: "Asked for the approval",
  author: "Wrote it",
  editor: "Changed it",
}

export const kindSchema = z.enum(ALL_KINDS)

export const APPROVAL_LIMITS = {
  note: 2000,
  statement: 1000,
  name: 300,
  contentBytes: 2_000_000,
  required: 9,
} as const

/** Whether what was asked for has ended, as a waiver does by its own date: at that instant already. */
export const hasEnded = ({ endsAt }: { endsAt: string | null }, now: string) =>
  endsAt !== null && endsAt <= now

/** One line on the approval of a subject, for badges, gates and lists: of its latest request. */
export type ApprovalSummary = {
  requestId: string
  state: ApprovalState
  /** The version for which approval was asked. */
  version: number
  /** The version that outdated it; null unless the state is "outdated" by an edit. */
  outdatedBy: number | null
  /** It was approved at some time, whatever happened afterwards. */
  approvedAt: string | null
  required: number
  /** Those who approved, oldest first. */
  approvals: { name: string; at: string; onBehalfOf?: string }[]
  /** When it was approved, rejected or sent back; null while it is open. */
  decidedAt: string | null
  /** The note of the decision, or of the request while it is open. */
  note: string
  dueOn: string | null
  /** What was asked for has ended by its own date, decided or not. */
  ended: boolean
  requestedBy: { id: string; name: string }
  requestedAt: string
}

/** A subject, as the features name it to this one. */
export type ApprovalSubject = { kind: ApprovalKind; subjectId: string }
