"use client"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useDeferredValue, useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Pager } from "@/components/shell/pager"
import { askedRows } from "@/components/shell/prepare-pages"
import { useAddress } from "@/components/shell/use-address"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { EmptyState } from "@/components/ui/empty-state"
import { ErrorState } from "@/components/ui/error-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { notify } from "@/components/ui/toast"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import type { ListedDelegation } from "../approval-data"
import { DELEGATION_LOOKS, kindsWords, spanWords } from "./prepare-delegation"

/** Who decides for whom, since when and until when; those in force can be ended at once. */
export function DelegationsPanel() {
  const trpc = useTRPC()
  const { params } = useAddress()
  const asked = useDeferredValue(askedRows(params))
  const { data, error, refetch, isPending } = useQuery(trpc.approvals.listDelegations.queryOptions(asked))
  const [ending, setEnding] = useState<ListedDelegation>()
  if (isPending) return <SkeletonRows rows={4} label="Loading delegations" />
  if (error) {
    return (
      <ErrorState title="The delegations could not be read" retry={() => void refetch()}>
        {errorMessage(error)}
      </ErrorState>
    )
  }
  if (data.total === 0) {
    return (
      <EmptyState title="Nobody decides for you, nor you for anybody">
        Before a leave, let somebody decide on your behalf: for some kinds, in one domain or product, until a
        day. They never get more than you may decide at that moment, both names stand on every decision, and
        work of either of you stays with others.
      </EmptyState>
    )
  }
  return (
    <>
      <DelegationTable delegations={data.delegations} onEnd={setEnding} />
      <Pager offset={asked.offset} total={data.total} />
      {ending ? <EndDialog delegation={ending} onClose={() => setEnding(undefined)} /> : null}
    </>
  )
}

type TableProps = { delegations: readonly ListedDelegation[]; onEnd: (delegation: ListedDelegation) => void }

function DelegationTable({ delegations, onEnd }: TableProps) {
  const { me, now, may } = useWorkspace()
  const manages = may("members.manage", WORKSPACE_SCOPE).ok
  const name = (person: { id: string; name: string }) =>
    person.id === me.id ? `${person.name} (me)` : person.name
  return (
    <Table label="Delegations">
      <thead>
        <tr>
          <Th>Who decides</Th>
          <Th>What and where</Th>
          <Th>State</Th>
          <Th>
            <span className="sr-only">End</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {delegations.map((delegation) => {
          const { look, word } = DELEGATION_LOOKS[delegation.state]
          const open = delegation.state === "in force" || delegation.state === "upcoming"
          return (
            <tr key={delegation.id}>
              <Th scope="row">
                {name(delegation.delegate)}
                <small>for {name(delegation.delegator)}</small>
              </Th>
              <Td>
                {kindsWords(delegation.kinds)}, {delegation.placeName ?? "the whole workspace"}
                <small>{delegation.reason}</small>
              </Td>
              <Td>
                <StateWord state={look}>{word}</StateWord>
                <small>{spanWords(delegation, now)}</small>
              </Td>
              <Td>
                {open && (delegation.mine || manages) ? (
                  <Button size="small" onClick={() => onEnd(delegation)}>
                    Revoke
                    <span className="sr-only"> the delegation to {delegation.delegate.name}</span>
                  </Button>
                ) : null}
              </Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

function EndDialog({ delegation, onClose }: { delegation: ListedDelegation; onClose: () => void }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const revoke = useMutation(trpc.approvals.revokeDelegation.mutationOptions())
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`Revoke the delegation to ${delegation.delegate.name}?`}
      description={`${delegation.delegate.name} can no longer decide for ${delegation.delegator.name}, from this moment. What they have signed stays.`}
      action="Revoke delegation"
      ask={{ kind: "none" }}
      onConfirm={async () => {
        await revoke.mutateAsync({ id: delegation.id })
        await queries.invalidateQueries(trpc.approvals.pathFilter())
        notify.success("Revoked the delegation")
      }}
    />
  )
}
