"use client"
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query"
import { useCallback, useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC, useTRPCClient } from "@/components/api/trpc"
import { announce } from "@/components/shell/announcer"
import { notify } from "@/components/ui/toast"
import { ITEM_STATUS_LABELS, type ItemStatus } from "@/server/backlog/domain/item"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import type { Board } from "../item-data"
import { boardInput, CARDS, grownColumn } from "./prepare-board"

/** The board of a filter; columns grow by "Show more". */
export function useBoard(filter: ItemFilter) {
  const trpc = useTRPC()
  const api = useTRPCClient()
  const queries = useQueryClient()
  const [grown, setGrown] = useState(false)
  const options = trpc.backlog.listBoard.queryOptions(boardInput(filter))
  const query = useQuery({
    ...options,
    placeholderData: keepPreviousData,
    // Reading it again would fold the columns up under the reader's hands.
    refetchOnWindowFocus: !grown,
  })
  const { queryKey } = options

  const change = useCallback(
    (next: (board: Board) => Board) => queries.setQueryData<Board>(queryKey, (board) => board && next(board)),
    [queries, queryKey],
  )

  const showMore = async (status: ItemStatus) => {
    const last = query.data?.columns.find((column) => column.status === status)?.items.at(-1)
    if (!last) return
    setGrown(true)
    try {
      const after = { rank: last.rank, id: last.id }
      const input = { status, after, limit: CARDS, filter: boardInput(filter).filter }
      const { items } = await api.backlog.listColumn.query(input)
      change((board) => ({
        columns: board.columns.map((column) =>
          column.status === status ? grownColumn(column, items) : column,
        ),
      }))
      announce(`${items.length} more items in ${ITEM_STATUS_LABELS[status]}`)
    } catch (error) {
      notify.error(`The column was not read further. ${errorMessage(error)}`)
    }
  }

  return {
    board: query.data,
    error: query.data ? null : query.error,
    retry: () => void query.refetch(),
    renewing: query.isPlaceholderData,
    change,
    showMore,
  }
}
