import { z } from "zod"
import type { ScopeType } from "@/server/kernel/domain/grants"
import type { Role } from "@/server/kernel/domain/permissions"
import { endOfDay } from "./request"

export const REVIEW_STATES = ["draft", "running", "pending", "completed", "cancelled"] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

export const REVIEW_STATE_LABELS: Record<ReviewState, string> = {
  draft: "Draft",
  running: "In progress",
  pending: "Pending actions",
  completed: "Completed",
  cancelled: "Cancelled",
}

export const LINE_DECISIONS = ["keep", "revoke", "escalate"] as const
export type LineDecision = (typeof LINE_DECISIONS)[number]

export const DECISION_LABELS: Record<LineDecision, string> = {
  keep: "Keep",
  revoke: "Revoke",
  escalate: "Hand on",
}

/** What happens to a line that nobody answered by the due date. */
export const NO_ANSWER = ["keep", "revoke"] as const
export type NoAnswer = (typeof NO_ANSWER)[number]

export type LineKind = "role" | "access"

export const LINE_FLAGS = [
  "inactive",
  "privileged",
  "expires_soon",
  "no_justification",
  "new",
  "combination",
] as const
export type LineFlag = (typeof LINE_FLAGS)[number]

export const FLAG_LABELS: Record<LineFlag, string> = {
  inactive: "No visit in 90 days",
  privileged: "Privileged",
  expires_soon: "Ends within 14 days",
  no_justification: "No justification",
  new: "New: 30 days or less",
  combination: "Duties not apart",
}

/** How a revocation that was decided went. */
export type ActionOutcome = "done" | "gone" | "failed"

export const OUTCOME_LABELS: Record<ActionOutcome, string> = {
  done: "Revoked",
  gone: "Was gone already",
  failed: "Could not be revoked",
}

const day = z.iso.date("Choose the last day")

export const reviewFields = z
  .object({
    name: z.string().trim().min(3, "Give the review a name").max(120, "A name has at most 120 characters"),
    roles: z.boolean(),
    access: z.boolean(),
    scopeType: z.enum(["workspace", "domain", "product"], "Choose what is reviewed"),
    scopeId: z.uuid("Choose the domain or product").nullable().default(null),
    /** The last day on which reviewers answer. */
    dueOn: day,
    noAnswer: z.enum(NO_ANSWER, "Choose what happens without an answer"),
    /** Ask a product's steward or owner first; otherwise the lead reviews everything. */
    ownersFirst: z.boolean(),
    leadId: z.uuid("Choose a member"),
    /** Reviews what the lead holds, as nobody reviews themselves. */
    deputyId: z.uuid("Choose a member"),
  })
  .superRefine((value, ctx) => {
    const problem = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message })
    if (!value.roles && !value.access) problem("roles", "Choose roles, access or both")
    if (value.leadId === value.deputyId)
      problem("deputyId", "Choose somebody else: the deputy reviews what the lead holds")
    if (value.scopeType !== "workspace" && value.scopeId === null)
      problem("scopeId", `Choose the ${value.scopeType}`)
  })
  .transform((value) => ({ ...value, scopeId: value.scopeType === "workspace" ? null : value.scopeId }))
export type ReviewFields = z.output<typeof reviewFields>

/** One grant or one access, as it stood when the review began. */
export type SnapshotLine = {
  kind: LineKind
  /** The grant or the access request. */
  sourceId: string
  subjectId: string
  subjectName: string
  /** For roles. */
  role: Role | null
  /** "Product owner in the domain Fulfilment", "Read on Delivery promise" */
  what: string
  scopeType: ScopeType
  since: string
  until: string | null
  justification: string
  lastVisitAt: string | null
  flags: LineFlag[]
}

type Progress = {
  startedAt: string | null
  closedAt: string | null
  cancelledAt: string | null
  dueOn: string
}

/** The moment at which unanswered lines get the configured outcome. */
export const dueMoment = ({ dueOn }: Pick<Progress, "dueOn">) => endOfDay(dueOn)

/** The state at a moment. `open` counts the lines without an answer. */
export function reviewState(review: Progress, open: number, now: string): ReviewState {
  if (review.cancelledAt) return "cancelled"
  if (review.closedAt) return "completed"
  if (!review.startedAt) return "draft"
  return open > 0 && now < dueMoment(review) ? "running" : "pending"
}

export const justificationSchema = z.string().trim().max(1000, "At most 1,000 characters").default("")

/** Most lines that one decision falls on, or that get another reviewer together. */
export const LINES_AT_ONCE = 2000
export const lineIdsSchema = z
  .array(z.uuid())
  .min(1, "Choose a line")
  .max(LINES_AT_ONCE, `At most ${LINES_AT_ONCE.toLocaleString("en-GB")} lines at once; choose fewer`)

/** Taking away and handing on need a reason; so does keeping many lines at once. */
export function needsJustification(decision: LineDecision, lines: number): boolean {
  return decision !== "keep" || lines > 1
}
