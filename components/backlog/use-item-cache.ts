"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import type { Board, ItemDetails, ItemPage, ListedItem } from "./item-data"

/** What an edit changes in a shown item; names go along with ids so that a row needs no second look. */
export type ItemPatch = Partial<Omit<ListedItem, "id" | "key">> &
  Partial<Pick<ItemDetails, "description" | "parentId" | "custom">>

/** Changes one item everywhere it is shown: list pages, board, item page. The server is not asked. */
export function useItemCache() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return useMemo(() => {
    const lists = { queryKey: trpc.backlog.listItems.pathKey() }
    const boards = [trpc.backlog.listBoard.pathKey(), trpc.backlog.listRoadmap.pathKey()]
    const details = { queryKey: trpc.backlog.getItem.pathKey() }
    const patched = <Item extends { id: string }>(items: Item[], id: string, patch: ItemPatch) =>
      items.some((item) => item.id === id)
        ? items.map((item) => (item.id === id ? { ...item, ...patch } : item))
        : items
    return {
      patch(id: string, patch: ItemPatch) {
        queries.setQueriesData<ItemPage>(
          lists,
          (page) => page && { ...page, items: patched(page.items, id, patch) },
        )
        for (const queryKey of boards) {
          queries.setQueriesData<Board>({ queryKey }, (board) => board && patchedBoard(board, id, patch))
        }
        queries.setQueriesData<ItemDetails>(details, (item) =>
          item?.id === id ? { ...item, ...patch } : item,
        )
      },
      /** Everything about items is out of date; what is on the screen is asked again, unless `quietly`. */
      async outdate(quietly = false) {
        await queries.invalidateQueries({
          queryKey: trpc.backlog.pathKey(),
          refetchType: quietly ? "none" : "active",
        })
        // What waits for a changed item may wait no longer, wherever it stands.
        if (quietly) await queries.invalidateQueries({ queryKey: trpc.backlog.listBlocked.pathKey() })
      },
    }
  }, [queries, trpc])
}

function patchedBoard(board: Board, id: string, patch: ItemPatch): Board {
  const lanes = board.lanes.map((lane) => ({
    ...lane,
    cells: lane.cells.map((cell) =>
      cell.items.some((item) => item.id === id)
        ? { ...cell, items: cell.items.map((item) => (item.id === id ? { ...item, ...patch } : item)) }
        : cell,
    ),
  }))
  return { ...board, lanes }
}
