import { shortDate } from "@/components/ui/prepare-relative-time"
import { ITEM_STATUS_LABELS, ITEM_TYPE_LABELS, type ItemChanges } from "@/server/backlog/domain/item"

/** The item as a CONFLICT answer carries it. */
export type CurrentItem = Required<ItemChanges> & {
  id: string
  key: string
  rank: string
  version: number
  updatedAt: string
}

export const FIELD_LABELS: Record<string, string> = {
  title: "Title",
  description: "Description",
  type: "Kind",
  status: "State",
  ownerId: "Owner",
  productId: "Product",
  labels: "Labels",
  estimate: "Estimate",
  dueDate: "Due",
  parentId: "Parent",
  custom: "Custom fields",
  rank: "Place in the order",
  externalKey: "Key in the source",
}

type NameOf = (id: string) => string | null

const isKey = <T extends string>(labels: Record<T, string>, value: string): value is T =>
  Object.hasOwn(labels, value)

/** A value of a field as a person reads it; "nothing" for none. */
export function fieldWords(field: string, value: unknown, nameOf: NameOf): string {
  if (value === null || value === undefined || value === "") return "nothing"
  if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : "nothing"
  if (typeof value === "number") return value.toLocaleString("en-GB")
  if (typeof value !== "string") return JSON.stringify(value)
  if (field === "type" && isKey(ITEM_TYPE_LABELS, value)) return ITEM_TYPE_LABELS[value]
  if (field === "status" && isKey(ITEM_STATUS_LABELS, value)) return ITEM_STATUS_LABELS[value]
  if (field === "dueDate" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return shortDate(value)
  if (field.endsWith("Id")) return nameOf(value) ?? "another item or person"
  return value
}

export type ConflictRow = { field: string; label: string; mine: string; theirs: string; differs: boolean }

/** Both versions of the fields that the reader wanted to change, side by side. */
export function conflictRows(mine: ItemChanges, theirs: CurrentItem, nameOf: NameOf): ConflictRow[] {
  return (Object.keys(mine) as (keyof ItemChanges)[]).map((field) => {
    const words = [mine[field], theirs[field]].map((value) => fieldWords(field, value, nameOf))
    const [own = "", other = ""] = words
    return {
      field,
      label: FIELD_LABELS[field] ?? field,
      mine: own,
      theirs: other,
      differs: own !== other,
    }
  })
}
