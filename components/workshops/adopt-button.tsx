"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAdoptedOrder } from "@/components/backlog/use-order-undo"
import { Button } from "@/components/ui/button"
import { notify } from "@/components/ui/toast"
import type { Workshop } from "./workshop-data"

/** Makes the decided order the backlog's, with an undo here, and later from the backlog's menu. */
export function AdoptButton({ workshop, refresh }: { workshop: Workshop; refresh: () => Promise<unknown> }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { may } = useWorkspace()
  const verdict = may("backlog.rank")
  const outdate = () =>
    Promise.all([refresh(), queries.invalidateQueries({ queryKey: trpc.backlog.pathKey() })])
  const { tell, takeBack, takingBack } = useAdoptedOrder(outdate)
  const adopt = useMutation(
    trpc.workshops.adoptWorkshopOrder.mutationOptions({
      onSuccess: async ({ changeId, changed, items }) => {
        await outdate()
        tell(changeId, `The backlog follows this decision: ${items} items, ${changed} changed places`)
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
        pending={takingBack}
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
