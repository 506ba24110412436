"use client"
import Link from "next/link"
import { useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { ITEM_STATUS_LABELS } from "@/server/backlog/domain/item"
import { type Criterion, scaleBounds } from "@/server/scoring/domain/criterion"
import { estimateFrom } from "../prepare-item"
import type { Matrix, MatrixItem } from "./matrix-data"
import { axesIn, mineOn, number, valueWords } from "./prepare-matrix"

type Props = {
  matrix: Matrix
  item: MatrixItem
  reason: string | undefined
  onPlace: (item: MatrixItem, values: { x: number; y: number }) => void
}

/** The chosen item, and my values of it in a form, for people who do not drag. */
export function MatrixForm({ matrix, item, reason, onPlace }: Props) {
  const { workspace } = useWorkspace()
  const axes = axesIn(matrix)
  const mine = mineOn(axes, item)
  const text = (value: number | null) => (value === null ? "" : String(value))
  const [typed, setTyped] = useState({ x: text(mine.x), y: text(mine.y) })
  const [problem, setProblem] = useState<{ axis: "x" | "y"; text: string } | null>(null)
  const set = (axis: "x" | "y") => (value: string) => {
    setProblem(null)
    setTyped({ ...typed, [axis]: value })
  }
  const save = () => {
    const values = { x: 0, y: 0 }
    for (const axis of ["y", "x"] as const) {
      const read = readValue(axes[axis], typed[axis])
      if (typeof read === "string") return setProblem({ axis, text: read })
      values[axis] = read
    }
    onPlace(item, values)
  }
  const placed = "scorers" in item ? item : null
  return (
    <section aria-label={`Your values for ${item.key}`}>
      <p className="hint">
        {item.key}, {ITEM_STATUS_LABELS[item.status].toLowerCase()}
        {item.productName ? `, ${item.productName}` : ""}
      </p>
      <h2>
        <Link className="plain" href={`/${workspace.slug}/items/${item.key}`}>
          {item.title}
        </Link>
      </h2>
      {placed ? (
        <p className="muted">
          {matrix.onlyMine || (placed.scorers === 1 && placed.mine)
            ? "Placed by your values alone."
            : `Placed at the median of ${placed.scorers === 1 ? "1 person" : `${placed.scorers} people`}: ${valueWords(axes, placed)}.`}
        </p>
      ) : (
        <p className="muted">Not placed yet: drag it into the matrix, or give your values here.</p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {(["y", "x"] as const).map((axis) => (
          <Value
            key={axis}
            criterion={axes[axis]}
            text={typed[axis]}
            error={problem?.axis === axis ? problem.text : undefined}
            onText={set(axis)}
          />
        ))}
        <Button type="submit" disabledReason={reason}>
          Save your values
        </Button>
      </form>
    </section>
  )
}

function readValue({ name, scale }: Criterion, text: string): number | string {
  const value = estimateFrom(text)
  if (value === null || value === undefined) return `${name} needs a number`
  const { min, max } = scaleBounds(scale)
  return value < min || value > max ? `${name} goes from ${number(min)} to ${number(max)}` : value
}

type ValueProps = {
  criterion: Criterion
  text: string
  error: string | undefined
  onText: (text: string) => void
}

function Value({ criterion: { name, unit, help, scale }, text, error, onText }: ValueProps) {
  const label = `Your ${name.toLowerCase()}`
  if (scale.kind === "choices") {
    return (
      <Field label={label} hint={help} error={error}>
        {(control) => (
          <Select
            {...control}
            value={text}
            empty="Choose"
            options={scale.choices.map((choice) => ({
              value: String(choice.value),
              label: `${number(choice.value)} ${choice.label}`,
            }))}
            onChange={(event) => onText(event.target.value)}
          />
        )}
      </Field>
    )
  }
  return (
    <Field label={unit ? `${label}, ${unit}` : label} hint={help} error={error}>
      {(control) => (
        <TextInput
          {...control}
          inputMode="decimal"
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  )
}
