import type { ApprovalState } from "@/server/approvals/domain/approval"

export const ACCESS_STATES = [
  "waiting",
  "changes",
  "upcoming",
  "active",
  "expired",
  "revoked",
  "refused",
  "withdrawn",
] as const
export type AccessState = (typeof ACCESS_STATES)[number]

export const ACCESS_STATE_LABELS: Record<AccessState, string> = {
  waiting: "Waits for a decision",
  changes: "Changes asked for",
  upcoming: "Begins later",
  active: "Active",
  expired: "Expired",
  revoked: "Revoked",
  refused: "Refused",
  withdrawn: "Withdrawn",
}

/** What the state follows from. Times are ISO-8601 UTC; nothing here is kept as a state. */
export type AccessFacts = {
  /** Of the approval for the present version of the request; null before it was asked. */
  approval: { state: ApprovalState; approvedAt: string | null } | null
  validFrom: string
  validUntil: string
  revokedAt: string | null
  /** The person left the workspace, which ends their access. */
  leftAt: string | null
}

/** From when access held: the day asked for, or the approval when it came later. */
export const beganAt = (validFrom: string, approvedAt: string) =>
  approvedAt > validFrom ? approvedAt : validFrom

/** The moment from which access no longer holds, whatever ended it. */
export const endedAt = ({ validUntil, revokedAt, leftAt }: Omit<AccessFacts, "approval" | "validFrom">) =>
  [validUntil, revokedAt, leftAt].filter((end) => end !== null).sort()[0] ?? validUntil

/** The state at a moment: `from <= now < until`, to the millisecond, without any job. */
export function accessState(facts: AccessFacts, now: string): AccessState {
  const { approval, validFrom, validUntil, revokedAt, leftAt } = facts
  if (approval?.approvedAt) {
    const gone = [revokedAt, leftAt].some((end) => end !== null && end <= now && end < validUntil)
    if (gone) return "revoked"
    if (validUntil <= now) return "expired"
    return beganAt(validFrom, approval.approvedAt) <= now ? "active" : "upcoming"
  }
  if (approval?.state === "rejected") return "refused"
  if (approval?.state === "withdrawn") return "withdrawn"
  if (validUntil <= now) return "expired"
  return approval?.state === "changes_requested" ? "changes" : "waiting"
}
