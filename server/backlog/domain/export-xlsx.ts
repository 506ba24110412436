import type { CellObject } from "write-excel-file/node"
import { customNameOf, type ExportColumn, type ExportItem } from "./export-columns"

/** Rows a workbook is made of at most: it is put together in memory (about 3 kB a row). */
export const XLSX_ROWS = 20_000

/** Excel takes no longer text in a cell; what is longer is cut and ends in "…". */
const XLSX_TEXT = 32_767

export const xlsxHeader = (columns: readonly ExportColumn[]): CellObject[] =>
  columns.map(({ header }) => ({ value: fitting(customNameOf(header)), type: String, fontWeight: "bold" }))

/** One item as typed cells: numbers and dates are such, all else is text and never a formula. */
export function xlsxItem(item: ExportItem, columns: readonly ExportColumn[]): (CellObject | null)[] {
  return columns.map(({ read, as }) => {
    const value = read(item)
    if (value === null || value === "") return null
    if (typeof value === "number") return { value, type: Number }
    if (typeof value === "object")
      return value.length > 0 ? { value: fitting(value.join(", ")), type: String } : null
    if (as === "day") return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" }
    if (as === "time") return { value: new Date(value), type: Date, format: "yyyy-mm-dd hh:mm" }
    return { value: fitting(value), type: String }
  })
}

const fitting = (text: string) => (text.length > XLSX_TEXT ? `${text.slice(0, XLSX_TEXT - 1)}…` : text)

/** Widths in characters: titles and texts are wide, the rest as their header asks. */
export const xlsxWidths = (columns: readonly ExportColumn[]) =>
  columns.map(({ field, header }) => ({
    width: field === "title" || field === "description" ? 60 : Math.max(14, Math.min(32, header.length + 2)),
  }))
