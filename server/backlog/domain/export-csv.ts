import { stringify } from "csv-stringify/sync"
import { guardFormula } from "./export-cell"
import { customHeader, EXPORT_HEADERS } from "./export-columns"
import { ITEM_STATUS_LABELS, ITEM_TYPE_LABELS, type ItemStatus, type ItemType } from "./item"

/** An item as a row of the export: names instead of ids. `parentKey` is the parent's Plumbline key. */
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
  parentKey: string | null
  description: string
  productName: string | null
  createdAt: string
  updatedAt: string
  custom: Readonly<Record<string, string>>
}

/** First line of the file; `customNames` are the custom fields of all exported items. */
export function exportHeader(customNames: readonly string[]): string {
  return csvLine([...EXPORT_HEADERS.fields, ...EXPORT_HEADERS.readOnly, ...customNames.map(customHeader)])
}

/** One item as a line, in the order of `exportHeader` with the same `customNames`. */
export function exportLine(item: ExportItem, customNames: readonly string[]): string {
  return csvLine([
    item.key,
    item.externalKey ?? "",
    item.title,
    ITEM_TYPE_LABELS[item.type],
    ITEM_STATUS_LABELS[item.status],
    item.ownerEmail ?? "",
    item.labels.join(", "),
    item.estimate === null ? "" : String(item.estimate),
    item.dueDate ?? "",
    item.parentKey ?? "",
    item.description,
    item.productName ?? "",
    item.createdAt,
    item.updatedAt,
    ...customNames.map((name) => (Object.hasOwn(item.custom, name) ? item.custom[name]! : "")),
  ])
}

/** Start of the file: Excel reads UTF-8 only with it. */
export const EXPORT_BOM = "\uFEFF"

/** Every cell is quoted: a separator of another locale inside a cell then starts no new cell either. */
function csvLine(cells: readonly string[]): string {
  return stringify([cells.map(guardFormula)], {
    quoted: true,
    quoted_empty: true,
    record_delimiter: "windows",
  })
}
