"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Dialog } from "@/components/ui/dialog"
import { notify } from "@/components/ui/toast"
import { type GrantView, grantWords } from "@/server/members/domain/grant"
import { mayGrant } from "@/server/members/domain/grant-rules"
import { GrantTable } from "./grant-table"
import type { MemberRow } from "./prepare-members"
import { useMembersRefresh } from "./use-members-refresh"

type Props = {
  member: MemberRow
  lasting: readonly string[]
  now: string
  onClose: () => void
  onGrant: () => void
}

/** Everything that one member holds; roles are granted and revoked here. */
export function MemberDialog({ member, lasting, now, onClose, onGrant }: Props) {
  const trpc = useTRPC()
  const refresh = useMembersRefresh()
  const { me, may } = useWorkspace()
  const [revoking, setRevoking] = useState<GrantView>()
  const revoke = useMutation(trpc.members.revokeGrant.mutationOptions())
  const manages = may("members.manage")
  const verdict = manages.ok ? mayGrant(me.id, member.id) : manages
  const confirm = async (reason: string) => {
    if (!revoking) return
    try {
      await revoke.mutateAsync({ grantId: revoking.id, reason })
    } catch (error) {
      throw new Error(errorMessage(error))
    }
    await refresh()
    notify.success(`Revoked ${grantWords(revoking)} from ${member.name}`)
  }
  return (
    <>
      <Dialog
        open
        wide
        reading
        onOpenChange={(open) => open || onClose()}
        title={member.name}
        description={member.email}
        actions={
          <>
            <Button onClick={onClose}>Close</Button>
            <Button
              variant="primary"
              onClick={onGrant}
              disabledReason={verdict.ok ? undefined : verdict.reason}
            >
              Grant role
            </Button>
          </>
        }
      >
        <GrantTable
          name={member.name}
          grants={member.grants}
          lasting={lasting}
          now={now}
          onRevoke={setRevoking}
        />
      </Dialog>
      <ConfirmDialog
        open={revoking !== undefined}
        onOpenChange={(open) => open || setRevoking(undefined)}
        title={`Revoke ${revoking ? grantWords(revoking) : ""}`}
        description={`${member.name} loses it at the next click. The reason stays in the audit trail.`}
        action="Revoke role"
        ask={{ kind: "reason" }}
        onConfirm={confirm}
      />
    </>
  )
}
