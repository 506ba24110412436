import type { State } from "@/components/ui/icon"
import { shortDate } from "@/components/ui/prepare-relative-time"
import type { LineFlag, ReviewState } from "@/server/access/domain/review"
import type { ReviewStats } from "@/server/access/domain/review-line"
import { counted } from "@/server/kernel/domain/counted"
import type { ScopeType } from "@/server/kernel/domain/grants"

export const REVIEW_LOOKS: Record<ReviewState, State> = {
  draft: "later",
  running: "warning",
  pending: "warning",
  completed: "good",
  cancelled: "later",
}

export const FLAG_LOOKS: Record<LineFlag, State> = {
  inactive: "warning",
  privileged: "warning",
  expires_soon: "later",
  no_justification: "warning",
  new: "later",
  combination: "bad",
}

/** "Roles and access in the whole workspace" */
export function reviewedWords(review: {
  roles: boolean
  access: boolean
  scopeType: ScopeType
  scopeName: string | null
}): string {
  const what = review.roles && review.access ? "Roles and access" : review.roles ? "Roles" : "Access"
  return review.scopeType === "workspace"
    ? `${what} in the whole workspace`
    : `${what} in the ${review.scopeType} ${review.scopeName ?? ""}`
}

/** The line of state: what is left to do, and by when. */
export function reviewWords(
  review: { state: ReviewState; dueOn: string; noAnswer: "keep" | "revoke"; stats: ReviewStats },
  now: string,
): string {
  const { state, stats, noAnswer } = review
  const due = shortDate(review.dueOn, now)
  if (state === "draft") return `${counted(stats.lines, "line")} would be reviewed now. Answers due ${due}.`
  if (state === "running")
    return `${stats.lines - stats.open} of ${counted(stats.lines, "line")} answered. Due ${due}; without an answer a line is ${noAnswer === "keep" ? "kept" : "revoked"}.`
  if (state === "cancelled") return `${counted(stats.lines, "line")}. Nothing more is decided in it.`
  if (state === "completed")
    return `${counted(stats.lines, "line")}: ${stats.keep} kept, ${stats.revoke} revoked.`
  return stats.pendingActions > 0
    ? `Every line has its outcome; ${counted(stats.pendingActions, "revocation")} not carried out yet.`
    : "Every line has its outcome. Close the review to keep it as evidence."
}

/** "31 %", with what it is of; "no answer yet" where there is nothing to divide by. */
export function bulkWords({ bulk, answered }: ReviewStats): string {
  if (answered === 0) return "no answer yet"
  return `${Math.round((100 * bulk) / answered)} % (${bulk} of ${answered})`
}

export const medianWords = ({ medianSeconds }: ReviewStats) =>
  medianSeconds === null ? "no answer yet" : `${medianSeconds} s`
