"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Chip } from "@/components/ui/chip"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { REVIEW_STATE_LABELS } from "@/server/access/domain/review"
import { LaterLines } from "./later-lines"
import { type Chosen, NONE_CHOSEN } from "./prepare-lines"
import { REVIEW_LOOKS, reviewWords } from "./prepare-review"
import { type OpenDialog, ReviewActs } from "./review-acts"
import { ReviewDialogs } from "./review-dialogs"
import { ReviewLines } from "./review-lines"
import { ReviewNumbers } from "./review-numbers"

/** One review: to decide in while it runs, evidence afterwards. */
export function ReviewView({ id }: { id: string }) {
  const trpc = useTRPC()
  const { workspace, now } = useWorkspace()
  const { data: review } = useSuspenseQuery(trpc.access.getReview.queryOptions({ id }))
  const [open, setOpen] = useState<OpenDialog>()
  // It stays when the page of the list is turned.
  const [chosen, setChosen] = useState<Chosen>(NONE_CHOSEN)
  const { state } = review
  const running = state === "running" || state === "pending"
  const picked = [...chosen.keys()]
  return (
    <>
      <PageHead
        title={review.name}
        crumbs={[{ label: "Access reviews", href: `/${workspace.slug}/settings/access-reviews` }]}
        state={
          <>
            <Chip state={REVIEW_LOOKS[state]}>{REVIEW_STATE_LABELS[state]}</Chip> {reviewWords(review, now)}
          </>
        }
        actions={<ReviewActs review={review} picked={picked} onOpen={setOpen} />}
      />
      {review.endReason ? (
        <Notice state="warning">
          <b>{state === "cancelled" ? "Cancelled" : "Closed with something left"}.</b> {review.endReason}
        </Notice>
      ) : null}
      <ReviewNumbers review={review} />
      <ReviewLines review={review} chosen={chosen} onChosen={setChosen} />
      {running && review.whole ? <LaterLines review={review} /> : null}
      <ReviewDialogs
        review={review}
        open={open}
        setOpen={setOpen}
        picked={picked}
        onReassigned={() => setChosen(NONE_CHOSEN)}
      />
    </>
  )
}
