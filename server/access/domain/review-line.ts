import type { ActionOutcome, LineDecision, SnapshotLine } from "./review"

export type DecidedLine = {
  decision: LineDecision
  justification: string
  /** Null: nobody answered in time. */
  by: { id: string; name: string } | null
  at: string
  durationMs: number | null
  /** Lines decided by the same act. */
  bulkSize: number
}

export type ReviewLine = SnapshotLine & {
  id: string
  reviewer: { id: string; name: string; present: boolean }
  /** Handed on, oldest first. */
  escalations: DecidedLine[]
  /** Keep or revoke; null while it is open. */
  answer: DecidedLine | null
  /** The latest attempt to carry out a revocation. */
  action: { outcome: ActionOutcome; message: string; at: string } | null
}

/** As much of a line as the numbers are made of. */
export type CountedLine = {
  answer: (Pick<DecidedLine, "decision" | "durationMs" | "bulkSize"> & { by: unknown }) | null
  action: { outcome: ActionOutcome } | null
}

/** Decided to be revoked, and not done. */
export const isPending = ({ answer, action }: CountedLine) =>
  answer?.decision === "revoke" && (action === null || action.outcome === "failed")

export type ReviewStats = {
  lines: number
  open: number
  keep: number
  revoke: number
  /** Lines that got the configured outcome. */
  unanswered: number
  /** Lines that people answered, and how many of them together with others. */
  answered: number
  bulk: number
  /** Median of the seconds that a person spent on a line; null without any. */
  medianSeconds: number | null
  pendingActions: number
}

function median(values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The numbers by which rubber-stamping shows. */
export function reviewStats(lines: readonly CountedLine[]): ReviewStats {
  const answers = lines.flatMap(({ answer }) => (answer ? [answer] : []))
  const people = answers.filter(({ by }) => by !== null)
  const durations = people.flatMap(({ durationMs }) => (durationMs === null ? [] : [durationMs / 1000]))
  const middle = median(durations)
  return {
    lines: lines.length,
    open: lines.length - answers.length,
    keep: answers.filter(({ decision }) => decision === "keep").length,
    revoke: answers.filter(({ decision }) => decision === "revoke").length,
    unanswered: answers.length - people.length,
    answered: people.length,
    bulk: people.filter(({ bulkSize }) => bulkSize > 1).length,
    medianSeconds: middle === null ? null : Math.round(middle * 10) / 10,
    pendingActions: lines.filter(isPending).length,
  }
}
