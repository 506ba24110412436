"use client"
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import { PAGE_SIZE, rankInput, type ScoringAddress } from "../prepare-address"
import type { RankedRow } from "../scoring-data"
import { usePages } from "../use-pages"

/** The ranking of a view: computed on the server, read page by page as the reader scrolls. */
export function useRanking(address: ScoringAddress, frameworkKey: string) {
  const trpc = useTRPC()
  const [wanted, show] = usePages()
  const first = useQuery({
    ...trpc.scoring.rankItems.queryOptions(rankInput(address, frameworkKey, 0)),
    placeholderData: keepPreviousData,
  })
  const total = first.data?.total ?? 0
  const others = useMemo(() => wanted.filter((page) => page * PAGE_SIZE < total), [wanted, total])
  const more = useQueries({
    queries: others.map((page) =>
      trpc.scoring.rankItems.queryOptions(rankInput(address, frameworkKey, page)),
    ),
    combine: (results) => results.map((result) => result.data),
  })
  const rows = useMemo(() => {
    const found = new Map<number, RankedRow>()
    const add = (page: number, ranked: readonly RankedRow[]) => {
      for (const [index, row] of ranked.entries()) found.set(page * PAGE_SIZE + index, row)
    }
    add(0, first.data?.ranked ?? [])
    for (const [index, page] of others.entries()) add(page, more[index]?.ranked ?? [])
    return found
  }, [first.data, more, others])
  return {
    ranking: first.data,
    rows,
    show,
    error: first.data ? null : first.error,
    retry: () => void first.refetch(),
    renewing: first.isPlaceholderData,
  }
}

export type Ranking = ReturnType<typeof useRanking>
