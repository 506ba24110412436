"use client"
import { useMutation } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { notify } from "@/components/ui/toast"
import { rememberOrder } from "./last-order"
import { useUndo } from "./use-undo"

/** Brings back the order before a change of it as a whole, and forgets that change. */
export function useOrderUndo() {
  const trpc = useTRPC()
  const { workspace } = useWorkspace()
  const onSuccess = () => rememberOrder(workspace.slug, null)
  return useMutation(trpc.backlog.undoReorder.mutationOptions({ onSuccess }))
}

/** Tells that an order was adopted, with an undo here, and later from the backlog's menu. */
export function useAdoptedOrder(refresh: () => Promise<unknown>) {
  const { workspace } = useWorkspace()
  const offerUndo = useUndo()
  const undo = useOrderUndo()

  const takeBack = async (changeId: string) => {
    try {
      const { restored } = await undo.mutateAsync({ changeId })
      notify.success(`The order before is back: ${restored} items returned to their places`)
    } catch (error) {
      notify.error(errorMessage(error))
    }
    await refresh()
  }

  /** `changeId` is null when adopting changed nothing. */
  const tell = (changeId: string | null, words: string) => {
    if (!changeId) return notify.success("The backlog is in this order already")
    rememberOrder(workspace.slug, changeId)
    offerUndo(words, () => takeBack(changeId))
  }

  return { tell, takeBack, takingBack: undo.isPending }
}
