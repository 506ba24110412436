"use client"
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { saveFile } from "@/components/audit/save-file"
import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { EmptyState } from "@/components/ui/empty-state"
import { Menu } from "@/components/ui/menu"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { exactTime } from "@/components/ui/prepare-relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { notify } from "@/components/ui/toast"
import { REVIEW_STATE_LABELS } from "@/server/access/domain/review"
import type { ReviewDetails } from "../access-data"
import { useRefreshAccess } from "../use-refresh-access"
import { DecideBar } from "./decide-bar"
import { LineTable } from "./line-table"
import { bulkWords, medianWords, openFor, REVIEW_LOOKS, reviewedWords, reviewWords } from "./prepare-review"
import "../access.css"

const ReviewDialog = dynamic(() => import("./review-dialog"), { ssr: false })
const ReassignDialog = dynamic(() => import("./reassign-dialog"), { ssr: false })

type Opened = "edit" | "start" | "close" | "cancel" | "reassign"

/** One review: to decide in while it runs, evidence afterwards. It prints as it stands. */
export function ReviewView({ id }: { id: string }) {
  const trpc = useTRPC()
  const { workspace, me, now } = useWorkspace()
  const { data: review } = useSuspenseQuery(trpc.access.getReview.queryOptions({ id }))
  const [open, setOpen] = useState<Opened>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { state, lines, later, manages } = review
  const mine = state === "running" ? openFor(lines, me.id) : []
  const choosable = new Set(
    (manages && state === "running" ? lines.filter(({ answer }) => !answer) : mine).map((line) => line.id),
  )
  const picked = [...chosen].filter((line) => choosable.has(line))
  const toDecide = picked.filter((line) => mine.some((one) => one.id === line))
  const choose = (line: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(line)
    else next.delete(line)
    setChosen(next)
  }
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
        actions={<Acts review={review} picked={picked} onOpen={setOpen} />}
      />
      {review.endReason ? (
        <Notice state="warning">
          <b>{state === "cancelled" ? "Cancelled" : "Closed with something left"}.</b> {review.endReason}
        </Notice>
      ) : null}
      <Numbers review={review} />
      {mine.length > 0 ? (
        <p className="mb-3 no-print">
          <Button size="small" onClick={() => setChosen(new Set(mine.map((line) => line.id)))}>
            Choose all {mine.length} of mine
          </Button>{" "}
          <span className="hint">Deciding on several lines together is shown in the evidence.</span>
        </p>
      ) : null}
      {lines.length > 0 ? (
        <LineTable
          label="Lines"
          lines={lines}
          {...(choosable.size > 0 && { choosable, chosen, onChoose: choose })}
          {...(manages && state !== "completed" && state !== "cancelled" && { retryIn: id })}
        />
      ) : (
        <EmptyState title="Nothing to review there">No role and no access holds in this part now.</EmptyState>
      )}
      {mine.length > 0 ? (
        <DecideBar reviewId={id} lineIds={toDecide} onDone={() => setChosen(new Set())} />
      ) : null}
      {later.length > 0 ? (
        <section className="mt-8">
          <SectionHead title="Given after the start" note="not part of this review" />
          <LineTable label="Given after the start" lines={later} />
        </section>
      ) : null}
      <Dialogs review={review} open={open} setOpen={setOpen} picked={picked} />
    </>
  )
}

function Numbers({ review }: { review: ReviewDetails }) {
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

function Acts({
  review,
  picked,
  onOpen,
}: {
  review: ReviewDetails
  picked: readonly string[]
  onOpen: (open: Opened) => void
}) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { state, manages, stats } = review
  const running = state === "running" || state === "pending"
  const download = async () => {
    try {
      const options = trpc.access.exportReview.queryOptions({ id: review.id })
      const { fileName, text } = await queries.fetchQuery({ ...options, staleTime: 0 })
      saveFile(fileName, text)
    } catch (error) {
      notify.error(errorMessage(error))
    }
  }
  const managing = [
    ...(state === "draft" ? [{ label: "Change draft", onSelect: () => onOpen("edit") }] : []),
    ...(state === "running"
      ? [
          {
            label: "Choose another reviewer",
            onSelect: () => onOpen("reassign"),
            disabledReason: picked.length > 0 ? undefined : "Choose the lines first",
          },
        ]
      : []),
    ...(state === "draft" || running
      ? [{ label: "Cancel review", danger: true, onSelect: () => onOpen("cancel") }]
      : []),
  ]
  return (
    <>
      <Menu
        trigger={<Button>More</Button>}
        groups={[
          {
            entries: [
              { label: "Print", onSelect: () => window.print() },
              ...(state === "draft" ? [] : [{ label: "Export CSV", onSelect: () => void download() }]),
            ],
          },
          ...(manages && managing.length > 0 ? [{ entries: managing }] : []),
        ]}
      />
      {manages && state === "draft" ? (
        <Button variant="primary" onClick={() => onOpen("start")}>
          Start review
        </Button>
      ) : null}
      {manages && running ? (
        <Button
          variant="primary"
          disabledReason={stats.open > 0 ? `${stats.open} open until answered or due` : undefined}
          onClick={() => onOpen("close")}
        >
          Close review
        </Button>
      ) : null}
    </>
  )
}

type DialogsProps = {
  review: ReviewDetails
  open: Opened | undefined
  setOpen: (open: Opened | undefined) => void
  picked: readonly string[]
}

function Dialogs({ review, open, setOpen, picked }: DialogsProps) {
  const trpc = useTRPC()
  const refresh = useRefreshAccess()
  const start = useMutation(trpc.access.startReview.mutationOptions())
  const cancel = useMutation(trpc.access.cancelReview.mutationOptions())
  const close = useMutation(trpc.access.closeReview.mutationOptions())
  const { id, stats } = review
  const shown = (one: Opened) => ({
    open: open === one,
    onOpenChange: (next: boolean) => setOpen(next ? one : undefined),
  })
  return (
    <>
      {open === "edit" ? <ReviewDialog review={review} onClose={() => setOpen(undefined)} /> : null}
      {open === "reassign" ? (
        <ReassignDialog reviewId={id} lineIds={picked} onClose={() => setOpen(undefined)} />
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
