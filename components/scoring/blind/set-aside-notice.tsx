"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Notice } from "@/components/ui/notice"
import { RelativeTime } from "@/components/ui/relative-time"
import { notify } from "@/components/ui/toast"
import type { SetAside } from "../scoring-data"
import { itemCount, restoredWords } from "./prepare-set-aside"

type Props = { setAside: SetAside; frameworkKey: string; name: string }

/** Says that a blind round was cancelled, and lets a scorer give the values again that only they have. */
export function SetAsideNotice({ setAside, frameworkKey, name }: Props) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { may, now } = useWorkspace()
  const [asking, setAsking] = useState(false)
  const restore = useMutation(trpc.scoring.restoreScores.mutationOptions())
  const discard = useMutation(trpc.scoring.discardScores.mutationOptions())
  const allowed = may("scoring.score")
  const disabledReason = allowed.ok ? undefined : allowed.reason
  const renew = () => queries.invalidateQueries({ queryKey: trpc.scoring.pathKey() })
  const giveAgain = async () => {
    try {
      const result = await restore.mutateAsync({ frameworkKey })
      await renew()
      notify.success(restoredWords(result))
    } catch (error) {
      notify.error(errorMessage(error))
    }
  }
  return (
    <Notice state="unknown">
      <b>The blind round of {name} was cancelled without a reveal</b> by {setAside.cancelledBy}{" "}
      <RelativeTime iso={setAside.cancelledAt} now={now} past />: {setAside.reason}. Your values for{" "}
      {itemCount(setAside.items)} are set aside: they do not count, and nobody else sees them.{" "}
      <Button size="small" disabledReason={disabledReason} pending={restore.isPending} onClick={giveAgain}>
        Give them again
      </Button>{" "}
      <Button size="small" variant="quiet" disabledReason={disabledReason} onClick={() => setAsking(true)}>
        Discard them
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Discard your values that were set aside"
        description={`What you gave for ${itemCount(setAside.items)} in the cancelled round is thrown away. This cannot be undone.`}
        action="Discard them"
        ask={{ kind: "none" }}
        onConfirm={async () => {
          await discard.mutateAsync({ frameworkKey })
          await renew()
          notify.success("The values are discarded")
        }}
      />
    </Notice>
  )
}
