"use client"
import { keepPreviousData, useQueries, useQuery, useQueryClient } from "@tanstack/react-query"
import { useCallback, useMemo, useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import type { ItemPage, ListedItem } from "../item-data"
import {
  movedRows,
  PAGE_SIZE,
  type PagedView,
  pageInput,
  pageOfRows,
  pagesFor,
  rowsOfPages,
} from "./prepare-pages"

/** The filtered list: counted on the server, read page by page as the reader scrolls. */
export function useItemPages(view: PagedView) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [wanted, setWanted] = useState<readonly number[]>([0])
  const first = useQuery({
    ...trpc.backlog.listItems.queryOptions(pageInput(view, 0)),
    placeholderData: keepPreviousData,
  })
  const total = first.data?.total ?? undefined
  // In groups by label an item has a row for each of its labels.
  const count = first.data?.rows ?? 0
  const others = useMemo(() => wanted.filter((page) => page > 0 && page * PAGE_SIZE < count), [wanted, count])
  const more = useQueries({
    queries: others.map((page) => trpc.backlog.listItems.queryOptions(pageInput(view, page))),
    combine: (results) => results.map((result) => result.data),
  })

  const rows = useMemo(() => {
    const pages = new Map<number, readonly ListedItem[]>([[0, first.data?.items ?? []]])
    for (const [index, page] of others.entries()) pages.set(page, more[index]?.items ?? [])
    return rowsOfPages(pages)
  }, [first.data, more, others])

  const show = useCallback((from: number, to: number) => {
    const pages = pagesFor(from, to)
    setWanted((before) => (before.join() === pages.join() ? before : pages))
  }, [])

  /** Shows a row at another place before the server knows. False when that part of the list is not loaded. */
  const moveRow = (from: number, to: number): boolean => {
    const moved = movedRows(rows, from, to)
    if (!moved) return false
    for (const page of [0, ...others]) {
      queries.setQueryData<ItemPage>(
        trpc.backlog.listItems.queryKey(pageInput(view, page)),
        (before) => before && { ...before, items: pageOfRows(moved, page) },
      )
    }
    return true
  }

  /** Every row from the top down to `last`, read where they are missing. */
  const readTo = async (last: number): Promise<ListedItem[]> => {
    const pages = await Promise.all(
      pagesFor(0, last).map((page) =>
        queries.fetchQuery(trpc.backlog.listItems.queryOptions(pageInput(view, page))),
      ),
    )
    return pages.flatMap((page) => page.items).slice(0, last + 1)
  }

  return {
    rows,
    total,
    count,
    error: first.data ? null : first.error,
    retry: () => void first.refetch(),
    renewing: first.isPlaceholderData,
    show,
    moveRow,
    readTo,
  }
}

export type ItemPages = ReturnType<typeof useItemPages>
