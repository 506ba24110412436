"use client"
import { useQueries } from "@tanstack/react-query"
import { useMemo, useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { blockedRequests } from "@/components/backlog/prepare-blocked"
import type { ItemProgress } from "./done-data"

/** How far the checklists of the shown items are, by id; asked after the items are there. */
export function useProgress(shown: readonly string[]): ReadonlyMap<string, ItemProgress> {
  const trpc = useTRPC()
  const [asked, setAsked] = useState<readonly string[][]>([])
  const requests = blockedRequests(asked, shown)
  if (requests !== asked) setAsked(requests)
  const answers = useQueries({
    queries: requests.map((itemIds) => trpc.dod.listProgress.queryOptions({ itemIds })),
    combine: (results) => results.map((result) => result.data),
  })
  return useMemo(
    () => new Map(answers.flatMap((answer) => answer?.progress ?? []).map((one) => [one.itemId, one])),
    [answers],
  )
}
