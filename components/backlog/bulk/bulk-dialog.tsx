"use client"
import { useState } from "react"
import { useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import type { BulkFields } from "@/server/backlog/domain/bulk-change"
import { itemCount } from "../prepare-filter"
import type { Choices } from "../use-choices"
import { BULK_FIELDS, type BulkField, type BulkLine, controlOf, readBulk } from "./prepare-bulk"
import "./bulk.css"

type Props = {
  count: number
  choices: Choices
  onApply: (changes: BulkFields) => Promise<boolean>
  onClose: () => void
}

const ALL = Object.keys(BULK_FIELDS) as BulkField[]

/** Sets any fields of the chosen items: one line per field. */
export default function BulkDialog({ count, choices, onApply, onClose }: Props) {
  const api = useTRPCClient()
  const { now } = useWorkspace()
  const today = now.slice(0, 10)
  const [lines, setLines] = useState<BulkLine[]>([{ field: "status", text: "" }])
  const [problem, setProblem] = useState<{ line: number; text: string } | null>(null)
  const [pending, setPending] = useState(false)
  const unused = ALL.filter((field) => lines.every((line) => line.field !== field))
  const set = (index: number, line: BulkLine) => {
    setProblem(null)
    setLines(lines.map((one, at) => (at === index ? line : one)))
  }

  const apply = async () => {
    const read = readBulk(lines)
    if ("problem" in read) return setProblem({ line: read.line, text: read.problem })
    setPending(true)
    const changes = await withParent(read)
    if (changes) {
      onClose()
      await onApply(changes)
    }
    setPending(false)
  }
  const withParent = async ({ changes, parentKey }: { changes: BulkFields; parentKey?: string }) => {
    if (parentKey === undefined) return changes
    const found = await api.backlog.searchItems.query({ text: parentKey }).catch(() => ({ items: [] }))
    const parent = found.items.find(({ key }) => key === parentKey)
    if (parent) return { ...changes, parentId: parent.id }
    const line = lines.findIndex(({ field }) => field === "parentKey")
    setProblem({ line, text: `No item has the key ${parentKey}` })
    return null
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Edit ${itemCount(count)}`}
      description="Every item gets the same values. One undo gives each its own back."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="bulk-form" pending={pending}>
            Change {itemCount(count)}
          </Button>
        </>
      }
    >
      <form
        id="bulk-form"
        className="bulk-form"
        onSubmit={(event) => {
          event.preventDefault()
          void apply()
        }}
      >
        {lines.map((line, index) => (
          <div key={line.field} className="bulk-line">
            <Field label="Field">
              {(control) => (
                <Select
                  {...control}
                  value={line.field}
                  options={[line.field, ...unused].map((value) => ({ value, label: BULK_FIELDS[value] }))}
                  onChange={(event) => set(index, { field: event.target.value as BulkField, text: "" })}
                />
              )}
            </Field>
            <Value
              line={line}
              choices={choices}
              today={today}
              error={problem?.line === index ? problem.text : undefined}
              onText={(text) => set(index, { ...line, text })}
            />
            {lines.length > 1 ? (
              <Button
                size="small"
                variant="quiet"
                aria-label={`Leave ${BULK_FIELDS[line.field]} alone`}
                onClick={() => setLines(lines.filter((_, at) => at !== index))}
              >
                Remove
              </Button>
            ) : null}
          </div>
        ))}
        {unused[0] ? (
          <Button
            size="small"
            variant="quiet"
            onClick={() => setLines([...lines, { field: unused[0]!, text: "" }])}
          >
            Change another field
          </Button>
        ) : null}
      </form>
    </Dialog>
  )
}

type ValueProps = {
  line: BulkLine
  choices: Choices
  today: string
  error: string | undefined
  onText: (text: string) => void
}

function Value({ line, choices, today, error, onText }: ValueProps) {
  const facts = controlOf(line.field, choices, today)
  return (
    <Field label="New value" error={error} hint={facts.kind === "choice" ? undefined : facts.hint}>
      {(control) =>
        facts.kind === "choice" ? (
          <Select
            {...control}
            value={line.text}
            options={facts.options}
            empty={facts.empty ?? "Choose"}
            onChange={(event) => onText(event.target.value)}
          />
        ) : (
          <TextInput
            {...control}
            type={facts.kind === "date" ? "date" : "text"}
            inputMode={facts.kind === "number" ? "decimal" : undefined}
            placeholder={facts.placeholder}
            value={line.text}
            onChange={(event) => onText(event.target.value)}
          />
        )
      }
    </Field>
  )
}
