import { exactTime } from "@/components/ui/prepare-relative-time"
import type { ReviewDetails } from "../access-data"
import { bulkWords, medianWords, reviewedWords } from "./prepare-review"
import "../access.css"

/** What was reviewed, by whom and how: the numbers by which rubber-stamping shows. */
export function ReviewNumbers({ review }: { review: ReviewDetails }) {
  const { stats } = review
  const entries: [string, string][] = [
    ["Reviewed", reviewedWords(review)],
    ["Lead, deputy", `${review.lead.name}, ${review.deputy.name}`],
    ...(review.startedAt
      ? ([
          ["Started", `${exactTime(review.startedAt)} by ${review.startedBy}`],
          ["Kept", String(stats.keep)],
          ["Revoked", String(stats.revoke)],
          ["Without an answer", String(stats.unanswered)],
          ["Decided in bulk", bulkWords(stats)],
          ["Median per decision", medianWords(stats)],
        ] as [string, string][])
      : []),
    ...(review.closedAt
      ? ([["Closed", `${exactTime(review.closedAt)} by ${review.closedBy}`]] as [string, string][])
      : []),
  ]
  return (
    <dl className="review-numbers">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
