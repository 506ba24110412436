"use client"
import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Table, Td, Th } from "@/components/ui/table"
import type { Blocked, UndoConflicts } from "@/server/backlog/domain/bulk-change"
import { FIELD_LABELS, fieldWords } from "../prepare-conflict"
import type { BulkQuestion } from "../use-bulk-change"

type Props = { question: BulkQuestion; nameOf: (id: string) => string | null; onClose: () => void }

const items = (count: number) => `${count.toLocaleString("en-GB")} ${count === 1 ? "item" : "items"}`

/** Some items stand in the way of a change or its undo: which, why, and whether to go on with the others. */
export default function BulkQuestions({ question, nameOf, onClose }: Props) {
  const goOn = () => {
    onClose()
    question.goOn()
  }
  return question.kind === "blocked" ? (
    <BlockedDialog blocked={question.blocked} onClose={onClose} goOn={goOn} />
  ) : (
    <ConflictsDialog conflicts={question.conflicts} nameOf={nameOf} onClose={onClose} goOn={goOn} />
  )
}

type Answer = { onClose: () => void; goOn: () => void }

function BlockedDialog({
  blocked: { blocked, blockedCount, changeable },
  ...answer
}: Answer & { blocked: Blocked }) {
  return (
    <Question
      {...answer}
      verb="Change"
      others={changeable}
      title={`${items(blockedCount)} cannot be changed`}
      description={
        changeable > 0
          ? `Nothing was changed yet. The other ${items(changeable)} can be changed without them.`
          : "Nothing was changed, and no other item is left to change."
      }
    >
      <Table label="Items that cannot be changed">
        <thead>
          <tr>
            <Th>Item</Th>
            <Th>Why not</Th>
          </tr>
        </thead>
        <tbody>
          {blocked.map(({ id, key, title, reason }) => (
            <tr key={id}>
              <Th scope="row">{key ?? "Gone"}</Th>
              <Td>
                {title ? <span className="block truncate muted">{title}</span> : null}
                {reason}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Beyond shown={blocked.length} all={blockedCount} />
    </Question>
  )
}

function ConflictsDialog({
  conflicts: { conflicts, conflictCount, restorable },
  nameOf,
  ...answer
}: Answer & { conflicts: UndoConflicts; nameOf: Props["nameOf"] }) {
  return (
    <Question
      {...answer}
      verb="Undo"
      others={restorable}
      title={`${items(conflictCount)} cannot go back`}
      description={
        restorable > 0
          ? `Nothing was undone yet. What somebody changed since stays as it is; the other ${items(restorable)} can go back.`
          : "Nothing was undone: what somebody changed since stays as it is."
      }
    >
      <Table label="Both versions">
        <thead>
          <tr>
            <Th>Item</Th>
            <Th>Field</Th>
            <Th>Now</Th>
            <Th>Before the change</Th>
          </tr>
        </thead>
        <tbody>
          {conflicts.flatMap(({ id, key, title, reason, fields }) =>
            fields.map(({ field, now, before }, index) => (
              <tr key={`${id} ${field}`}>
                {index === 0 ? (
                  <Th scope="row" rowSpan={fields.length}>
                    {key}
                    <span className="sub">{title}</span>
                    <span className="sub">{reason}</span>
                  </Th>
                ) : null}
                <Td>{FIELD_LABELS[field] ?? field}</Td>
                <Td>{fieldWords(field, now, nameOf)}</Td>
                <Td>{fieldWords(field, before, nameOf)}</Td>
              </tr>
            )),
          )}
        </tbody>
      </Table>
      <Beyond shown={conflicts.length} all={conflictCount} />
    </Question>
  )
}

type QuestionProps = Answer & {
  verb: "Change" | "Undo"
  /** How many items nothing stands in the way of. */
  others: number
  title: string
  description: string
  children: ReactNode
}

function Question({ verb, others, title, description, onClose, goOn, children }: QuestionProps) {
  return (
    <Dialog
      open
      wide
      alert
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={onClose}>{verb} nothing</Button>
          {others > 0 ? (
            <Button variant="primary" onClick={goOn}>
              {verb} the other {items(others)}
            </Button>
          ) : null}
        </>
      }
    >
      {children}
    </Dialog>
  )
}

function Beyond({ shown, all }: { shown: number; all: number }) {
  return all > shown ? (
    <p className="hint mt-2">
      The first {shown} of {all.toLocaleString("en-GB")} are shown.
    </p>
  ) : null
}
