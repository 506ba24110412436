import { ITEM_STATUS_LABELS, ITEM_TYPE_LABELS, type ItemStatus, type ItemType } from "./item"
import { type BuiltInField, customField, customNameOfField, type FieldName } from "./item-fields"

/** An item as the export reads it: names instead of ids. `parentKey` is the parent's Plumbline key. */
export type ExportItem = {
  key: string
  externalKey: string | null
  title: string
  type: ItemType
  status: ItemStatus
  ownerEmail: string | null
  labels: readonly string[]
  estimate: number | null
  dueDate: string | null
  quarter: string | null
  parentKey: string | null
  description: string
  productName: string | null
  domainName: string | null
  creatorName: string | null
  createdAt: string
  updatedAt: string
  statusChangedAt: string
  archivedAt: string | null
  custom: Readonly<Record<string, string>>
}

export type ExportValue = string | number | readonly string[] | null
type ExportFact = {
  header: string
  /** Shown for reading; an import leaves it out. */
  readOnly?: true
  /** What a spreadsheet takes the value for; text when absent. */
  as?: "day" | "time" | "number"
  read: (item: ExportItem) => ExportValue
}

/** The columns of an export by field, in the order of a full one. An import reads those that are not `readOnly`. */
const FACTS: Record<BuiltInField, ExportFact> = {
  key: { header: "Plumbline key", read: (item) => item.key },
  external_key: { header: "External key", read: (item) => item.externalKey },
  title: { header: "Title", read: (item) => item.title },
  type: { header: "Type", read: (item) => ITEM_TYPE_LABELS[item.type] },
  status: { header: "Status", read: (item) => ITEM_STATUS_LABELS[item.status] },
  owner: { header: "Owner e-mail", read: (item) => item.ownerEmail },
  labels: { header: "Labels", read: (item) => item.labels },
  estimate: { header: "Estimate", as: "number", read: (item) => item.estimate },
  due: { header: "Due date", as: "day", read: (item) => item.dueDate },
  quarter: { header: "Quarter", read: (item) => item.quarter },
  parent: { header: "Parent", read: (item) => item.parentKey },
  description: { header: "Description", read: (item) => item.description },
  product: { header: "Product", readOnly: true, read: (item) => item.productName },
  domain: { header: "Domain", readOnly: true, read: (item) => item.domainName },
  creator: { header: "Created by", readOnly: true, read: (item) => item.creatorName },
  created: { header: "Created", readOnly: true, as: "time", read: (item) => item.createdAt },
  updated: { header: "Updated", readOnly: true, as: "time", read: (item) => item.updatedAt },
  state_since: {
    header: "In status since",
    readOnly: true,
    as: "time",
    read: (item) => item.statusChangedAt,
  },
  archived: { header: "Archived", readOnly: true, as: "time", read: (item) => item.archivedAt },
}

/** Every field, for an export of everything. */
export const ALL_EXPORT_FIELDS = Object.keys(FACTS) as BuiltInField[]

/** Columns of our own export that an import only reads over. */
export const READ_ONLY_HEADERS = ALL_EXPORT_FIELDS.filter((field) => FACTS[field].readOnly).map(
  (field) => FACTS[field].header,
)

/** How our export began before its first column was called Plumbline key. */
const FORMER_START = ["Key", "External key", "Title", "Type", "Status", "Owner e-mail", "Labels", "Estimate"]

/** Whether a file is our export, of whatever columns: the key always comes first. */
export function isOwnExport(headers: readonly string[]): boolean {
  return headers[0] === FACTS.key.header || FORMER_START.every((header, index) => headers[index] === header)
}

const WRAPPED = /^Custom field \((.*)\)$/s

/** Header of a custom field, written as Jira does, so that a field called "Title" is not taken for the title. */
export const customHeader = (name: string) => `Custom field (${name})`

/** Name of the custom field a header stands for: without the wrapper of Jira and of our own export. */
export const customNameOf = (header: string) => WRAPPED.exec(header)?.[1] || header

/** A column of an export, ready to be filled. */
export type ExportColumn = ExportFact & { field: FieldName }

/** Columns for fields in their order; key and title come first, because without them a file cannot be read again. */
export function exportColumns(
  fields: readonly FieldName[],
  customNames: readonly string[] = [],
): ExportColumn[] {
  const wanted = new Set<FieldName>(["key", "title", ...fields, ...customNames.map(customField)])
  return [...wanted].map((field) => {
    const name = customNameOfField(field)
    if (name === null) return { field, ...FACTS[field as BuiltInField] }
    const read = ({ custom }: ExportItem) => (Object.hasOwn(custom, name) ? custom[name]! : null)
    return { field, header: customHeader(name), read }
  })
}
