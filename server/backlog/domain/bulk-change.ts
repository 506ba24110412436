import { z } from "zod"
import type { ItemStatus, ItemType } from "./item"
import { updateItemSchema } from "./item"
import { itemFilterSchema } from "./item-filter"
import { ITEM_LIMITS } from "./item-limits"

/** Items that one change may touch. */
export const BULK_MAX = 5_000

const field = updateItemSchema.shape.changes.shape
const label = z.string().trim().min(1).max(ITEM_LIMITS.label)

/**
 * What a change of many items sets. Labels are set as a whole, or some are added and taken away; of custom fields
 * only the named ones change, and null removes one.
 */
export const bulkFieldsSchema = z
  .object({
    type: field.type,
    status: field.status,
    ownerId: field.ownerId,
    productId: field.productId,
    estimate: field.estimate,
    dueDate: field.dueDate,
    quarter: field.quarter,
    parentId: field.parentId,
    labels: z
      .object({
        set: z.array(label).max(ITEM_LIMITS.labels).optional(),
        add: z.array(label).max(ITEM_LIMITS.labels).default([]),
        remove: z.array(label).max(1_000).default([]),
      })
      .strict()
      .optional(),
    custom: z
      .record(
        z.string().trim().min(1, "A custom field needs a name").max(ITEM_LIMITS.customName),
        z.string().max(ITEM_LIMITS.customValue).nullable(),
      )
      .optional(),
    archived: z.boolean().optional(),
  })
  .strict()
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), "Choose what to change")

export type BulkFields = z.infer<typeof bulkFieldsSchema>

/** Which items: these, or all of a filter but some. */
export const selectionSchema = z
  .object({
    ids: z
      .array(z.uuid())
      .min(1, "Choose at least one item")
      .max(BULK_MAX, `At most ${BULK_MAX.toLocaleString("en-GB")} items can be changed at once`)
      .refine((ids) => new Set(ids).size === ids.length, "An item is listed twice")
      .optional(),
    filter: itemFilterSchema.optional(),
    except: z.array(z.uuid()).max(BULK_MAX).default([]),
  })
  .strict()
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), "Name the items, or a filter")
export type Selection = z.infer<typeof selectionSchema>

/** The fields of an item that can be changed together with those of others. */
export type BulkItem = {
  type: ItemType
  status: ItemStatus
  ownerId: string | null
  productId: string | null
  estimate: number | null
  dueDate: string | null
  quarter: string | null
  parentId: string | null
  labels: string[]
  custom: Record<string, string>
  archivedAt: string | null
}
export type ChangedFields = Partial<BulkItem>

const PLAIN = [
  "type",
  "status",
  "ownerId",
  "productId",
  "estimate",
  "dueDate",
  "quarter",
  "parentId",
] as const

/** The fields that differ, as they are and as they become. Null when the item is as wished already. */
export function applyBulk(
  item: BulkItem,
  wish: BulkFields,
  now: string,
): { before: ChangedFields; after: ChangedFields } | null {
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  const change = (name: keyof BulkItem, to: unknown) => {
    before[name] = item[name]
    after[name] = to
  }
  for (const name of PLAIN) {
    const to = wish[name]
    if (to !== undefined && to !== item[name]) change(name, to)
  }
  const labels = wish.labels && labelsAfter(item.labels, wish.labels)
  if (labels && !sameSet(labels, item.labels)) change("labels", labels)
  const custom = wish.custom && customAfter(item.custom, wish.custom)
  if (custom) change("custom", custom)
  if (wish.archived !== undefined && wish.archived !== (item.archivedAt !== null))
    change("archivedAt", wish.archived ? now : null)
  return Object.keys(after).length > 0 ? { before, after } : null
}

function labelsAfter(labels: readonly string[], wish: NonNullable<BulkFields["labels"]>): string[] {
  const start = wish.set ?? labels
  return [...new Set([...start.filter((one) => !wish.remove.includes(one)), ...wish.add])]
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one) => b.includes(one))

/** The custom fields after a change; null when none differs. */
function customAfter(
  custom: Readonly<Record<string, string>>,
  wish: Readonly<Record<string, string | null>>,
): Record<string, string> | null {
  const next = new Map(Object.entries(custom))
  for (const [name, value] of Object.entries(wish)) {
    if (value === null || value === "") next.delete(name)
    else next.set(name, value)
  }
  const same =
    next.size === Object.keys(custom).length && [...next].every(([name, value]) => custom[name] === value)
  return same ? null : Object.fromEntries(next)
}

/** Why an item cannot take the change for its own sake; undefined when it can. */
export function itemProblem(after: ChangedFields): string | undefined {
  if (after.labels && after.labels.length > ITEM_LIMITS.labels)
    return `It would have ${after.labels.length} labels; at most ${ITEM_LIMITS.labels} fit`
  if (after.custom && Object.keys(after.custom).length > ITEM_LIMITS.customFields)
    return `It would have ${Object.keys(after.custom).length} custom fields; at most ${ITEM_LIMITS.customFields} fit`
  return undefined
}

/** An item that stands in the way of a change, and why. */
export type Blocker = { id: string; key: string | null; title: string; reason: string }

/** What the answer to a refused change carries, so that the rest can be changed. */
export type Blocked = { blocked: Blocker[]; blockedCount: number; changeable: number }

/** An item that somebody changed since: what it is now, and what the undo would have restored. */
export type UndoConflict = {
  id: string
  key: string
  title: string
  reason: string
  fields: { field: keyof BulkItem; now: unknown; before: unknown }[]
}
export type UndoConflicts = { conflicts: UndoConflict[]; conflictCount: number; restorable: number }
