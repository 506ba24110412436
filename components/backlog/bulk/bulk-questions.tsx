"use client"
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
  onClose,
  goOn,
}: Answer & { blocked: Blocked }) {
  return (
    <Dialog
      open
      wide
      alert
      onOpenChange={(open) => !open && onClose()}
      title={`${items(blockedCount)} cannot be changed`}
      description={
        changeable > 0
          ? `Nothing was changed yet. The other ${items(changeable)} can be changed without them.`
          : "Nothing was changed, and no other item is left to change."
      }
      actions={
        <>
          <Button onClick={onClose}>Change nothing</Button>
          {changeable > 0 ? (
            <Button variant="primary" onClick={goOn}>
              Change the other {items(changeable)}
            </Button>
          ) : null}
        </>
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
    </Dialog>
  )
}

function ConflictsDialog({
  conflicts: { conflicts, conflictCount, restorable },
  nameOf,
  onClose,
  goOn,
}: Answer & { conflicts: UndoConflicts; nameOf: Props["nameOf"] }) {
  return (
    <Dialog
      open
      wide
      alert
      onOpenChange={(open) => !open && onClose()}
      title={`${items(conflictCount)} cannot go back`}
      description={
        restorable > 0
          ? `Nothing was undone yet. What somebody changed since stays as it is; the other ${items(restorable)} can go back.`
          : "Nothing was undone: what somebody changed since stays as it is."
      }
      actions={
        <>
          <Button onClick={onClose}>Undo nothing</Button>
          {restorable > 0 ? (
            <Button variant="primary" onClick={goOn}>
              Undo the other {items(restorable)}
            </Button>
          ) : null}
        </>
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
