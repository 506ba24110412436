"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useAdoptedOrder } from "@/components/backlog/use-order-undo"
import { rankInput, type ScoringAddress } from "../prepare-address"

/** Makes the ranking the manual order of the backlog, with an undo; the reason is recorded. */
export function useAdoptOrder(address: ScoringAddress, frameworkKey: string) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const adopt = useMutation(trpc.scoring.adoptOrder.mutationOptions())
  const outdate = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: trpc.backlog.pathKey() }),
      queries.invalidateQueries({ queryKey: trpc.scoring.pathKey() }),
    ])
  const { tell } = useAdoptedOrder(outdate)

  return async (reason: string) => {
    const { frameworkKey: key, version, filter } = rankInput(address, frameworkKey, 0)
    const { changeId, changed, ranked } = await adopt.mutateAsync({
      frameworkKey: key,
      version,
      filter,
      reason,
    })
    await outdate()
    tell(changeId, `The backlog follows this order: ${ranked} ranked items, ${changed} changed places`)
  }
}
