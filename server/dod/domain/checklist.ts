import type { Evidence, Level } from "./template"
import { daysLeft, lastDayOf, WAIVER_WORDS, type WaiverState } from "./waiver"

/** What the facts of the moment say of a computed check. Unknown is never a pass. */
export type Verdict = {
  state: "pass" | "fail" | "unknown"
  reason: string
  facts: { label: string; href: string }[]
  /** When the fact came to be; null where there is no such moment. */
  at: string | null
}

/** The last word of people on a manual check. */
export type Answer = {
  kind: "done" | "reopened"
  byName: string
  at: string
  evidenceUrl: string | null
  file: { id: string; name: string; removed: boolean } | null
  note: string
}

export type Waiver = {
  id: string
  state: WaiverState
  reason: string
  expiresAt: string
  askedByName: string
  askedAt: string
  requestId: string | null
  /** Who approved it; empty until then. */
  approvedBy: string[]
  /** Somebody asked for another one, beside the one that runs. */
  renewalAsked: boolean
}

/** When a check that held was seen to hold no more, and why. Null while it holds, or never held. */
export type Reopened = { at: string; reason: string }

const CHECK_STATES = ["met", "waived", "open", "unknown"] as const
type CheckState = (typeof CHECK_STATES)[number]
export const CHECK_STATE_LABELS: Record<CheckState, string> = {
  met: "Met",
  waived: "Waived",
  open: "Open",
  unknown: "Unknown",
}

export type CheckRow = {
  key: string
  kind: "manual" | "computed"
  /** The id of a computed check in the registry. */
  check: string | null
  title: string
  help: string
  level: Level
  evidence: Evidence | null
  state: CheckState
  reason: string
  facts: Verdict["facts"]
  at: string | null
  answer: Answer | null
  waiver: Waiver | null
  reopened: Reopened | null
}

type Judged = Pick<CheckRow, "state" | "reason">

/** How a manual check stands by what people said: evidence that is gone is no evidence. */
export function judgeAnswer(evidence: Evidence, answer: Answer | null): Judged {
  if (!answer) return { state: "open", reason: "Nobody has marked it as met" }
  if (answer.kind === "reopened")
    return { state: "open", reason: `Opened again by ${answer.byName}: ${answer.note}` }
  const { evidenceUrl, file } = answer
  const gone = file?.removed && (evidence === "file" || (evidence === "either" && !evidenceUrl))
  if (gone) return { state: "open", reason: `Its evidence ${file.name} was removed` }
  return { state: "met", reason: `Marked as met by ${answer.byName}` }
}

const OF_VERDICT = { pass: "met", fail: "open", unknown: "unknown" } as const
export const judgeVerdict = ({ state, reason }: Verdict): Judged => ({ state: OF_VERDICT[state], reason })

/** A running waiver stands in for a check that is not met; one that ended is named in the reason. */
export function withWaiver(judged: Judged, waiver: Waiver | null, now: string): Judged {
  if (judged.state === "met" || !waiver) return judged
  if (waiver.state === "running") {
    const days = daysLeft(waiver.expiresAt, now)
    return {
      state: "waived",
      reason: `Waived for ${days === 1 ? "1 more day" : `${days} more days`}. ${judged.reason}`,
    }
  }
  if (waiver.state === "expired")
    return {
      ...judged,
      reason: `${WAIVER_WORDS.expired} after ${lastDayOf(waiver.expiresAt)}. ${judged.reason}`,
    }
  return judged
}

export const holds = ({ state }: Pick<CheckRow, "state">) => state === "met" || state === "waived"

export type Standing = {
  /** Required checks. */
  total: number
  held: number
  waived: number
  /** Advisory checks that are not met: told, never in the way. */
  advisoryOpen: number
}

/** "5 of 7": advisory checks stand beside the count. */
export function standingOf(rows: readonly Pick<CheckRow, "state" | "level">[]): Standing {
  const required = rows.filter(({ level }) => level === "required")
  return {
    total: required.length,
    held: required.filter(holds).length,
    waived: required.filter(({ state }) => state === "waived").length,
    advisoryOpen: rows.filter((row) => row.level === "advisory" && !holds(row)).length,
  }
}

/** Required checks that do not hold: what stands between the work and done. */
export const missingOf = <Row extends Pick<CheckRow, "state" | "level">>(rows: readonly Row[]): Row[] =>
  rows.filter((row) => row.level === "required" && !holds(row))

/** A missing check in a sentence: one that needs evidence is missing its evidence. */
export const missingTitle = ({ kind, title, evidence }: Pick<CheckRow, "kind" | "title" | "evidence">) =>
  kind === "manual" && evidence !== "none" ? `evidence for “${title}”` : title

export const NO_CHECKLIST = "a checklist: choose what it delivers"
