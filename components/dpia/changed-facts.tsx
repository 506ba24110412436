"use client"
import { useMutation } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { Notice } from "@/components/ui/notice"
import { Table, Td, Th } from "@/components/ui/table"
import type { FactDrift } from "@/server/dpia/domain/known-facts"
import { judgedWords, sinceWords } from "./prepare-changed-facts"
import { useRefreshDpia } from "./use-refresh-dpia"

const ConfirmDialog = dynamic(
  () => import("@/components/ui/confirm-dialog").then((module) => module.ConfirmDialog),
  { ssr: false },
)

const FIRST = 8

type Props = {
  kind: "screening" | "assessment"
  id: string
  drift: FactDrift | null
  /** What its authors do about it. */
  otherwise: string
}

/** What is known of the data and was not when it was handed in; an officer may judge that it is covered all the same. */
export function ChangedFacts({ kind, id, drift, otherwise }: Props) {
  const trpc = useTRPC()
  const { may, now } = useWorkspace()
  const refresh = useRefreshDpia()
  const [all, setAll] = useState(false)
  const [asking, setAsking] = useState(false)
  const confirm = useMutation(trpc.dpia.confirmFacts.mutationOptions({ onSettled: refresh }))
  if (!drift) return null
  const judged = judgedWords(drift, now)
  if (drift.changes.length === 0) {
    return judged ? (
      <Notice state="good">
        <b>It still covers what changed since it was handed in.</b> {judged}
      </Notice>
    ) : null
  }
  const { changes, seen } = drift
  const mayAdvise = may("dpia.advise")
  return (
    <section className="changed-facts" aria-labelledby="changed-facts">
      <h2 id="changed-facts">
        <Icon name="warning" className="warning" /> What changed since
      </h2>
      <p className="muted">
        {sinceWords(drift, now)} {otherwise}
      </p>
      <Table label="What changed since it was handed in">
        <thead>
          <tr>
            <Th>Known</Th>
            <Th>Then</Th>
            <Th>Now</Th>
          </tr>
        </thead>
        <tbody>
          {(all ? changes : changes.slice(0, FIRST)).map(({ key, what, before, after }) => (
            <tr key={key}>
              <Th scope="row">{what}</Th>
              <Td>{before ?? <span className="muted">not known</span>}</Td>
              <Td>{after ?? <span className="muted">gone</span>}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="acts">
        {mayAdvise.ok ? <Button onClick={() => setAsking(true)}>Judge as still covered</Button> : null}
        {changes.length > FIRST && !all ? (
          <Button variant="quiet" onClick={() => setAll(true)}>
            Show all {changes.length}
          </Button>
        ) : null}
      </p>
      {asking ? (
        <ConfirmDialog
          open
          danger={false}
          onOpenChange={setAsking}
          title="Is it still covered?"
          description="Your judgement is recorded with its reason, and counts until something else changes. The signature stays as it is."
          action="Record judgement"
          ask={{ kind: "reason", label: "Why it is still covered" }}
          onConfirm={async (reason) => {
            try {
              await confirm.mutateAsync({ kind, id, seen, reason })
            } catch (error) {
              throw new Error(errorMessage(error))
            }
          }}
        />
      ) : null}
    </section>
  )
}
