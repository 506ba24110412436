"use client"
import { useMutation } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { notify } from "@/components/ui/toast"
import type { Workshop } from "./workshop-data"

/** For those who opened the link and have not joined: what it is, and one button. */
export function JoinNotice({ workshop, refresh }: { workshop: Workshop; refresh: () => Promise<unknown> }) {
  const trpc = useTRPC()
  const { may } = useWorkspace()
  const verdict = may("scoring.score")
  const join = useMutation(
    trpc.workshops.joinWorkshop.mutationOptions({
      onSuccess: refresh,
      onError: (error) => {
        notify.error(errorMessage(error))
        return refresh()
      },
    }),
  )
  const late = workshop.phase !== "lobby"
  return (
    <section className="join">
      <h2>{late ? "The workshop has begun, and you can still join" : "You are about to join"}</h2>
      <p className="muted">
        Everybody scores the same items silently on their own device. The others see that you are done, never
        what you gave, until all scores are revealed at once.
      </p>
      <Button
        variant="primary"
        pending={join.isPending}
        disabledReason={verdict.ok ? undefined : verdict.reason}
        onClick={() => join.mutate({ id: workshop.id })}
      >
        Join the workshop
      </Button>
    </section>
  )
}
