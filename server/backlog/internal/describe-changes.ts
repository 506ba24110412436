import { ITEM_STATUS_LABELS, type ItemChanges } from "../domain/item"
import type { FetchedItem } from "./find-item"

type Field = keyof ItemChanges

const WORDS: Record<Field, string> = {
  title: "title",
  description: "description",
  type: "type",
  status: "status",
  ownerId: "owner",
  productId: "product",
  labels: "labels",
  estimate: "estimate",
  dueDate: "due date",
  quarter: "quarter",
  parentId: "parent",
  custom: "custom fields",
}

/** The fields of `changes` that differ from the item, with both values; the order of labels does not count. */
export function differences(item: FetchedItem, changes: ItemChanges) {
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  for (const field of Object.keys(changes) as Field[]) {
    const to = changes[field]
    if (to === undefined || same(item[field], to)) continue
    before[field] = item[field]
    after[field] = to
  }
  return { before, after: after as ItemChanges, fields: Object.keys(after) as Field[] }
}

/** jsonb does not keep the order of keys, and labels are a set. */
function same(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) =>
    Array.isArray(value)
      ? [...value].sort()
      : Object.entries((value ?? {}) as object).sort(([x], [y]) => (x < y ? -1 : 1))
  if (typeof a === "object" && typeof b === "object" && a && b)
    return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
  return a === b
}

/** "Moved FUL-12 to Doing", "Changed title and estimate of FUL-12". */
export function describeChanges(key: string, fields: readonly Field[], changes: ItemChanges): string {
  if (fields.length === 1 && changes.status) return `Moved ${key} to ${ITEM_STATUS_LABELS[changes.status]}`
  const words = fields.map((field) => WORDS[field])
  const list = words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words[0]
  return `Changed ${list} of ${key}`
}
