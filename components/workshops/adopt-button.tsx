"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { rememberOrder } from "@/components/backlog/last-order"
import { useUndo } from "@/components/backlog/use-undo"
import { Button } from "@/components/ui/button"
import { notify } from "@/components/ui/toast"
import type { Workshop } from "./workshop-data"

/** Makes the decided order the backlog's, with an undo here, and later from the backlog's menu. */
export function AdoptButton({ workshop, refresh }: { workshop: Workshop; refresh: () => Promise<unknown> }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { workspace, may } = useWorkspace()
  const offerUndo = useUndo()
  const verdict = may("backlog.rank")
  const undo = useMutation(trpc.backlog.undoReorder.mutationOptions())
  const outdate = () =>
    Promise.all([refresh(), queries.invalidateQueries({ queryKey: trpc.backlog.pathKey() })])
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
  const adopt = useMutation(
    trpc.workshops.adoptWorkshopOrder.mutationOptions({
      onSuccess: async ({ changeId, changed, items }) => {
        await outdate()
        if (!changeId) return notify.success("The backlog is in this order already")
        rememberOrder(workspace.slug, changeId)
        offerUndo(`The backlog follows this decision: ${items} items, ${changed} changed places`, () =>
          takeBack(changeId),
        )
      },
      onError: (error) => notify.error(errorMessage(error)),
    }),
  )
  const { adopted } = workshop
  if (adopted && !adopted.undoneAt) {
    const { changeId } = adopted
    return changeId ? (
      <Button
        disabledReason={verdict.ok ? undefined : verdict.reason}
        pending={undo.isPending}
        onClick={() => void takeBack(changeId)}
      >
        Take the order back
      </Button>
    ) : null
  }
  return (
    <Button
      variant="primary"
      disabledReason={verdict.ok ? undefined : verdict.reason}
      pending={adopt.isPending}
      onClick={() => adopt.mutate({ id: workshop.id })}
    >
      Adopt this order
    </Button>
  )
}
