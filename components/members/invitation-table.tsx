"use client"
import { useMutation, useSuspenseQuery } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { RelativeTime } from "@/components/ui/relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { Table, Td, Th } from "@/components/ui/table"
import { notify } from "@/components/ui/toast"
import { ROLE_LABELS } from "@/server/kernel/domain/permissions"
import { placeWords } from "@/server/members/domain/grant"
import { useMembersRefresh } from "./use-members-refresh"

/** Invitations that nobody has accepted yet. */
export function InvitationTable({ now }: { now: string }) {
  const trpc = useTRPC()
  const refresh = useMembersRefresh()
  const manages = useWorkspace().may("members.manage").ok
  const { data } = useSuspenseQuery(trpc.members.listInvitations.queryOptions({}))
  const revoke = useMutation(
    trpc.members.revokeInvitation.mutationOptions({
      onSuccess: refresh,
      onError: (error) => notify.error(errorMessage(error)),
    }),
  )
  if (data.length === 0) return null
  return (
    <section aria-labelledby="invitations" className="mt-8">
      <SectionHead id="invitations" title="Invitations" note="not accepted yet" />
      <Table label="Invitations" className="min-w-160">
        <thead>
          <tr>
            <Th>E-mail</Th>
            <Th>Role</Th>
            <Th>Invited by</Th>
            <Th>Link expires</Th>
            {manages ? (
              <Th>
                <span className="sr-only">Revoke</span>
              </Th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {data.map((invitation) => (
            <tr key={invitation.id}>
              <th scope="row">{invitation.email}</th>
              <Td>
                {ROLE_LABELS[invitation.role]}
                <small>{placeWords(invitation.scopeType, invitation.scopeName)}</small>
              </Td>
              <Td>
                {invitation.invitedBy.name}, <RelativeTime iso={invitation.createdAt} now={now} />
                <small>{invitation.reason}</small>
              </Td>
              <Td>
                {invitation.state === "expired" ? (
                  <span className="muted">Expired</span>
                ) : (
                  <RelativeTime iso={invitation.expiresAt} now={now} />
                )}
              </Td>
              {manages ? (
                <Td num>
                  <Button
                    size="small"
                    aria-label={`Revoke the invitation of ${invitation.email}`}
                    pending={revoke.isPending}
                    onClick={() => revoke.mutate({ id: invitation.id })}
                  >
                    Revoke
                  </Button>
                </Td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
