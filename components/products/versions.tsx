"use client"
import { useEffect, useRef } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { Table, Td, Th } from "@/components/ui/table"
import type { ConflictRow } from "./prepare-product-form"

type Props = { rows: readonly ConflictRow[]; onMine: () => void; onTheirs: () => void; pending: boolean }

/** Somebody else saved first: both versions side by side, and the reader decides. */
export function BothVersions({ rows, onMine, onTheirs, pending }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} className="versions" role="alert" tabIndex={-1}>
      <Notice state="warning">
        <b>Somebody else saved this while you were editing.</b> Nothing is lost: choose what is kept.
      </Notice>
      <Table label="Both versions">
        <thead>
          <tr>
            <Th>Field</Th>
            <Th>Yours</Th>
            <Th>Saved now</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.field}>
              <th scope="row">{row.field}</th>
              <Td>{row.mine}</Td>
              <Td>{row.theirs}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="acts">
        <Button size="small" onClick={onTheirs}>
          Take what is saved
        </Button>
        <Button size="small" onClick={onMine} pending={pending}>
          Save my changes over it
        </Button>
      </div>
    </div>
  )
}
