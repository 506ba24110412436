/** How a field is compared: decides its operators and how the filter builder asks for values. */
export type FieldKind =
  | "text"
  | "choice"
  | "person"
  | "product"
  | "domain"
  | "labels"
  | "number"
  | "day"
  | "time"
  | "quarter"
  | "item"
  | "flag"
  | "score"
  | "custom"

type FieldFacts = {
  label: string
  kind: FieldKind
  /** May hold nothing, so "is empty" makes sense. */
  optional?: true
  sort?: true
  group?: true
  /** Width of its column in the list in pixels; absent: no column of its own. */
  width?: number
}

/**
 * Every field of an item by its name in addresses: the one list behind filters, sorting, grouping, columns and export.
 * Custom fields come on top, named `custom.` and what people call them, and for filters scores, named `score.` and the
 * key of their framework.
 */
export const ITEM_FIELDS = {
  key: { label: "Key", kind: "text", sort: true },
  title: { label: "Title", kind: "text", sort: true },
  description: { label: "Description", kind: "text", optional: true },
  labels: { label: "Labels", kind: "labels", optional: true, group: true, width: 144 },
  type: { label: "Kind", kind: "choice", sort: true, group: true, width: 124 },
  status: { label: "State", kind: "choice", sort: true, group: true, width: 76 },
  product: { label: "Product", kind: "product", optional: true, sort: true, group: true, width: 152 },
  domain: { label: "Domain", kind: "domain", optional: true, sort: true, group: true, width: 120 },
  estimate: { label: "Estimate", kind: "number", optional: true, sort: true, width: 80 },
  due: { label: "Due", kind: "day", optional: true, sort: true, width: 100 },
  quarter: { label: "Quarter", kind: "quarter", optional: true, sort: true, group: true, width: 88 },
  parent: { label: "Part of", kind: "item", optional: true, sort: true, group: true, width: 160 },
  created: { label: "Created", kind: "time", sort: true, width: 100 },
  updated: { label: "Changed", kind: "time", sort: true, width: 104 },
  state_since: { label: "In state since", kind: "time", sort: true, width: 120 },
  creator: { label: "Created by", kind: "person", sort: true, group: true, width: 130 },
  external_key: { label: "Key in the source", kind: "text", optional: true, sort: true, width: 136 },
  archived: { label: "Archived", kind: "flag" },
  owner: { label: "Owner", kind: "person", optional: true, sort: true, group: true, width: 68 },
} as const satisfies Record<string, FieldFacts>

type Fields = typeof ITEM_FIELDS
type With<Flag extends string> = {
  [F in keyof Fields]: Fields[F] extends Record<Flag, unknown> ? F : never
}[keyof Fields]

export type BuiltInField = keyof Fields
export type CustomField = `custom.${string}`
export type FieldName = BuiltInField | CustomField
export type SortableField = With<"sort">
export type GroupField = With<"group"> | CustomField
export type ColumnField = With<"width"> | CustomField

const CUSTOM = "custom."
const CUSTOM_FACTS: FieldFacts = {
  label: "",
  kind: "custom",
  optional: true,
  sort: true,
  group: true,
  width: 120,
}

const SCORE = /^score\.([a-z][a-z0-9_-]{0,39})(?:\.([1-9]\d{0,5}))?$/

/** A framework by its key, at its latest version (null) or at one of them. */
export type ScoredFramework = { key: string; version: number | null }

/** The field of an item's score under a framework. */
export const scoreField = ({ key, version }: ScoredFramework) =>
  `score.${key}${version === null ? "" : `.${version}`}`

/** The framework whose score a field means: `score.rice`, `score.rice.2`; null for another field. */
export function frameworkOfField(field: string): ScoredFramework | null {
  const [, key, version] = SCORE.exec(field) ?? []
  return key ? { key, version: version ? Number(version) : null } : null
}

export const customField = (name: string): CustomField => `${CUSTOM}${name}`

/** What people call a custom field; null for a field of ours. */
export const customNameOfField = (field: string): string | null =>
  field.startsWith(CUSTOM) && field.length > CUSTOM.length ? field.slice(CUSTOM.length) : null

/** What is known of a field; null for a name that is none. */
export function fieldFacts(field: string): FieldFacts | null {
  const custom = customNameOfField(field)
  if (custom !== null) return { ...CUSTOM_FACTS, label: custom }
  const scored = frameworkOfField(field)
  if (scored) {
    const version = scored.version === null ? "" : `, version ${scored.version}`
    return { label: `Score in ${scored.key}${version}`, kind: "score", optional: true }
  }
  return Object.hasOwn(ITEM_FIELDS, field) ? ITEM_FIELDS[field as BuiltInField] : null
}

export const fieldLabel = (field: string) => fieldFacts(field)?.label ?? field
export const isGroupField = (field: unknown): field is GroupField =>
  typeof field === "string" && fieldFacts(field)?.group === true
export const isColumnField = (field: unknown): field is ColumnField =>
  typeof field === "string" && fieldFacts(field)?.width !== undefined

const withFlag = (flag: keyof FieldFacts) =>
  (Object.keys(ITEM_FIELDS) as BuiltInField[]).filter((field) => flag in ITEM_FIELDS[field])

export const SORTABLE_FIELDS = withFlag("sort") as SortableField[]
export const GROUP_FIELDS = withFlag("group") as With<"group">[]
export const COLUMN_FIELDS = withFlag("width") as With<"width">[]
