import { counted, figure } from "@/server/kernel/domain/counted"
import { type ControlReading, readingWords } from "@/server/privacy/domain/control-reading"
import { addMonths } from "@/server/privacy/domain/retention-dates"
import { shortDay } from "@/server/strategy/domain/day-words"

/** How long a review that was closed speaks for the access that there is. */
const MONTHS = 12

type ReviewFacts = {
  /** The review closed last, with its lines and those that a person answered. */
  last: { closedOn: string; lines: number; answered: number } | null
  running: number
  /** Of the running ones: those past their due date. */
  overdue: number
}

/** What a control shows on the day `today` that stands on access reviews. */
export function reviewReading({ last, running, overdue }: ReviewFacts, today: string): ControlReading {
  const under = running - overdue
  const said = [
    overdue > 0 && `${counted(overdue, "review")} past the due date`,
    under > 0 && `${counted(under, "review")} under way`,
  ]
  if (!last) {
    return {
      state: overdue > 0 ? "bad" : "unknown",
      words: readingWords("no review is completed yet", ...said),
    }
  }
  const { closedOn, lines, answered } = last
  const old = addMonths(closedOn, MONTHS) < today
  const words = readingWords(
    `last review closed ${shortDay(closedOn)}`,
    `${figure(answered)} of ${counted(lines, "line")} answered by a person`,
    old && "none in the last 12 months",
    ...said,
  )
  if (overdue > 0) return { state: "bad", words }
  return { state: old || answered < lines ? "warning" : "good", words }
}
