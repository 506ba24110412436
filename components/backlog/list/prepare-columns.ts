import { type ColumnField, customNameOfField, fieldFacts } from "@/server/backlog/domain/item-fields"
import { SORT_FIELDS, type SortField } from "@/server/backlog/domain/item-filter"
import { USUAL_COLUMNS, type ViewColumn } from "@/server/backlog/domain/item-view"

export type ListColumn = {
  field: ColumnField
  label: string
  /** Pixels. */
  width: number
  /** Classes of its cells. */
  className: string
  sort: SortField | null
}

/** Short names by which style sheets know the usual columns, to leave some out where there is no room. */
const CLASSES: Partial<Record<ColumnField, string>> = {
  labels: "lb",
  type: "kd",
  status: "stt",
  product: "pr",
  estimate: "es num",
  due: "du",
  updated: "up",
  owner: "ow",
}

function listColumn(field: ColumnField, width: number | null): ListColumn {
  const facts = fieldFacts(field)
  const sortable = customNameOfField(field) !== null || (SORT_FIELDS as readonly string[]).includes(field)
  return {
    field,
    label: facts?.label ?? field,
    width: width ?? facts?.width ?? 120,
    className: CLASSES[field] ?? "ft",
    sort: sortable ? (field as SortField) : null,
  }
}

/** The columns of a view besides key and title; null stands for the usual ones. */
export const listColumns = (columns: readonly ViewColumn[] | null): ListColumn[] =>
  columns
    ? columns.map(({ field, width }) => listColumn(field, width))
    : USUAL_COLUMNS.map((field) => listColumn(field, null))

const FIXED = 48 + 64 + 260

/** What a table of chosen columns needs at least, in pixels; beyond that it scrolls sideways. */
export const leastWidth = (columns: readonly ListColumn[]) =>
  columns.reduce((sum, { width }) => sum + width, FIXED)

/** Columns whose words do not stand in a row by themselves; the server brings them along when asked. */
export const columnsToAsk = (columns: readonly ViewColumn[] | null): ColumnField[] =>
  (columns ?? [])
    .map(({ field }) => field)
    .filter((field) => ["domain", "parent", "creator"].includes(field) || customNameOfField(field) !== null)
    .sort()
