"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { rememberOrder } from "@/components/backlog/last-order"
import { useUndo } from "@/components/backlog/use-undo"
import { notify } from "@/components/ui/toast"
import { rankInput, type ScoringAddress } from "../prepare-address"

/** Makes the ranking the manual order of the backlog, with an undo; the reason is recorded. */
export function useAdoptOrder(address: ScoringAddress, frameworkKey: string) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { workspace } = useWorkspace()
  const offerUndo = useUndo()
  const adopt = useMutation(trpc.scoring.adoptOrder.mutationOptions())
  const undo = useMutation(trpc.backlog.undoReorder.mutationOptions())

  const outdate = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: trpc.backlog.pathKey() }),
      queries.invalidateQueries({ queryKey: trpc.scoring.pathKey() }),
    ])

  const takeBack = async (changeId: string) => {
    try {
      const { restored } = await undo.mutateAsync({ changeId })
      rememberOrder(workspace.slug, null)
      notify.success(`The order before is back: ${restored} items returned to their places`)
    } catch (error) {
      notify.error(errorMessage(error))
    }
    await outdate()
  }

  return async (reason: string) => {
    const { frameworkKey: key, version, filter } = rankInput(address, frameworkKey, 0)
    const { changeId, changed, ranked } = await adopt.mutateAsync({
      frameworkKey: key,
      version,
      filter,
      reason,
    })
    await outdate()
    if (!changeId) {
      notify.success("The backlog is in this order already")
      return
    }
    rememberOrder(workspace.slug, changeId)
    offerUndo(`The backlog follows this order: ${ranked} ranked items, ${changed} changed places`, () =>
      takeBack(changeId),
    )
  }
}
