"use client"
import { useQueries } from "@tanstack/react-query"
import { useMemo, useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import type { BlockedItem } from "./item-data"
import { blockedRequests } from "./prepare-blocked"

/** Which of the shown items wait for open ones, by id; asked after the items are there. */
export function useBlocked(shown: readonly string[]): ReadonlyMap<string, BlockedItem> {
  const trpc = useTRPC()
  const [asked, setAsked] = useState<readonly string[][]>([])
  const requests = blockedRequests(asked, shown)
  if (requests !== asked) setAsked(requests)
  const answers = useQueries({
    queries: requests.map((ids) => trpc.backlog.listBlocked.queryOptions({ ids })),
    combine: (results) => results.map((result) => result.data),
  })
  return useMemo(
    () => new Map(answers.flatMap((answer) => answer?.blocked ?? []).map((one) => [one.id, one])),
    [answers],
  )
}
