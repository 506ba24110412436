"use client"
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import { gridInput, PAGE_SIZE, type ScoringAddress } from "../prepare-address"
import type { GridItem } from "../scoring-data"
import { usePages } from "../use-pages"

/** The items of the grid: counted on the server, read page by page as the reader scrolls. */
export function useGridPages(address: ScoringAddress, frameworkKey: string) {
  const trpc = useTRPC()
  const [wanted, show] = usePages()
  const first = useQuery({
    ...trpc.scoring.listScores.queryOptions(gridInput(address, frameworkKey, 0)),
    placeholderData: keepPreviousData,
  })
  const total = first.data?.total
  const others = useMemo(() => wanted.filter((page) => page * PAGE_SIZE < (total ?? 0)), [wanted, total])
  const more = useQueries({
    queries: others.map((page) =>
      trpc.scoring.listScores.queryOptions(gridInput(address, frameworkKey, page)),
    ),
    combine: (results) => results.map((result) => result.data),
  })
  const rows = useMemo(() => {
    const found = new Map<number, GridItem>()
    const add = (page: number, items: readonly GridItem[]) => {
      for (const [index, item] of items.entries()) found.set(page * PAGE_SIZE + index, item)
    }
    add(0, first.data?.items ?? [])
    for (const [index, page] of others.entries()) add(page, more[index]?.items ?? [])
    return found
  }, [first.data, more, others])
  return {
    total,
    blind: first.data?.blind ?? null,
    setAside: first.data?.setAside ?? null,
    rows,
    show,
    error: first.data ? null : first.error,
    retry: () => void first.refetch(),
    renewing: first.isPlaceholderData,
  }
}

export type GridPages = ReturnType<typeof useGridPages>
