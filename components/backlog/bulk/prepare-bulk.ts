import { type BulkFields, bulkFieldsSchema } from "@/server/backlog/domain/bulk-change"
import {
  ITEM_STATUS_LABELS,
  ITEM_STATUSES,
  ITEM_TYPE_LABELS,
  ITEM_TYPES,
  type ItemStatus,
} from "@/server/backlog/domain/item"
import { parseQuarter } from "@/server/backlog/domain/quarter"
import { shownQuarters } from "@/server/backlog/domain/roadmap"
import { estimateFrom, labelsFrom } from "../prepare-item"
import type { Choices } from "../use-choices"
import type { ItemPatch } from "../use-item-cache"

/** What can be set for many items, by the name a person reads. */
export const BULK_FIELDS = {
  status: "State",
  type: "Kind",
  ownerId: "Owner",
  productId: "Product",
  quarter: "Quarter",
  dueDate: "Due date",
  estimate: "Estimate",
  addLabels: "Add labels",
  removeLabels: "Remove labels",
  labels: "Replace all labels",
  parentKey: "Parent",
  custom: "Custom field",
  archived: "Archive",
} as const
export type BulkField = keyof typeof BULK_FIELDS

type Control =
  | { kind: "choice"; options: readonly { value: string; label: string }[]; empty?: string }
  | { kind: "text" | "date" | "number"; hint?: string; placeholder?: string }

/** How a field is filled in. `today` is YYYY-MM-DD. */
export function controlOf(
  field: BulkField,
  choices: Pick<Choices, "people" | "products">,
  today: string,
): Control {
  switch (field) {
    case "status":
      return {
        kind: "choice",
        options: ITEM_STATUSES.map((value) => ({ value, label: ITEM_STATUS_LABELS[value] })),
      }
    case "type":
      return {
        kind: "choice",
        options: ITEM_TYPES.map((value) => ({ value, label: ITEM_TYPE_LABELS[value] })),
      }
    case "ownerId":
      return { kind: "choice", options: choices.people, empty: "Nobody" }
    case "productId":
      return { kind: "choice", options: choices.products, empty: "No product" }
    case "quarter":
      return {
        kind: "choice",
        options: shownQuarters(today).map((value) => ({ value, label: quarterWords(value) })),
        empty: "No quarter",
      }
    case "archived":
      return {
        kind: "choice",
        options: [
          { value: "yes", label: "Put into the archive" },
          { value: "no", label: "Take out of the archive" },
        ],
      }
    case "dueDate":
      return { kind: "date", hint: "Leave it empty to take the date away" }
    case "estimate":
      return { kind: "number", hint: "Leave it empty to take the estimate away" }
    case "parentKey":
      return { kind: "text", placeholder: "FUL-201", hint: "The key of the parent; empty for none" }
    case "custom":
      return {
        kind: "text",
        placeholder: "Team = Platform",
        hint: "Name = value; nothing after the sign removes the field",
      }
    default:
      return { kind: "text", hint: "Separate labels with commas" }
  }
}

/** "Q4 2026". */
export const quarterWords = (quarter: string) => `${quarter.slice(5)} ${quarter.slice(0, 4)}`

export type BulkLine = { field: BulkField; text: string }
export type ReadBulk = { changes: BulkFields; parentKey?: string } | { problem: string; line: number }

/** What was filled in, as the change the server takes; a parent is still named by its key. */
export function readBulk(lines: readonly BulkLine[]): ReadBulk {
  const changes: Record<string, unknown> = {}
  const labels: { set?: string[]; add: string[]; remove: string[] } = { add: [], remove: [] }
  let parentKey: string | undefined
  for (const [line, { field, text }] of lines.entries()) {
    const value = text.trim()
    if (field === "labels") labels.set = labelsFrom(value)
    else if (field === "addLabels" || field === "removeLabels") {
      const given = labelsFrom(value)
      if (given.length === 0) return { line, problem: "Name at least one label" }
      labels[field === "addLabels" ? "add" : "remove"] = given
    } else if (field === "estimate") {
      const estimate = estimateFrom(value)
      if (estimate === undefined) return { line, problem: "An estimate is a number, such as 3 or 2.5" }
      changes.estimate = estimate
    } else if (field === "custom") {
      const [name = "", ...rest] = value.split("=")
      if (name.trim() === "" || rest.length === 0) return { line, problem: "Write it as Name = value" }
      changes.custom = { ...(changes.custom as object), [name.trim()]: rest.join("=").trim() || null }
    } else if (field === "parentKey") {
      if (value === "") changes.parentId = null
      else parentKey = value.toUpperCase()
    } else if (field === "archived") changes.archived = value !== "no"
    else if (field === "quarter") changes.quarter = value === "" ? null : parseQuarter(value)
    else if ((field === "status" || field === "type") && value === "")
      return { line, problem: `Choose a ${BULK_FIELDS[field].toLowerCase()}` }
    else changes[field] = value === "" ? null : value
  }
  if (labels.set || labels.add.length > 0 || labels.remove.length > 0) changes.labels = labels
  if (Object.keys(changes).length === 0 && parentKey !== undefined) return { changes: {}, parentKey }
  const parsed = bulkFieldsSchema.safeParse(changes)
  if (!parsed.success) return { line: 0, problem: parsed.error.issues[0]?.message ?? "This cannot be kept" }
  return { changes: parsed.data, ...(parentKey !== undefined && { parentKey }) }
}

/** "Set 12 items to Doing" and the like, for the message with the undo. */
export function bulkWords(changes: BulkFields, count: number, nameOf: (id: string) => string | null): string {
  const what = count === 1 ? "1 item" : `${count.toLocaleString("en-GB")} items`
  const [field, ...more] = Object.keys(changes)
  if (more.length > 0 || !field) return `Changed ${what}`
  if (changes.status) return `Set ${what} to ${ITEM_STATUS_LABELS[changes.status as ItemStatus]}`
  if (changes.ownerId !== undefined)
    return changes.ownerId === null
      ? `Set ${what} to no owner`
      : `Set ${what} to owner ${nameOf(changes.ownerId) ?? "chosen"}`
  if (changes.quarter !== undefined)
    return changes.quarter === null
      ? `Took ${what} off the roadmap`
      : `Planned ${what} for ${quarterWords(changes.quarter)}`
  if (changes.archived !== undefined)
    return changes.archived ? `Archived ${what}` : `Took ${what} out of the archive`
  return `Changed ${what}`
}

/** The part of a change that a shown row can take at once, before the server knows. */
export function patchOf(changes: BulkFields, nameOf: (id: string) => string | null): ItemPatch {
  const { type, status, ownerId, productId, estimate, dueDate } = changes
  return {
    ...(type && { type }),
    ...(status && { status }),
    ...(ownerId !== undefined && { ownerId, ownerName: ownerId && nameOf(ownerId) }),
    ...(productId !== undefined && { productId, productName: productId && nameOf(productId) }),
    ...(estimate !== undefined && { estimate }),
    ...(dueDate !== undefined && { dueDate }),
  }
}
