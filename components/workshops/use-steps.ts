"use client"
import { useMutation } from "@tanstack/react-query"
import { conflictWith, errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { notify } from "@/components/ui/toast"
import type { Workshop } from "./workshop-data"

/** The facilitator's steps. Of two presses at once one wins; the other learns what happened, and the page follows. */
export function useSteps({ id, phase, round }: Workshop, refresh: () => Promise<unknown>) {
  const trpc = useTRPC()
  const settled = {
    onSuccess: () => refresh(),
    onError: (error: unknown) => {
      if (conflictWith(error)) notify.success(errorMessage(error))
      else notify.error(errorMessage(error))
      return refresh()
    },
  }
  const advance = useMutation(trpc.workshops.advanceWorkshop.mutationOptions(settled))
  const focus = useMutation(trpc.workshops.focusItem.mutationOptions(settled))
  const timer = useMutation(trpc.workshops.setTimer.mutationOptions(settled))
  const takeOver = useMutation(trpc.workshops.takeOverWorkshop.mutationOptions(settled))
  const from = { phase, round }
  return {
    pending: advance.isPending,
    advance: (to: "scoring" | "discussing" | "deciding", itemIds: string[] = []) =>
      advance.mutate({ id, to, from, itemIds }),
    focus: (itemId: string | null) => focus.mutate({ id, itemId }),
    setTimer: (add: number) => timer.mutate({ id, add }),
    takeOver: () => takeOver.mutate({ id }),
  }
}

export type Steps = ReturnType<typeof useSteps>
