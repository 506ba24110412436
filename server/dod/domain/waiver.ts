import type { ApprovalState } from "@/server/approvals/domain/approval"
import { isCalendarDate } from "@/server/backlog/domain/calendar-date"

const DAY = 86_400_000
/** A waiver ends after at most so long. */
const WAIVER_MOST_DAYS = 365
/** How long before its end a waiver is told on Home, in days. */
export const WAIVER_NOTICE_DAYS = 14

export type WaiverState = "waits" | "running" | "expired" | "rejected" | "withdrawn" | "outdated"

export const WAIVER_WORDS: Record<WaiverState, string> = {
  waits: "Waiver asked for",
  running: "Waived",
  expired: "Waiver expired",
  rejected: "Waiver rejected",
  withdrawn: "Waiver withdrawn",
  outdated: "Waiver outdated",
}

/**
 * A waiver holds from its approval until the moment it expires, and not at that moment any more. One whose end came
 * before anybody decided has expired too. `approval` is how its approval stands, null without any.
 */
export function waiverState(
  waiver: { expiresAt: string },
  approval: ApprovalState | null,
  now: string,
): WaiverState {
  if (approval === "rejected" || approval === "withdrawn" || approval === "outdated") return approval
  if (approval === null) return "withdrawn"
  if (Date.parse(waiver.expiresAt) <= Date.parse(now)) return "expired"
  return approval === "approved" ? "running" : "waits"
}

/** Whole days until the end, counted up: 1 on the last day. */
export const daysLeft = (expiresAt: string, now: string) =>
  Math.max(0, Math.ceil((Date.parse(expiresAt) - Date.parse(now)) / DAY))

/** The end of the last day it holds, UTC. */
export const endOf = (lastDay: string) => new Date(Date.parse(`${lastDay}T00:00:00.000Z`) + DAY).toISOString()
/** The last day on which it holds. */
export const lastDayOf = (expiresAt: string) => new Date(Date.parse(expiresAt) - 1).toISOString().slice(0, 10)

/** Why a waiver cannot end on this day; undefined when it can. */
export function expiryProblem(lastDay: string, now: string): string | undefined {
  if (!isCalendarDate(lastDay)) return "Give the last day as YYYY-MM-DD, a day that exists"
  const ahead = (Date.parse(`${lastDay}T00:00:00Z`) - Date.parse(`${now.slice(0, 10)}T00:00:00Z`)) / DAY
  if (ahead < 0) return "The last day lies in the past"
  if (ahead > WAIVER_MOST_DAYS) return "A waiver ends within a year; choose an earlier day"
  return undefined
}
