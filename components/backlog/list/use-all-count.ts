"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { EMPTY_FILTER, type ItemFilter } from "@/server/backlog/domain/item-filter"
import { isFiltered } from "../prepare-filter"

/** How many items there are without the filter; asked only while one is set. */
export function useAllCount(filter: ItemFilter): number | undefined {
  const trpc = useTRPC()
  const input = { filter: EMPTY_FILTER, limit: 1, withTotal: true }
  const all = useQuery(trpc.backlog.listItems.queryOptions(input, { enabled: isFiltered(filter) }))
  return all.data?.total ?? undefined
}
