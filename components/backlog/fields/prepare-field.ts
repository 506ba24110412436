import {
  ITEM_STATUS_LABELS,
  ITEM_STATUSES,
  ITEM_TYPE_LABELS,
  ITEM_TYPES,
  type ItemChanges,
  updateItemSchema,
} from "@/server/backlog/domain/item"
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
  labels: { control: "text", hint: "Separate labels with commas" },
}

type Option = { value: string; label: string }

/** What a choice offers. */
export function optionsOf(
  field: EditableField,
  known: { people: readonly Option[]; products: readonly Option[] },
): readonly Option[] {
  if (field === "type") return ITEM_TYPES.map((value) => ({ value, label: ITEM_TYPE_LABELS[value] }))
  if (field === "status") return ITEM_STATUSES.map((value) => ({ value, label: ITEM_STATUS_LABELS[value] }))
  return field === "ownerId" ? known.people : field === "productId" ? known.products : []
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
