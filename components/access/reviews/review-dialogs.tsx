"use client"
import { useMutation } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useTRPC } from "@/components/api/trpc"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import type { ReviewDetails } from "../access-data"
import { useRefreshAccess } from "../use-refresh-access"
import type { OpenDialog } from "./review-acts"

const ReviewDialog = dynamic(() => import("./review-dialog"), { ssr: false })
const ReassignDialog = dynamic(() => import("./reassign-dialog"), { ssr: false })

type Props = {
  review: ReviewDetails
  open: OpenDialog | undefined
  setOpen: (open: OpenDialog | undefined) => void
  picked: readonly string[]
  onReassigned: () => void
}

/** The dialogs of a review; one of them at most is open. */
export function ReviewDialogs({ review, open, setOpen, picked, onReassigned }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshAccess()
  const start = useMutation(trpc.access.startReview.mutationOptions())
  const cancel = useMutation(trpc.access.cancelReview.mutationOptions())
  const close = useMutation(trpc.access.closeReview.mutationOptions())
  const { id, stats } = review
  const shown = (one: OpenDialog) => ({
    open: open === one,
    onOpenChange: (next: boolean) => setOpen(next ? one : undefined),
  })
  return (
    <>
      {open === "edit" ? <ReviewDialog review={review} onClose={() => setOpen(undefined)} /> : null}
      {open === "reassign" ? (
        <ReassignDialog
          reviewId={id}
          lineIds={picked}
          onDone={onReassigned}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      <ConfirmDialog
        {...shown("start")}
        title={`Start ${review.name}`}
        description={`Freezes ${stats.lines} ${stats.lines === 1 ? "line" : "lines"} as they stand now and asks the reviewers. Until it ends they revoke with the right that you lend them by starting it.`}
        action="Start review"
        ask={{ kind: "none" }}
        danger={false}
        onConfirm={async () => {
          await start.mutateAsync({ id })
          await refresh()
        }}
      />
      <ConfirmDialog
        {...shown("cancel")}
        title={`Cancel ${review.name}`}
        description="It ends without being completed. What was revoked stays revoked."
        action="Cancel review"
        ask={{ kind: "reason" }}
        onConfirm={async (reason) => {
          await cancel.mutateAsync({ id, reason })
          await refresh()
        }}
      />
      <ConfirmDialog
        {...shown("close")}
        title={`Close ${review.name}`}
        description={
          stats.pendingActions > 0
            ? `${stats.pendingActions} not carried out: the evidence will say so, with your reason.`
            : "From then on it is evidence, and nothing in it changes."
        }
        action="Close review"
        ask={stats.pendingActions > 0 ? { kind: "reason" } : { kind: "none" }}
        danger={false}
        onConfirm={async (reason) => {
          await close.mutateAsync({ id, reason })
          await refresh()
        }}
      />
    </>
  )
}
