"use client"
import { FilterButton } from "@/components/ui/filter-button"
import type { Choice } from "@/components/ui/prepare-options"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { ITEM_STATUS_LABELS, ITEM_STATUSES, ITEM_TYPE_LABELS, ITEM_TYPES } from "@/server/backlog/domain/item"
import { type Condition, isNumeric, valueCount } from "@/server/backlog/domain/item-condition"
import { fieldFacts, fieldLabel } from "@/server/backlog/domain/item-fields"
import { nearQuarters } from "../fields/prepare-field"
import type { ConditionChoices } from "./use-condition-choices"

type Props = {
  condition: Condition
  /** What the field is called. */
  name: string
  choices: ConditionChoices
  describedBy: string | undefined
  onChange: (condition: Condition) => void
}

const QUARTER_WORDS: Choice[] = [
  { value: "last", label: "the last quarter" },
  { value: "this", label: "this quarter" },
  { value: "next", label: "the next quarter" },
]

/** The values that a field offers; null where they are typed. */
function offered({ field }: Condition, choices: ConditionChoices): Choice[] | null {
  switch (fieldFacts(field)?.kind) {
    case "choice":
      return field === "type"
        ? ITEM_TYPES.map((value) => ({ value, label: ITEM_TYPE_LABELS[value] }))
        : ITEM_STATUSES.map((value) => ({ value, label: ITEM_STATUS_LABELS[value] }))
    case "person":
      return [{ value: "me", label: "me" }, ...choices.people]
    case "product":
      return [...choices.products]
    case "domain":
      return choices.domains
    case "labels":
      return choices.labels
    case "quarter":
      return [...QUARTER_WORDS, ...nearQuarters(new Date().toISOString().slice(0, 10))]
    default:
      return null
  }
}

/** Asks for the values of a condition as its field and operator need them. */
export function ValueEditor({ condition, name, choices, describedBy, onChange }: Props) {
  const { field, op, values } = condition
  const count = valueCount(op)
  const set = (next: string[]) => onChange({ ...condition, values: next })
  if (count === "none") return null
  if (op === "last" || op === "next") {
    return (
      <>
        <TextInput
          className="control days"
          inputMode="numeric"
          aria-label={`Number of days for ${name}`}
          aria-describedby={describedBy}
          value={values[0] ?? ""}
          onChange={(event) => set([event.target.value.trim()])}
        />
        days
      </>
    )
  }
  const options = offered(condition, choices)
  if (options && count === "many") {
    const missing = values.filter((value) => options.every((option) => option.value !== value))
    const all = [...options, ...missing.map((value) => ({ value, label: value }))]
    return <FilterButton label={name} any="choose" options={all} chosen={values} onChange={set} />
  }
  if (options) {
    return (
      <Select
        aria-label={`Value of ${name}`}
        aria-describedby={describedBy}
        empty="Choose"
        options={options}
        value={values[0] ?? ""}
        onChange={(event) => set(event.target.value ? [event.target.value] : [])}
      />
    )
  }
  const kind = fieldFacts(field)?.kind
  const custom = kind === "custom" && (op === "before" || op === "after")
  const day = kind === "day" || kind === "time" || custom
  if (count === "many" && !day) return <ManyTexts condition={condition} describedBy={describedBy} set={set} />
  const fields = count === "two" ? [0, 1] : [0]
  return fields.map((at) => (
    <TextInput
      key={at}
      type={day ? "date" : "text"}
      inputMode={
        isNumeric(kind) || (kind === "custom" && !custom && op !== "contains" && op !== "lacks")
          ? "decimal"
          : undefined
      }
      aria-label={at === 1 ? `Upper end for ${name}` : `Value of ${name}`}
      aria-describedby={describedBy}
      value={values[at] === "today" ? new Date().toISOString().slice(0, 10) : (values[at] ?? "")}
      onChange={(event) => {
        const next = fields.map((index) => values[index] ?? "")
        next[at] = day
          ? event.target.value
          : event.target.value.replace(isNumeric(kind) ? "," : "", isNumeric(kind) ? "." : "")
        set(next)
      }}
    />
  ))
}

type ManyProps = { condition: Condition; describedBy: string | undefined; set: (values: string[]) => void }

/** Several texts in one line, separated by semicolons. */
function ManyTexts({ condition, describedBy, set }: ManyProps) {
  const name = fieldLabel(condition.field)
  return (
    <TextInput
      aria-label={`Values of ${name}, separated by semicolons`}
      aria-describedby={describedBy}
      placeholder={condition.field === "parent" ? "FUL-12; FUL-30" : "One; or another"}
      defaultValue={condition.values.join("; ")}
      onChange={(event) =>
        set(
          event.target.value
            .split(";")
            .map((value) => value.trim())
            .filter((value) => value !== ""),
        )
      }
    />
  )
}
