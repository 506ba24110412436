"use client"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import type { ItemStatus } from "@/server/backlog/domain/item"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import type { LaneBy } from "@/server/backlog/domain/wip"
import { boardInput, statusName } from "./prepare-board"
import type { Target } from "./prepare-grid"
import { useGrid } from "./use-grid"

/** The board of a filter with its limits; cells grow as they are read further. */
export function useBoard(filter: ItemFilter, laneBy: LaneBy | null) {
  const trpc = useTRPC()
  const [grown, setGrown] = useState(false)
  const input = boardInput(filter, laneBy)
  const options = trpc.backlog.listBoard.queryOptions(input)
  const query = useQuery({
    ...options,
    placeholderData: keepPreviousData,
    // Reading it again would fold the columns up under the reader's hands.
    refetchOnWindowFocus: !grown,
  })
  const limits = useQuery(trpc.backlog.getWipLimits.queryOptions({}))
  const { change, showMore } = useGrid({
    board: query.data,
    queryKey: options.queryKey,
    filter: input.filter,
    columnInput: (column) => ({ status: column as ItemStatus }),
    columnName: statusName,
  })
  return {
    board: query.data,
    limits: limits.data,
    readLimits: () => void limits.refetch(),
    error: query.data ? null : query.error,
    retry: () => void query.refetch(),
    renewing: query.isPlaceholderData,
    change,
    showMore: (at: Pick<Target, "lane" | "column">, quietly?: boolean) => {
      setGrown(true)
      return showMore(at, quietly)
    },
  }
}
