"use client"
import "./arrange.css"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { announce } from "@/components/shell/announcer"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { Dialog } from "@/components/ui/dialog"
import { Select } from "@/components/ui/select"
import {
  COLUMN_FIELDS,
  type ColumnField,
  customField,
  fieldFacts,
  fieldLabel,
} from "@/server/backlog/domain/item-fields"
import { USUAL_COLUMNS, VIEW_LIMITS, type ViewColumn } from "@/server/backlog/domain/item-view"

type Props = {
  columns: ViewColumn[] | null
  onChange: (columns: ViewColumn[] | null) => void
  onClose: () => void
}

const WIDTHS = [
  { value: "0.7", label: "Narrow" },
  { value: "1", label: "Usual width" },
  { value: "1.6", label: "Wide" },
  { value: "2.6", label: "Very wide" },
]

/** The nearest of the offered widths, as a factor of what the column usually has. */
function factorOf({ field, width }: ViewColumn): string {
  if (width === null) return "1"
  const factor = width / (fieldFacts(field)?.width ?? 120)
  const distance = (value: string) => Math.abs(Number(value) - factor)
  return WIDTHS.reduce((best, one) => (distance(one.value) < distance(best) ? one.value : best), "1")
}

function widthFor(field: ColumnField, factor: string): number | null {
  if (factor === "1") return null
  const width = Math.round((fieldFacts(field)?.width ?? 120) * Number(factor))
  return Math.min(VIEW_LIMITS.maxWidth, Math.max(VIEW_LIMITS.minWidth, width))
}

/** Which columns the list has besides key and title, in which order and how wide. Every step works by key. */
export default function ColumnsDialog({ columns, onChange, onClose }: Props) {
  const trpc = useTRPC()
  const [chosen, setChosen] = useState<readonly ViewColumn[]>(
    () => columns ?? USUAL_COLUMNS.map((field) => ({ field, width: null })),
  )
  const used = useQuery(trpc.backlog.listFields.queryOptions({}, { staleTime: 60_000 })).data
  const rest = [
    ...COLUMN_FIELDS.map((field) => ({ value: field as ColumnField, label: fieldLabel(field) })),
    ...(used?.customFields ?? []).map(({ name, count }) => ({
      value: customField(name) as ColumnField,
      label: name,
      hint: `custom, ${count.toLocaleString("en-GB")}`,
    })),
  ].filter(({ value }) => chosen.every(({ field }) => field !== value))
  const move = (at: number, by: 1 | -1) =>
    setChosen((before) => {
      const next = [...before]
      const [moved] = next.splice(at, 1)
      next.splice(at + by, 0, moved!)
      announce(`${fieldLabel(moved!.field)}, column ${at + by + 1} of ${next.length}`)
      return next
    })
  const full = chosen.length >= VIEW_LIMITS.columns
  return (
    <Dialog
      open
      title="Columns"
      description="Key and title always come first."
      onOpenChange={(open) => !open && onClose()}
    >
      <ol className="column-list">
        {chosen.map((column, at) => {
          const name = fieldLabel(column.field)
          return (
            <li key={column.field}>
              <span className="truncate">{name}</span>
              <Select
                aria-label={`Width of ${name}`}
                options={WIDTHS}
                value={factorOf(column)}
                onChange={(event) => {
                  const width = widthFor(column.field, event.target.value)
                  setChosen(chosen.map((one) => (one === column ? { ...one, width } : one)))
                }}
              />
              <Button
                size="small"
                variant="quiet"
                aria-label={`Move ${name} up`}
                aria-disabled={at === 0 || undefined}
                onClick={() => at > 0 && move(at, -1)}
              >
                Up
              </Button>
              <Button
                size="small"
                variant="quiet"
                aria-label={`Move ${name} down`}
                aria-disabled={at === chosen.length - 1 || undefined}
                onClick={() => at < chosen.length - 1 && move(at, 1)}
              >
                Down
              </Button>
              <Button
                size="small"
                variant="quiet"
                aria-label={`Remove ${name}`}
                onClick={() => setChosen(chosen.filter((one) => one !== column))}
              >
                Remove
              </Button>
            </li>
          )
        })}
      </ol>
      {full ? (
        <p className="hint">{VIEW_LIMITS.columns} columns are the most.</p>
      ) : (
        <Combobox
          label="Add a column"
          placeholder="Add a column"
          options={rest}
          value={undefined}
          onChange={(field) => field && setChosen([...chosen, { field: field as ColumnField, width: null }])}
        />
      )}
      <div className="acts">
        <Button
          onClick={() => {
            onChange(null)
            onClose()
          }}
        >
          Usual columns
        </Button>
        <Button
          variant="primary"
          onClick={() => {
            onChange([...chosen])
            onClose()
          }}
        >
          Apply
        </Button>
      </div>
    </Dialog>
  )
}
