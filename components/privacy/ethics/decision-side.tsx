"use client"
import { useMutation } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { ApprovalPanel } from "@/components/approvals/approval-panel"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Notice } from "@/components/ui/notice"
import { notify } from "@/components/ui/toast"
import { ITEM_STATUS_LABELS } from "@/server/backlog/domain/item"
import type { Scope } from "@/server/kernel/domain/grants"
import { type Checkpoint, decisionWords } from "./prepare-ethics"
import { useRefreshEthics } from "./use-refresh-ethics"

const ConditionDialog = dynamic(() => import("./condition-dialog"), { ssr: false })

/** The decision that is proposed or taken, its conditions and its approval. */
export function DecisionSide({ checkpoint, scope }: { checkpoint: Checkpoint; scope: Scope }) {
  const trpc = useTRPC()
  const { may } = useWorkspace()
  const refresh = useRefreshEthics()
  const submit = useMutation(
    trpc.privacy.submitCheckpoint.mutationOptions({
      onSuccess: async () => {
        notify.success("Handed in for the decision")
        await refresh()
      },
    }),
  )
  const { id, version, state, outcome, reason, obstacle } = checkpoint
  const mayEdit = may("ethics.edit", scope)
  const closed = state === "decided" || state === "in_review"
  return (
    <aside aria-label="Decision" className="dpia-side">
      <section aria-labelledby="decision">
        <h2 id="decision">Decision</h2>
        <p>
          <b>{decisionWords(state, outcome) ?? "None proposed yet"}</b>
        </p>
        {reason ? <p className="whitespace-pre-line">{reason}</p> : null}
      </section>
      <Conditions checkpoint={checkpoint} scope={scope} />
      <section aria-labelledby="approval">
        <h2 id="approval">Sign-off</h2>
        <ApprovalPanel
          kind="ethics"
          subjectId={id}
          current={version}
          empty="A product owner or the privacy officer decides. Who wrote the canvas cannot."
        />
        {submit.error ? <Notice state="bad">{errorMessage(submit.error)}</Notice> : null}
        {closed ? null : (
          <div className="mt-3">
            <Button
              disabledReason={mayEdit.ok ? (obstacle ?? undefined) : mayEdit.reason}
              pending={submit.isPending}
              onClick={() => submit.mutate({ id, version })}
            >
              Hand in version {version}
            </Button>
          </div>
        )}
      </section>
    </aside>
  )
}

function Conditions({ checkpoint, scope }: { checkpoint: Checkpoint; scope: Scope }) {
  const trpc = useTRPC()
  const { workspace, may } = useWorkspace()
  const refresh = useRefreshEthics()
  const drop = useMutation(trpc.privacy.dropCondition.mutationOptions())
  const [adding, setAdding] = useState(false)
  const [dropped, setDropped] = useState<{ id: string; key: string }>()
  const { id, version, conditions } = checkpoint
  const mayEdit = may("ethics.edit", scope)
  const mayCreate = may("backlog.edit", scope)
  const reason = mayEdit.ok ? (mayCreate.ok ? undefined : mayCreate.reason) : mayEdit.reason
  return (
    <section aria-labelledby="conditions">
      <h2 id="conditions">Conditions</h2>
      {conditions.length === 0 ? <p className="muted">None.</p> : null}
      <ul>
        {conditions.map(({ id: itemId, key, title, status, owner, dueOn }) => (
          <li key={itemId} className="mb-2">
            <Link href={`/${workspace.slug}/items/${key}`}>{title}</Link> <span className="tag">{key}</span>
            <span className="sub">
              {ITEM_STATUS_LABELS[status]}, {owner?.name ?? "nobody"}
              {dueOn ? `, due ${dueOn}` : ""}
            </span>
            {mayEdit.ok ? (
              <Button
                size="small"
                variant="quiet"
                aria-label={`Drop condition ${key}`}
                onClick={() => setDropped({ id: itemId, key })}
              >
                Drop
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Button size="small" disabledReason={reason} onClick={() => setAdding(true)}>
        Add condition
      </Button>
      {adding ? <ConditionDialog checkpoint={checkpoint} onClose={() => setAdding(false)} /> : null}
      <ConfirmDialog
        open={dropped !== undefined}
        onOpenChange={(open) => open || setDropped(undefined)}
        title={`Drop the condition ${dropped?.key ?? ""}`}
        description="The item stays in the backlog. A decision already taken has to be taken again."
        action="Drop condition"
        ask={{ kind: "reason" }}
        onConfirm={async (answer) => {
          await drop.mutateAsync({ id, version, itemId: dropped!.id, reason: answer })
          await refresh()
        }}
      />
    </section>
  )
}
