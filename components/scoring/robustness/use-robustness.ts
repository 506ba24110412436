"use client"
import { useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import { measureInput, type ScoringAddress } from "../prepare-address"
import type { Drawn } from "../scoring-data"

/** How sure the order is, for the strip: drawn after the list is there, kept while the reader stays. */
export function useRobustness(address: ScoringAddress, frameworkKey: string, enabled: boolean) {
  const trpc = useTRPC()
  const { data } = useQuery(
    trpc.scoring.measureRobustness.queryOptions(measureInput(address, frameworkKey), {
      enabled,
      staleTime: 60_000,
      retry: false,
    }),
  )
  const shares = useMemo(
    () => new Map<string, Drawn["items"][number]>(data?.drawn?.items.map((item) => [item.itemId, item])),
    [data],
  )
  return { robustness: data, shares }
}

export type Shares = ReturnType<typeof useRobustness>["shares"]
