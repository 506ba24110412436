"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { notify } from "@/components/ui/toast"
import { OBJECTIVE_STATE_LABELS, type ObjectiveState } from "@/server/strategy/domain/objective"
import type { KeyResultDetails, ObjectiveDetails } from "../strategy-data"
import { useRefreshStrategy } from "../use-refresh-strategy"

/** What is decided about an objective with a reason. */
export function useObjectiveActs(objective: ObjectiveDetails) {
  const trpc = useTRPC()
  const refresh = useRefreshStrategy()
  const { mutateAsync: change } = useMutation(
    trpc.strategy.changeObjectiveState.mutationOptions({ onSuccess: refresh }),
  )
  const { mutateAsync: drop } = useMutation(
    trpc.strategy.dropKeyResult.mutationOptions({ onSuccess: refresh }),
  )
  return {
    moveTo: async (state: ObjectiveState, reason: string) => {
      const { id, version, key } = objective
      await change({ id, version, state, reason })
      notify.success(`${key} is ${OBJECTIVE_STATE_LABELS[state].toLowerCase()}`)
    },
    dropKeyResult: async ({ id, version, metric }: KeyResultDetails, reason: string) => {
      await drop({ id, version, reason })
      notify.success(`Took ${metric} out`)
    },
  }
}
