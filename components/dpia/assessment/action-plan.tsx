"use client"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { classNames } from "@/components/ui/class-names"
import { EmptyState } from "@/components/ui/empty-state"
import { RelativeTime } from "@/components/ui/relative-time"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { actionState, referenceTitle } from "./prepare-actions"
import { useAssessment, useEditReason } from "./use-assessment"

const ActionDialog = dynamic(() => import("./action-dialog"), { ssr: false })

/** What is still to be done. Each line is an item of the backlog, which holds its owner, date and state. */
export function ActionPlan() {
  const { workspace, now } = useWorkspace()
  const { assessment } = useAssessment()
  const reason = useEditReason()
  const [open, setOpen] = useState(false)
  const add = (
    <Button disabledReason={reason} onClick={() => setOpen(true)}>
      Add action
    </Button>
  )
  return (
    <>
      {assessment.actions.length === 0 ? (
        <EmptyState title="Nothing is planned" action={add}>
          What a judgement wants improved, and what lowers a risk further, goes here. Each line becomes an
          item of the backlog with an owner and a date, so that it is done rather than filed.
        </EmptyState>
      ) : (
        <div className="mb-4">{add}</div>
      )}
      {assessment.actions.length > 0 ? (
        <Table label="Action plan">
          <thead>
            <tr>
              <Th>Action</Th>
              <Th className="wide">Improves</Th>
              <Th>Owner</Th>
              <Th>Due</Th>
              <Th>State</Th>
            </tr>
          </thead>
          <tbody>
            {assessment.actions.map(({ id, reference, item }) => {
              const state = actionState(item, now.slice(0, 10))
              return (
                <tr key={id}>
                  <Th scope="row">
                    <Link href={`/${workspace.slug}/items/${item.key}`}>{item.title}</Link>{" "}
                    <span className="tag">{item.key}</span>
                  </Th>
                  <Td className="wide">{referenceTitle(reference, assessment)}</Td>
                  <Td>{item.owner?.name ?? <span className="muted">nobody</span>}</Td>
                  <Td className={classNames("whitespace-nowrap", state.late && "bad")}>
                    {item.dueOn ? <RelativeTime iso={item.dueOn} now={now} /> : null}
                  </Td>
                  <Td>
                    <StateWord state={state.look}>{state.words}</StateWord>
                  </Td>
                </tr>
              )
            })}
          </tbody>
        </Table>
      ) : null}
      {open ? <ActionDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}
