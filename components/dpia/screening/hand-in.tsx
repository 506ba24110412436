"use client"
import { useMutation } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { ApprovalPanel } from "@/components/approvals/approval-panel"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { notify } from "@/components/ui/toast"
import type { ScreeningDetails } from "@/server/dpia/domain/screening-row"
import { useRefreshDpia } from "../use-refresh-dpia"

/** Hands the screening in and shows how its approval stands. */
export function HandIn({ screening, obstacle }: { screening: ScreeningDetails; obstacle: string | null }) {
  const trpc = useTRPC()
  const { may } = useWorkspace()
  const refresh = useRefreshDpia()
  const submit = useMutation(
    trpc.dpia.submitScreening.mutationOptions({
      onSuccess: async () => {
        notify.success("Handed in for approval")
        await refresh()
      },
    }),
  )
  const mayEdit = may("dpia.edit")
  const reason = mayEdit.ok ? (obstacle ?? undefined) : mayEdit.reason
  return (
    <section aria-labelledby="approval">
      <h2 id="approval">Approval</h2>
      <ApprovalPanel
        kind="screening"
        subjectId={screening.id}
        current={screening.version}
        empty="Every screening is signed, also when nothing is indicated. Who answered it cannot sign it."
      />
      {submit.error ? <Notice state="bad">{errorMessage(submit.error)}</Notice> : null}
      {screening.submittedAt ? null : (
        <div className="mt-3">
          <Button
            variant="primary"
            disabledReason={reason}
            pending={submit.isPending}
            onClick={() => submit.mutate({ id: screening.id, lock: screening.lock })}
          >
            Hand in version {screening.version}
          </Button>
        </div>
      )}
    </section>
  )
}
