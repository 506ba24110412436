import { shortDate } from "@/components/ui/prepare-relative-time"
import { grantState } from "@/server/members/domain/grant"

/** From the first moment of a day, UTC: "2026-10-13" → an ISO time; undefined when it is left empty. */
export const startOfDay = (day: string): string | undefined => (day ? `${day}T00:00:00.000Z` : undefined)

/** Until the last moment of a day, UTC, so that a grant "until 31 Dec" holds on that day; null without end. */
export const endOfDay = (day: string): string | null => (day ? `${day}T23:59:59.999Z` : null)

/** "until 31 Dec", "from 1 Nov until 31 Dec", "expired 2 Oct"; empty when it holds now and without end. */
export function validityWords(grant: { validFrom: string; validUntil: string | null }, now: string): string {
  const state = grantState(grant, now)
  const end = grant.validUntil && shortDate(grant.validUntil, now)
  if (state === "expired") return `expired ${end}`
  const from = state === "upcoming" ? `from ${shortDate(grant.validFrom, now)}` : ""
  return [from, end && `until ${end}`].filter(Boolean).join(" ")
}
