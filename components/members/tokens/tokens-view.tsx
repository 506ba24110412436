"use client"
import { useMutation, useSuspenseQuery } from "@tanstack/react-query"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { EmptyState } from "@/components/ui/empty-state"
import { PageHead } from "@/components/ui/page-head"
import { notify } from "@/components/ui/toast"
import { latestTime } from "../prepare-time"
import { useMembersRefresh } from "../use-members-refresh"
import { sortTokens, type TokenRow, tokenState, tokensState } from "./prepare-tokens"
import { SecretDialog } from "./secret-dialog"
import { type MadeToken, TokenDialog } from "./token-dialog"
import { TokenTable } from "./token-table"

export function TokensView() {
  const trpc = useTRPC()
  const refresh = useMembersRefresh()
  const { may, now: drawnAt } = useWorkspace()
  const { data, dataUpdatedAt } = useSuspenseQuery(trpc.members.listTokens.queryOptions({}))
  const [creating, setCreating] = useState(false)
  const [made, setMade] = useState<MadeToken>()
  const [revoking, setRevoking] = useState<TokenRow>()
  const revoke = useMutation(trpc.members.revokeToken.mutationOptions())
  const verdict = may("tokens.manage")
  const now = latestTime(drawnAt, dataUpdatedAt, ...data.tokens.map(({ createdAt }) => createdAt))
  const working = data.tokens.filter((token) => tokenState(token, now).works).length
  useShortcuts(
    verdict.ok ? [{ keys: "c", label: "Create API token", hint: true, run: () => setCreating(true) }] : [],
  )
  const confirm = async () => {
    if (!revoking) return
    await revoke.mutateAsync({ id: revoking.id }).catch((error) => {
      throw new Error(errorMessage(error))
    })
    await refresh()
    notify.success(`Revoked the API token ${revoking.name}`)
  }
  const create = (
    <Button
      variant="primary"
      onClick={() => setCreating(true)}
      disabledReason={verdict.ok ? undefined : verdict.reason}
    >
      Create token
    </Button>
  )
  return (
    <>
      <PageHead
        title="API tokens"
        state={data.tokens.length > 0 ? tokensState(working, data.everybody) : undefined}
        actions={data.tokens.length > 0 ? create : undefined}
      />
      {data.tokens.length === 0 ? (
        <EmptyState title="No API tokens yet" action={create}>
          A token lets a script or another system read or change what you may, over the same API as these
          pages: a nightly import of the backlog, for example. It expires by itself and can be revoked at any
          time.
        </EmptyState>
      ) : (
        <TokenTable
          tokens={sortTokens(data.tokens, now)}
          now={now}
          everybody={data.everybody}
          onRevoke={setRevoking}
        />
      )}
      {creating ? (
        <TokenDialog
          onClose={() => setCreating(false)}
          onMade={(token) => {
            setCreating(false)
            setMade(token)
          }}
        />
      ) : null}
      {made ? <SecretDialog token={made} onClose={() => setMade(undefined)} /> : null}
      <ConfirmDialog
        open={revoking !== undefined}
        onOpenChange={(open) => open || setRevoking(undefined)}
        title={`Revoke ${revoking?.name}`}
        description="Whatever uses it is refused from its next call on. This cannot be taken back."
        action="Revoke token"
        ask={{ kind: "none" }}
        onConfirm={confirm}
      />
    </>
  )
}
