import { stringify } from "csv-stringify/sync"
import { guardFormula } from "./export-cell"
import type { ExportColumn, ExportItem, ExportValue } from "./export-columns"

/** First line of the file. */
export const csvHeader = (columns: readonly ExportColumn[]) => csvLine(columns.map(({ header }) => header))

/** One item as a line. */
export const csvItem = (item: ExportItem, columns: readonly ExportColumn[]) =>
  csvLine(columns.map(({ read }) => csvText(read(item))))

function csvText(value: ExportValue): string {
  if (value === null) return ""
  return typeof value === "object" ? value.join(", ") : String(value)
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
