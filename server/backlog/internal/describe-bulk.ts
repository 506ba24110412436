import type { BulkFields } from "../domain/bulk-change"
import { ITEM_STATUS_LABELS, type ItemStatus } from "../domain/item"

const WORDS: Record<keyof BulkFields, string> = {
  type: "type",
  status: "status",
  ownerId: "owner",
  productId: "product",
  estimate: "estimate",
  dueDate: "due date",
  quarter: "quarter",
  parentId: "parent",
  labels: "labels",
  custom: "custom fields",
  archived: "archive",
}

/** "Moved 12 items to Doing", "Changed owner and labels of FUL-12": past tense, for audit and messages. */
export function describeBulk(wish: BulkFields, keys: readonly string[]): string {
  const what = keys.length === 1 ? keys[0]! : `${keys.length.toLocaleString("en-GB")} items`
  const fields = (Object.keys(wish) as (keyof BulkFields)[]).filter((field) => wish[field] !== undefined)
  if (fields.length === 1) {
    if (wish.status) return `Moved ${what} to ${ITEM_STATUS_LABELS[wish.status as ItemStatus]}`
    if (wish.quarter) return `Planned ${what} for ${wish.quarter}`
    if (wish.archived !== undefined)
      return wish.archived ? `Put ${what} into the archive` : `Took ${what} out of the archive`
  }
  const words = fields.map((field) => WORDS[field])
  const list = words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words[0]
  return `Changed ${list} of ${what}`
}
