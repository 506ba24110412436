import {
  ITEM_STATUS_LABELS,
  ITEM_STATUSES,
  ITEM_TYPE_LABELS,
  ITEM_TYPES,
  type ItemChanges,
  updateItemSchema,
} from "@/server/backlog/domain/item"
import { quarterOf, shiftQuarter } from "@/server/backlog/domain/quarter"
import { estimateFrom, labelsFrom, labelsText } from "../prepare-item"
import { type EditableField, FIELD_NAMES } from "./field-names"

export type FieldFacts = {
  control: "text" | "number" | "date" | "choice"
  /** Of a choice: the words for none. */
  empty?: string
  hint?: string
}

export const FIELDS: Record<EditableField, FieldFacts> = {
  title: { control: "text" },
  type: { control: "choice" },
  status: { control: "choice" },
  ownerId: { control: "choice", empty: "Nobody" },
  productId: { control: "choice", empty: "No product" },
  estimate: { control: "number" },
  dueDate: { control: "date" },
  quarter: { control: "choice", empty: "No quarter" },
  labels: { control: "text", hint: "Separate labels with commas" },
}

type Option = { value: string; label: string }

/** What a choice offers. */
export function optionsOf(
  field: EditableField,
  known: { people: readonly Option[]; products: readonly Option[] },
): readonly Option[] {
  if (field === "type") return ITEM_TYPES.map((value) => ({ value, label: ITEM_TYPE_LABELS[value] }))
  if (field === "quarter") return nearQuarters(new Date().toISOString().slice(0, 10))
  if (field === "status") return ITEM_STATUSES.map((value) => ({ value, label: ITEM_STATUS_LABELS[value] }))
  return field === "ownerId" ? known.people : field === "productId" ? known.products : []
}

/** Two quarters back to two years ahead. */
export function nearQuarters(today: string): Option[] {
  const quarters = Array.from({ length: 11 }, (_, index) => shiftQuarter(quarterOf(today), index - 2))
  return quarters.flatMap((value) => (value ? [{ value, label: value }] : []))
}

/** The value of a field as text in its control. */
export function fieldText(field: EditableField, item: ItemChanges): string {
  if (field === "labels") return labelsText(item.labels ?? [])
  const value = item[field]
  return value === null || value === undefined ? "" : String(value)
}

export type ReadField = { changes: ItemChanges } | { problem: string } | "unchanged"

/** What was typed, as a change of the item, judged by the server's own schema. */
export function readField(field: EditableField, text: string, before: ItemChanges): ReadField {
  if (text === fieldText(field, before)) return "unchanged"
  const value = fieldValue(field, text)
  if (value === undefined) return { problem: `${FIELD_NAMES[field]} needs a number, such as 3 or 2.5` }
  const parsed = updateItemSchema.shape.changes.safeParse({ [field]: value })
  return parsed.success
    ? { changes: parsed.data }
    : { problem: parsed.error.issues[0]?.message ?? "This cannot be kept" }
}

function fieldValue(field: EditableField, text: string): unknown {
  if (field === "labels") return labelsFrom(text)
  if (field === "estimate") return estimateFrom(text)
  if (field === "title") return text
  return text === "" ? null : text
}
