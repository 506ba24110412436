import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"
import { type ApprovalState, hasEnded } from "./approval"

const DAY = 24 * 3600 * 1000

type Remindable = {
  state: ApprovalState
  requestedBy: string
  remindedAt: string | null
  endsAt: string | null
}

/** The requester may remind once a day, while it is open. */
export function mayRemind(request: Remindable, userId: string, now: string): Verdict {
  if (request.requestedBy !== userId) return no("Only whoever asked sends a reminder")
  if (request.state !== "open" || hasEnded(request, now)) return no("Nobody has to decide this at present")
  if (request.remindedAt !== null && Date.parse(now) - Date.parse(request.remindedAt) < DAY)
    return no("A reminder went out in the last 24 hours; one a day is enough")
  return yes
}
