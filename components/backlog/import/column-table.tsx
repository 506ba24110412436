"use client"
import { Select } from "@/components/ui/select"
import { Table, Td, Th } from "@/components/ui/table"
import type { ColumnTarget, ImportMapping } from "@/server/backlog/domain/import/mapping"
import type { Detection } from "./import-data"
import { samplesOf, TARGET_OPTIONS } from "./prepare-import"

type Props = {
  detection: Detection
  mapping: ImportMapping
  onTarget: (header: string, target: ColumnTarget) => void
  onDateOrder: (header: string, order: "day_first" | "month_first" | null) => void
}

const ORDERS = [
  { value: "day_first", label: "03/04/2026 is 3 April" },
  { value: "month_first", label: "03/04/2026 is 4 March" },
] as const

/** Every column of the file, what stands in it, and what it becomes. */
export function ColumnTable({ detection, mapping, onTarget, onDateOrder }: Props) {
  const guesses = new Map(detection.mapping.columns.map(({ header, target }) => [header, target]))
  const repeated = new Map(detection.columns.map(({ name, count }) => [name, count]))
  return (
    <Table label="Columns of the file">
      <thead>
        <tr>
          <Th>Column</Th>
          <Th>First values</Th>
          <Th>Becomes</Th>
        </tr>
      </thead>
      <tbody>
        {mapping.columns.map(({ header, target, dateOrder }) => (
          <tr key={header}>
            <Th scope="row">
              {header}
              {(repeated.get(header) ?? 1) > 1 ? (
                <small>{repeated.get(header)} columns of this name</small>
              ) : null}
            </Th>
            <Td className="samples">
              {samplesOf(detection, header) || <span className="muted">empty</span>}
            </Td>
            <Td className="target">
              <Select
                aria-label={`${header} becomes`}
                options={TARGET_OPTIONS}
                value={target}
                onChange={(event) => {
                  const chosen = TARGET_OPTIONS.find(({ value }) => value === event.target.value)
                  if (chosen) onTarget(header, chosen.value)
                }}
              />
              {guesses.get(header) === target && target !== "custom" ? (
                <small>Guessed from its name</small>
              ) : null}
              {target === "dueDate" ? (
                <Select
                  className="mt-1"
                  aria-label={`Order of day and month in ${header}`}
                  empty="Ambiguous dates are errors"
                  options={ORDERS}
                  value={dateOrder ?? ""}
                  onChange={(event) =>
                    onDateOrder(
                      header,
                      ORDERS.find(({ value }) => value === event.target.value)?.value ?? null,
                    )
                  }
                />
              ) : null}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
