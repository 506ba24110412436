import { z } from "zod"
import { type ColumnField, type GroupField, isColumnField, isGroupField } from "./item-fields"
import { itemFilterSchema, parseFilter, serialiseFilter } from "./item-filter"
import { ITEM_LIMITS } from "./item-limits"
import { escapeWord, splitRaw, splitWords } from "./where-text"

export const VIEW_LIMITS = { columns: 40, name: 80, minWidth: 48, maxWidth: 800 } as const

const short = (value: unknown) => typeof value === "string" && value.length <= ITEM_LIMITS.customName + 7

export const groupFieldSchema = z.custom<GroupField>(
  (value) => short(value) && isGroupField(value),
  "Items cannot be grouped by this field",
)
export const columnFieldSchema = z.custom<ColumnField>(
  (value) => short(value) && isColumnField(value),
  "There is no column for this field",
)

const columnSchema = z.object({
  field: columnFieldSchema,
  /** Pixels; null: as wide as its kind usually is. */
  width: z.number().int().min(VIEW_LIMITS.minWidth).max(VIEW_LIMITS.maxWidth).nullable().default(null),
})
const columnsSchema = z
  .array(columnSchema)
  .max(VIEW_LIMITS.columns, `At most ${VIEW_LIMITS.columns} columns fit`)
  .refine((columns) => new Set(columns.map(({ field }) => field)).size === columns.length, {
    message: "A column is there twice",
  })

/** What a list of items looks like as a whole. Saved views keep it, the address holds it. */
export const itemViewSchema = z.object({
  filter: itemFilterSchema.prefault({}),
  group: groupFieldSchema.nullable().default(null),
  /** Besides key and title, in order; null: the usual ones, as many as fit. */
  columns: columnsSchema.nullable().default(null),
  layout: z.enum(["list", "board"]).default("list"),
})

export type ItemView = z.infer<typeof itemViewSchema>
export type ViewColumn = z.infer<typeof columnSchema>

export const EMPTY_VIEW: ItemView = itemViewSchema.parse({})

/** The usual columns; a narrow window leaves some of them out. */
export const USUAL_COLUMNS: readonly ColumnField[] = [
  "labels",
  "type",
  "status",
  "product",
  "estimate",
  "due",
  "updated",
  "owner",
]

/** Filter, grouping and columns as query parameters; the layout is told by the page itself. */
export function serialiseView({ filter, group, columns }: ItemView): URLSearchParams {
  const params = serialiseFilter(filter)
  if (group) params.set("group", group)
  if (columns) params.set("columns", columns.map(columnText).join(",") || "none")
  return params
}

const columnText = ({ field, width }: ViewColumn) =>
  width === null ? escapeWord(field) : `${escapeWord(field)}:${width}`

/** Reads a view from a URL. Never fails: what it cannot read is left out. */
export function parseView(params: URLSearchParams): Omit<ItemView, "layout"> {
  const group = groupFieldSchema.safeParse(params.get("group"))
  return {
    filter: parseFilter(params),
    group: group.success ? group.data : null,
    columns: parseColumns(params.get("columns")),
  }
}

function parseColumns(text: string | null): ViewColumn[] | null {
  if (text === null) return null
  const columns = new Map<ColumnField, ViewColumn>()
  for (const part of splitRaw(text.slice(0, 8000), ",")) {
    const [field, width] = splitWords(part, ":")
    const wide = columnSchema.safeParse({ field, width: width === undefined ? null : Number(width) })
    const parsed = wide.success ? wide : columnSchema.safeParse({ field })
    if (parsed.success) columns.set(parsed.data.field, parsed.data)
  }
  return [...columns.values()].slice(0, VIEW_LIMITS.columns)
}

/** Whether two views show the same: compared as addresses, so the order of what does not matter is one. */
export const sameView = (a: ItemView, b: ItemView) =>
  a.layout === b.layout && serialiseView(a).toString() === serialiseView(b).toString()
