"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { PageHead } from "@/components/ui/page-head"
import { exactTime } from "@/components/ui/prepare-relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { REVIEW_STATE_LABELS } from "@/server/access/domain/review"
import { LineTable } from "./line-table"
import { reviewWords } from "./prepare-review"
import { ReviewNumbers } from "./review-numbers"

/** A review on paper, with every line that the reader may see: the evidence of who looked at what. */
export function ReviewPrint({ id }: { id: string }) {
  const trpc = useTRPC()
  const { workspace, now } = useWorkspace()
  const { data: review } = useSuspenseQuery(trpc.access.getReview.queryOptions({ id }))
  const { data } = useSuspenseQuery(trpc.access.printReview.queryOptions({ id }))
  const base = `/${workspace.slug}/settings/access-reviews`
  return (
    <>
      <PageHead
        title={`Access review ${review.name}`}
        crumbs={[
          { label: "Access reviews", href: base },
          { label: review.name, href: `${base}/${id}` },
          { label: "Print" },
        ]}
        state={`${REVIEW_STATE_LABELS[review.state]}. ${reviewWords(review, now)}${review.whole ? "" : " The lines that you review alone."}`}
        actions={
          <Button variant="primary" onClick={() => window.print()}>
            Print review
          </Button>
        }
      />
      <p className="hint">
        {workspace.name}. As of {exactTime(now)}.
        {review.endReason
          ? ` ${review.state === "cancelled" ? "Cancelled" : "Closed"}: ${review.endReason}`
          : ""}
      </p>
      <ReviewNumbers review={review} />
      <LineTable label="Lines" lines={data.lines} paper />
      {data.later.length > 0 ? (
        <section className="mt-8">
          <SectionHead title="Given after the start" note="not part of this review" />
          <LineTable label="Given after the start" lines={data.later} paper />
        </section>
      ) : null}
    </>
  )
}
