"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useCallback, useRef } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPCClient } from "@/components/api/trpc"
import { announce } from "@/components/shell/announcer"
import { notify } from "@/components/ui/toast"
import type { Board } from "../item-data"
import { findCell, grownBoard, MORE_CARDS, type Target } from "./prepare-grid"

type Options = {
  board: Board | undefined
  queryKey: readonly unknown[]
  filter: NonNullable<
    Parameters<ReturnType<typeof useTRPCClient>["backlog"]["listColumn"]["query"]>[0]["filter"]
  >
  /** How `listColumn` calls a column of this board. */
  columnInput: (column: string) => { status?: never; quarter?: string } | { status?: string; quarter?: never }
  columnName: (column: string) => string
}

/** Changing a shown board before the server knows, and reading its cells further. */
export function useGrid({ board, queryKey, filter, columnInput, columnName }: Options) {
  const api = useTRPCClient()
  const queries = useQueryClient()
  const reading = useRef(new Set<string>())

  const change = useCallback(
    (next: (board: Board) => Board) => queries.setQueryData<Board>(queryKey, (shown) => shown && next(shown)),
    [queries, queryKey],
  )

  /** Reads the next cards of a cell; `quietly` while scrolling, where nobody asked for them by name. */
  const showMore = async (at: Pick<Target, "lane" | "column">, quietly = false) => {
    const last = board && findCell(board, at)?.items.at(-1)
    const name = `${at.column} ${at.lane ?? ""}`
    if (!last || reading.current.has(name)) return
    reading.current.add(name)
    try {
      const input = {
        ...columnInput(at.column),
        filter,
        lane: board?.laneBy ? { by: board.laneBy, value: at.lane } : null,
        after: { rank: last.rank, id: last.id },
        limit: MORE_CARDS,
      } as Parameters<typeof api.backlog.listColumn.query>[0]
      const { items } = await api.backlog.listColumn.query(input)
      change((shown) => grownBoard(shown, at, items))
      if (!quietly) announce(`${items.length} more items in ${columnName(at.column)}`)
    } catch (error) {
      notify.error(`The column was not read further. ${errorMessage(error)}`)
    } finally {
      reading.current.delete(name)
    }
  }
  return { change, showMore }
}
