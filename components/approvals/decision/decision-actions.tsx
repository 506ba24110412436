"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { notify } from "@/components/ui/toast"
import type { Approval } from "../approval-data"

/** Printing for everybody; reminding and taking back for whoever asked. */
export function DecisionActions({ approval }: { approval: Approval }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [taking, setTaking] = useState(false)
  const refresh = () => queries.invalidateQueries(trpc.approvals.pathFilter())
  const remind = useMutation(
    trpc.approvals.remindApprovers.mutationOptions({
      onSuccess: async () => {
        await refresh()
        notify.success("Reminded those who have to decide")
      },
      onError: (error) => notify.error(errorMessage(error)),
    }),
  )
  const withdraw = useMutation(trpc.approvals.withdrawApproval.mutationOptions())
  const { remind: mayRemind, withdraw: mayWithdraw } = approval.mine
  return (
    <>
      <Button onClick={() => window.print()}>Print</Button>
      {mayWithdraw && approval.state === "open" ? (
        <Button
          disabledReason={mayRemind.ok ? undefined : mayRemind.reason}
          pending={remind.isPending}
          onClick={() => remind.mutate({ requestId: approval.id })}
        >
          Remind
        </Button>
      ) : null}
      {mayWithdraw ? <Button onClick={() => setTaking(true)}>Withdraw</Button> : null}
      <ConfirmDialog
        open={taking}
        onOpenChange={setTaking}
        title="Withdraw the request?"
        description="Nobody can decide it any more. Signatures that were given stay in the record. You can ask again."
        action="Withdraw request"
        ask={{ kind: "reason" }}
        onConfirm={async (note) => {
          await withdraw.mutateAsync({ requestId: approval.id, note })
          await refresh()
          notify.success("Withdrew the request")
        }}
      />
    </>
  )
}
