"use client"
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useAddress } from "@/components/shell/use-address"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { ErrorState } from "@/components/ui/error-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import { AuditFilters } from "./audit-filters"
import { EventTable } from "./event-table"
import { eventsInput, isEmptyAuditFilter, parseAuditFilter } from "./prepare-filter"

/** Filters and the events that match, newest first, fifty more at a time. */
export function EventList() {
  const trpc = useTRPC()
  const { params } = useAddress()
  const filter = useMemo(() => parseAuditFilter(params), [params])
  const paging = {
    getNextPageParam: (page: { next: { occurredAt: string; id: string } | null }) => page.next,
  }
  // Not suspending: the filters answer at once, the old rows stay while the new ones are on their way.
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } =
    useInfiniteQuery({
      ...trpc.audit.listEvents.infiniteQueryOptions(eventsInput(filter), paging),
      placeholderData: keepPreviousData,
    })
  const events = data?.pages.flatMap((page) => page.events) ?? []
  return (
    <>
      <AuditFilters filter={filter} events={events} />
      {data === undefined && error === null ? <SkeletonRows rows={16} label="Loading events" /> : null}
      {error ? (
        <ErrorState title="The events could not be read" retry={() => void refetch()}>
          {errorMessage(error)}
        </ErrorState>
      ) : null}
      {events.length > 0 ? (
        <div aria-busy={isPlaceholderData}>
          <EventTable events={events} />
        </div>
      ) : null}
      {data && events.length === 0 ? <NoEvents filtered={!isEmptyAuditFilter(filter)} /> : null}
      {hasNextPage ? (
        <p className="mt-4">
          <Button pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? "Loading older events" : "Show older events"}
          </Button>
        </p>
      ) : null}
    </>
  )
}

function NoEvents({ filtered }: { filtered: boolean }) {
  return (
    <EmptyState title={filtered ? "No event matches" : "Nothing has been recorded yet"}>
      {filtered
        ? "Clear a filter, or widen the days. "
        : "Every change in this workspace, and every refused attempt, is recorded here when it happens. "}
      Nobody can change or remove a record.
    </EmptyState>
  )
}
