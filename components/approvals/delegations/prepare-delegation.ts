import type { State } from "@/components/ui/icon"
import { shortDate } from "@/components/ui/prepare-relative-time"
import type { DelegationState } from "@/server/approvals/domain/delegation"
import { ALL_KINDS, APPROVAL_KINDS, type ApprovalKind } from "@/server/approvals/domain/kinds"

export const DELEGATION_LOOKS: Record<DelegationState, { look: State; word: string }> = {
  "in force": { look: "good", word: "In force" },
  upcoming: { look: "later", word: "Upcoming" },
  ended: { look: "unknown", word: "Ended" },
  revoked: { look: "bad", word: "Revoked" },
}

/** "13 Oct to 20 Oct" */
export const spanWords = (delegation: { validFrom: string; validUntil: string }, now: string) =>
  `${shortDate(delegation.validFrom, now)} to ${shortDate(delegation.validUntil, now)}`

/** "All kinds", or their names. */
export const kindsWords = (kinds: readonly ApprovalKind[] | null) =>
  kinds === null || kinds.length === ALL_KINDS.length
    ? "All kinds"
    : kinds.map((kind) => APPROVAL_KINDS[kind].label).join(", ")
