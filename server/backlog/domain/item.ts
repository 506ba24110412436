import { z } from "zod"
import { isCalendarDate } from "./calendar-date"
import { ITEM_LIMITS, itemTextProblem, LABEL_SEPARATORS } from "./item-limits"
import { isQuarter } from "./quarter"

export const ITEM_TYPES = [
  "question",
  "hypothesis",
  "prototype",
  "epic",
  "story",
  "debt",
  "incident_follow_up",
] as const
export type ItemType = (typeof ITEM_TYPES)[number]

export const ITEM_TYPE_LABELS: Record<ItemType, string> = {
  question: "Question",
  hypothesis: "Hypothesis",
  prototype: "Prototype",
  epic: "Epic",
  story: "Story",
  debt: "Debt",
  incident_follow_up: "Incident follow-up",
}

/** In the order of the board's columns. */
export const ITEM_STATUSES = ["idea", "refine", "ready", "doing", "review", "done", "dropped"] as const
export type ItemStatus = (typeof ITEM_STATUSES)[number]

export const ITEM_STATUS_LABELS: Record<ItemStatus, string> = {
  idea: "Idea",
  refine: "Refine",
  ready: "Ready",
  doing: "Doing",
  review: "Review",
  done: "Done",
  dropped: "Dropped",
}

export const OPEN_STATUSES: readonly ItemStatus[] = ["idea", "refine", "ready", "doing", "review"]
export const CLOSED_STATUSES: readonly ItemStatus[] = ["done", "dropped"]

export const isClosed = (status: ItemStatus) => CLOSED_STATUSES.includes(status)

const text = (field: string, max: number) =>
  z.string().superRefine((value, ctx) => {
    const message = itemTextProblem(field, value, max)
    if (message) ctx.addIssue({ code: "custom", message })
  })

const title = z
  .string()
  .transform((value) => value.trim())
  .pipe(text("The title", ITEM_LIMITS.title).refine((value) => value.length > 0, "Give the item a title"))

const label = z
  .string()
  .transform((value) => value.trim())
  .pipe(
    text("A label", ITEM_LIMITS.label)
      .refine((value) => value.length > 0, "A label can't be empty")
      .refine(
        (value) => !LABEL_SEPARATORS.test(value),
        "A label can't hold a comma, a semicolon or a line break",
      ),
  )

const labels = z
  .array(label)
  .max(ITEM_LIMITS.labels, `An item has at most ${ITEM_LIMITS.labels} labels`)
  .transform((values) => [...new Set(values)])

const estimate = z
  .number()
  .min(0, "An estimate is zero or more")
  .max(ITEM_LIMITS.estimate, `An estimate is at most ${ITEM_LIMITS.estimate}`)

const dueDate = z.string().refine(isCalendarDate, "Give the due date as YYYY-MM-DD, a day that exists")

const quarter = z
  .string()
  .refine(isQuarter, "Give the quarter as YYYY-Qn, such as 2026-Q4, years 2000 to 2100")

export const customSchema = z
  .record(
    text("The name of a custom field", ITEM_LIMITS.customName).refine(
      (name) => name.trim().length > 0 && name !== "__proto__",
      "A custom field needs a name",
    ),
    text("A custom field", ITEM_LIMITS.customValue),
  )
  .refine((custom) => Object.keys(custom).length <= ITEM_LIMITS.customFields, {
    message: `An item has at most ${ITEM_LIMITS.customFields} custom fields`,
  })

const itemFields = {
  title,
  description: text("The description", ITEM_LIMITS.description),
  type: z.enum(ITEM_TYPES),
  status: z.enum(ITEM_STATUSES),
  ownerId: z.uuid().nullable(),
  productId: z.uuid().nullable(),
  labels,
  estimate: estimate.nullable(),
  dueDate: dueDate.nullable(),
  quarter: quarter.nullable(),
  parentId: z.uuid().nullable(),
  custom: customSchema,
}

/** Everything but the title has a default: an idea is captured in one line. */
export const createItemSchema = z.object({
  ...itemFields,
  description: itemFields.description.default(""),
  type: itemFields.type.default("story"),
  status: itemFields.status.default("idea"),
  ownerId: itemFields.ownerId.default(null),
  productId: itemFields.productId.default(null),
  labels: itemFields.labels.default([]),
  estimate: itemFields.estimate.default(null),
  dueDate: itemFields.dueDate.default(null),
  quarter: itemFields.quarter.default(null),
  parentId: itemFields.parentId.default(null),
  custom: itemFields.custom.default({}),
})

/** Changes to one item: only the fields given are changed; `version` is the one the editor saw. */
export const updateItemSchema = z.object({
  id: z.uuid(),
  version: z.number().int().min(1),
  changes: z
    .object(itemFields)
    .partial()
    .refine((changes) => Object.keys(changes).length > 0, "Nothing to change"),
})

export type CreateItem = z.infer<typeof createItemSchema>
export type ItemChanges = z.infer<typeof updateItemSchema>["changes"]
