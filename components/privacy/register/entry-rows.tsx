"use client"
import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"

type Props<Row> = {
  rows: readonly Row[]
  /** What one row is: "transfer". */
  what: string
  /** A row to begin with. */
  fresh: NoInfer<Row>
  onChange: (rows: Row[]) => void
  children: (row: Row, change: (patch: Partial<Row>) => void, index: number) => ReactNode
}

/** Rows of fields that are added and taken out. */
export function EntryRows<Row extends object>({ rows, what, fresh, onChange, children }: Props<Row>) {
  return (
    <>
      {[...rows.entries()].map(([index, row]) => (
        <div className="entry-row" key={`row ${index}`}>
          {children(
            row,
            (patch) => onChange(rows.map((one, at) => (at === index ? { ...one, ...patch } : one))),
            index,
          )}
          <Button
            size="small"
            variant="quiet"
            aria-label={`Remove ${what} ${index + 1}`}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            Remove
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...rows, fresh])}>
        Add {what}
      </Button>
    </>
  )
}
