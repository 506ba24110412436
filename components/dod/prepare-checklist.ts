import type { State } from "@/components/ui/icon"
import { CHECK_STATE_LABELS } from "@/server/dod/domain/checklist"
import { daysLeft, lastDayOf } from "@/server/dod/domain/waiver"
import type { Checklist, CheckRow, ItemProgress } from "./done-data"

/** Shape and word of a check: one that held before and is open again stands out from one that is still to do. */
export function checkState({ state, reopened }: Pick<CheckRow, "state" | "reopened">): {
  state: State
  word: string
} {
  if (state === "met") return { state: "good", word: CHECK_STATE_LABELS.met }
  if (state === "waived") return { state: "warning", word: CHECK_STATE_LABELS.waived }
  if (reopened) return { state: "bad", word: "Reopened" }
  if (state === "unknown") return { state: "unknown", word: CHECK_STATE_LABELS.unknown }
  return { state: "later", word: CHECK_STATE_LABELS.open }
}

/** "5 of 7 required checks hold, 1 by a waiver; 1 advisory check is open" */
export function standingWords({ total, held, waived, advisoryOpen }: Checklist["standing"]): string {
  const parts = [`${held} of ${total} required ${total === 1 ? "check holds" : "checks hold"}`]
  if (waived > 0) parts[0] += `, ${waived} by a waiver`
  if (advisoryOpen > 0)
    parts.push(`${advisoryOpen} advisory ${advisoryOpen === 1 ? "check is" : "checks are"} open`)
  return parts.join("; ")
}

/** What a card says: "2 of 7 missing", nothing once all required checks hold. */
export function missingWords({ total, held }: Pick<ItemProgress, "total" | "held">): string | null {
  return held < total ? `${total - held} of ${total} missing` : null
}

/** What a card's words mean, check by check. */
export const missingTitle = ({ missing }: Pick<ItemProgress, "missing">) =>
  `Missing before done: ${missing.join("; ")}`

/** What a waiver is about to do: "Ends on 2026-11-20, in 12 days". Null for one that does not run. */
export function waiverWords(waiver: CheckRow["waiver"], now: string): string | null {
  if (!waiver) return null
  const { state, expiresAt } = waiver
  const days = daysLeft(expiresAt, now)
  const end = lastDayOf(expiresAt)
  if (state === "running")
    return `holds until the end of ${end}, ${days === 1 ? "1 day" : `${days} days`} left`
  if (state === "waits") return `until ${end} waits for a decision`
  if (state === "expired") return "ended"
  return state
}

/** Why somebody's review would not count; null when it does. */
export function reviewProblem(
  { ownerId, authorId }: { ownerId: string | null; authorId: string | null },
  me: string,
): string | null {
  if (me === ownerId) return "You own it: a review by another person is needed"
  if (me === authorId) return "You made it: a review by another person is needed"
  return null
}
