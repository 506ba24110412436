import type { State } from "@/components/ui/icon"
import type { ApprovalState } from "@/server/approvals/domain/approval"

/** What a badge needs to know of a request; null when approval was never asked. */
export type ShownApproval = {
  state: ApprovalState
  version: number
  required: number
  /** How many approved so far. */
  approvals: number
  approvedAt?: string | null
  outdatedBy?: number | null
  /** What was asked for has ended by its own date. */
  ended?: boolean
}

const LOOKS: Record<ApprovalState, State> = {
  open: "warning",
  changes_requested: "warning",
  approved: "good",
  rejected: "bad",
  withdrawn: "later",
  outdated: "bad",
}

/**
 * Shape and words of a badge: "Approved v3", "Outdated: approved v3, now v4", "Waits for 1 of 2". `current` is the
 * present version of the subject, where the page knows it.
 */
export function approvalWords(
  approval: ShownApproval | null,
  current?: number,
): { look: State; words: string } {
  if (!approval) return { look: "later", words: "Not submitted" }
  const { state, version, required, approvals, approvedAt } = approval
  const look = LOOKS[state]
  const now = current ?? approval.outdatedBy ?? undefined
  if (state === "approved" && now !== undefined && now > version)
    return { look: "bad", words: `Outdated: approved v${version}, now v${now}` }
  if (state === "approved" && approval.ended)
    return { look: "later", words: `Approved v${version}, has ended` }
  if ((state === "open" || state === "changes_requested") && approval.ended)
    return { look: "later", words: `Ended undecided, v${version}` }
  if (state === "approved") return { look, words: `Approved v${version}` }
  if (state === "open") {
    const missing = Math.max(1, required - approvals)
    return { look, words: required === 1 ? "Waits for approval" : `Waits for ${missing} of ${required}` }
  }
  if (state === "outdated") {
    const was = approvedAt ? "approved" : "asked for"
    return { look, words: `Outdated: ${was} v${version}${now && now > version ? `, now v${now}` : ""}` }
  }
  if (state === "changes_requested") return { look, words: `Changes requested to v${version}` }
  return {
    look,
    words: `${state === "rejected" ? "Rejected" : "Withdrawn"} v${version}`,
  }
}
