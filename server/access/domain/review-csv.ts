import { safeCsv } from "./access-csv"
import { DECISION_LABELS, FLAG_LABELS, OUTCOME_LABELS } from "./review"
import type { ReviewLine } from "./review-line"

const HEADERS = [
  "Person",
  "Holds",
  "Since",
  "Until",
  "Justification",
  "Last visit",
  "Flags",
  "Reviewer",
  "Decision",
  "Decided by",
  "Decided at",
  "Reason",
  "Seconds on screen",
  "Decided together with",
  "Handed on",
  "Result",
]

/** The evidence of a review, line by line. */
export function reviewCsv(lines: readonly ReviewLine[]): string {
  return safeCsv(
    HEADERS,
    lines.map(({ answer, action, ...line }) => [
      line.subjectName,
      line.what,
      line.since,
      line.until ?? "",
      line.justification,
      line.lastVisitAt ?? "never",
      line.flags.map((flag) => FLAG_LABELS[flag]).join(", "),
      line.reviewer.name,
      answer ? DECISION_LABELS[answer.decision] : "Open",
      answer ? (answer.by?.name ?? "Nobody: the outcome without an answer") : "",
      answer?.at ?? "",
      answer?.justification ?? "",
      answer?.durationMs == null ? "" : String(answer.durationMs / 1000),
      answer && answer.bulkSize > 1 ? `${answer.bulkSize - 1} others` : "",
      line.escalations
        .map(({ by, at, justification }) => `${by?.name} at ${at}: ${justification}`)
        .join("; "),
      action ? [OUTCOME_LABELS[action.outcome], action.message].filter(Boolean).join(": ") : "",
    ]),
  )
}
