import { z } from "zod"
import { isCalendarDate } from "./calendar-date"
import { ITEM_STATUSES, ITEM_TYPES } from "./item"
import { whereSchema } from "./item-condition"
import { type CustomField, customNameOfField, SORTABLE_FIELDS, type SortableField } from "./item-fields"
import { ITEM_LIMITS } from "./item-limits"
import { parseWhere, serialiseWhere } from "./where-text"

export const DUE_WORDS = ["overdue", "next_7_days", "next_30_days", "none"] as const
/** `rank` is the manual order; `score` is known to the ranked list only. Custom fields come on top. */
export const SORT_FIELDS: readonly ("rank" | "score" | SortableField)[] = [
  "rank",
  "score",
  ...SORTABLE_FIELDS,
]
export type SortField = (typeof SORT_FIELDS)[number] | CustomField

const date = z.string().refine(isCalendarDate)
const dueSchema = z.union([
  z.enum(DUE_WORDS),
  z
    .object({ from: date.nullable(), to: date.nullable() })
    .refine(({ from, to }) => from !== null || to !== null)
    .refine(({ from, to }) => from === null || to === null || from <= to, "The range ends before it starts"),
])
const isSortField = (value: unknown): value is SortField =>
  typeof value === "string" &&
  value.length <= ITEM_LIMITS.customName + 7 &&
  ((SORT_FIELDS as readonly string[]).includes(value) || customNameOfField(value) !== null)
const sortSchema = z.object({
  field: z.custom<SortField>(isSortField, "Sort by a field of the list"),
  dir: z.enum(["asc", "desc"]),
})
/** "none" stands for items without an owner or product, "me" for the reader. */
const ownerSchema = z.union([z.literal("me"), z.literal("none"), z.uuid()])
const productSchema = z.union([z.literal("none"), z.uuid()])
const labelSchema = z.string().trim().min(1).max(ITEM_LIMITS.label)
const searchSchema = z.string().trim().max(200)
const frameworkKeySchema = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/)

/** What a list of items shows. Empty lists mean "any". The URL holds it, so a link opens the same view. */
export const itemFilterSchema = z.object({
  search: searchSchema.default(""),
  types: z.array(z.enum(ITEM_TYPES)).max(20).default([]),
  statuses: z.array(z.enum(ITEM_STATUSES)).max(20).default([]),
  ownerIds: z.array(ownerSchema).max(50).default([]),
  productIds: z.array(productSchema).max(50).default([]),
  labels: z.array(labelSchema).max(20).default([]),
  due: dueSchema.nullable().default(null),
  /** Conditions on any field, on top of those above. Archived items are left out unless it speaks of them. */
  where: whereSchema.nullable().default(null),
  sort: z.array(sortSchema).max(3).default([]),
  frameworkKey: frameworkKeySchema.optional(),
})

export type ItemFilter = z.infer<typeof itemFilterSchema>
export type ItemSort = ItemFilter["sort"][number]
export type DueFilter = NonNullable<ItemFilter["due"]>

export const EMPTY_FILTER: ItemFilter = itemFilterSchema.parse({})

/** The filter as query parameters: one per value, nothing for what is not set. */
export function serialiseFilter(filter: ItemFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (filter.search) params.set("q", filter.search)
  for (const type of filter.types) params.append("type", type)
  for (const status of filter.statuses) params.append("status", status)
  for (const owner of filter.ownerIds) params.append("owner", owner)
  for (const product of filter.productIds) params.append("product", product)
  for (const label of filter.labels) params.append("label", label)
  const { due } = filter
  if (due) params.set("due", typeof due === "string" ? due : `${due.from ?? ""}..${due.to ?? ""}`)
  if (filter.where) params.set("where", serialiseWhere(filter.where))
  for (const { field, dir } of filter.sort) params.append("sort", dir === "desc" ? `-${field}` : field)
  if (filter.frameworkKey) params.set("framework", filter.frameworkKey)
  return params
}

/** Reads a filter from a URL. Never fails: what it cannot read (an old link, a typing slip) is left out. */
export function parseFilter(params: URLSearchParams): ItemFilter {
  const all = <T>(name: string, schema: z.ZodType<T>, max: number): T[] => {
    const values = params.getAll(name).flatMap((value) => {
      const parsed = schema.safeParse(value)
      return parsed.success ? [parsed.data] : []
    })
    return [...new Set(values)].slice(0, max)
  }
  const one = <T>(schema: z.ZodType<T>, value: unknown, fallback: T): T => {
    const parsed = schema.safeParse(value)
    return parsed.success ? parsed.data : fallback
  }
  return {
    search: one(searchSchema, params.get("q"), ""),
    types: all("type", z.enum(ITEM_TYPES), 20),
    statuses: all("status", z.enum(ITEM_STATUSES), 20),
    ownerIds: all("owner", ownerSchema, 50),
    productIds: all("product", productSchema, 50),
    labels: all("label", labelSchema, 20),
    due: one<ItemFilter["due"]>(dueSchema.nullable(), readDue(params.get("due")), null),
    where: parseWhere(params.get("where")),
    sort: parseSort(params.getAll("sort")),
    frameworkKey: one(frameworkKeySchema.optional(), params.get("framework") ?? undefined, undefined),
  }
}

function readDue(value: string | null): unknown {
  const match = value === null ? null : /^(.*)\.\.(.*)$/.exec(value)
  return match ? { from: match[1] || null, to: match[2] || null } : value
}

function parseSort(values: string[]): ItemSort[] {
  const sort: ItemSort[] = []
  for (const value of values) {
    const parsed = sortSchema.safeParse({
      field: value.replace(/^-/, ""),
      dir: value.startsWith("-") ? "desc" : "asc",
    })
    if (parsed.success && !sort.some(({ field }) => field === parsed.data.field)) sort.push(parsed.data)
  }
  return sort.slice(0, 3)
}
