"use client"
import "./fields/fields.css"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Table, Td, Th } from "@/components/ui/table"
import { conflictRows } from "./prepare-conflict"
import type { Conflict } from "./use-item-edits"

type Props = {
  conflict: Conflict
  nameOf: (id: string) => string | null
  /** True: my version is saved over theirs. */
  onSettle: (keepMine: boolean) => void
}

/** Somebody else saved first: both versions, and the reader chooses. Closing keeps theirs. */
export default function ConflictDialog({ conflict, nameOf, onSettle }: Props) {
  const { item, mine, theirs } = conflict
  return (
    <Dialog
      open
      wide
      alert
      onOpenChange={(open) => !open && onSettle(false)}
      title={`${item.key} was changed by somebody else`}
      description="It was saved by somebody else after you opened it. Nothing of yours was written yet: choose which version stays."
      actions={
        <>
          <Button onClick={() => onSettle(false)}>Keep the saved version</Button>
          <Button variant="primary" onClick={() => onSettle(true)}>
            Save my version
          </Button>
        </>
      }
    >
      <Table label="Both versions">
        <thead>
          <tr>
            <Th>Field</Th>
            <Th>Saved now</Th>
            <Th>Yours</Th>
          </tr>
        </thead>
        <tbody>
          {conflictRows(mine, theirs, nameOf).map((row) => (
            <tr key={row.field}>
              <Th scope="row">{row.label}</Th>
              <Td>
                <div className="version">{row.theirs}</div>
              </Td>
              <Td>
                <div className="version">{row.differs ? <b>{row.mine}</b> : row.mine}</div>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {item.title !== theirs.title && mine.title === undefined ? (
        <p className="hint mt-2">The title is now “{theirs.title}”.</p>
      ) : null}
    </Dialog>
  )
}
