"use client"
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAnnounced } from "@/components/shell/use-announced"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { ErrorState } from "@/components/ui/error-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import type { InboxFilter } from "@/server/approvals/domain/inbox"
import { InboxFilters } from "./inbox-filters"
import { InboxTable } from "./inbox-table"
import { inboxPages, isUnfiltered } from "./prepare-inbox"
import { useMarkRead } from "./use-mark-read"

/** The requests that match the filters, fifty more at a time, and what can be done with several. */
export function InboxList({ filter }: { filter: InboxFilter }) {
  const trpc = useTRPC()
  const { may } = useWorkspace()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const mark = useMarkRead()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } =
    useInfiniteQuery({
      ...trpc.approvals.listApprovals.infiniteQueryOptions(filter, inboxPages),
      placeholderData: keepPreviousData,
    })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const picked = rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  useAnnounced(`${rows.length} requests`)
  const choose = (ids: readonly string[], on: boolean) =>
    setChosen((before) => {
      const next = new Set(before)
      for (const id of ids) {
        if (on) next.add(id)
        else next.delete(id)
      }
      return next
    })
  const readThem = () => {
    mark.mutate({ requestIds: picked.slice(0, 200) })
    setChosen(new Set())
  }
  const mayMark = may("approvals.review")
  return (
    <>
      <InboxFilters filter={filter} />
      {data === undefined && error === null ? <SkeletonRows rows={8} label="Loading requests" /> : null}
      {error ? (
        <ErrorState title="The requests could not be read" retry={() => void refetch()}>
          {errorMessage(error)}
        </ErrorState>
      ) : null}
      {picked.length > 0 ? (
        <p className="inbox-chosen">
          {picked.length} chosen
          <Button
            size="small"
            pending={mark.isPending}
            disabledReason={mayMark.ok ? undefined : mayMark.reason}
            onClick={readThem}
          >
            Mark as read
          </Button>
        </p>
      ) : null}
      {rows.length > 0 ? (
        <div aria-busy={isPlaceholderData}>
          <InboxTable rows={rows} chosen={chosen} onChoose={choose} />
        </div>
      ) : null}
      {data && rows.length === 0 ? <NoRequests filter={filter} /> : null}
      {hasNextPage ? (
        <p className="mt-4">
          <Button pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? "Loading older requests" : "Show older requests"}
          </Button>
        </p>
      ) : null}
    </>
  )
}

const EMPTY: Record<InboxFilter["view"], { title: string; words: string }> = {
  waiting: {
    title: "Nothing waits on you",
    words:
      "When somebody asks for a decision that your roles or a delegation give you, it comes here, as does what was sent back to you with a request for changes.",
  },
  asked: {
    title: "You have asked for no approval",
    words:
      "Ask on the page of the thing itself: an impact assessment, a waiver, a definition of done. It is then followed here.",
  },
  all: {
    title: "No approval was asked for yet",
    words:
      "Everything that is ever approved comes through here, each with its exact content, its signatures and their seals.",
  },
}

function NoRequests({ filter }: { filter: InboxFilter }) {
  const { title, words } = EMPTY[filter.view]
  if (isUnfiltered(filter)) return <EmptyState title={title}>{words}</EmptyState>
  return <EmptyState title="No request matches">Clear a filter to see more of them.</EmptyState>
}
