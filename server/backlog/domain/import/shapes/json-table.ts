import { guardFormula } from "../../export-cell"
import { ALL_EXPORT_FIELDS, customHeader, exportColumns } from "../../export-columns"
import { FileProblem } from "../file-problem"
import { IMPORT_LIMITS } from "../limits"
import type { SourceColumn, SourceRow } from "../source-row"
import { type FlatRow, isTrelloBoard, trelloRows } from "./trello"

export type JsonTable = { columns: SourceColumn[]; rows: SourceRow[] }

type JsonObject = { [key: string]: unknown }
const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Under these names other tools wrap their list. */
const WRAPPERS = ["items", "issues", "workItems", "value", "nodes", "data", "results"]

/**
 * A JSON value as a table: a list of objects (as `gh issue list --json` writes it), the same list inside an object, a
 * Trello board, or our own export. Rows are counted as a spreadsheet would: the first is row 2.
 * @throws FileProblem when it is none of these.
 */
export function jsonTable(value: unknown): JsonTable {
  const flat = flatRows(value)
  if (flat.length === 0)
    throw new FileProblem("header_only", "The file holds no items. Export some, or choose another file.")
  if (flat.length > IMPORT_LIMITS.rows) {
    const most = IMPORT_LIMITS.rows.toLocaleString("en-GB")
    throw new FileProblem(
      "too_many_rows",
      `The file has more than ${most} items. Split it and import the parts.`,
    )
  }
  const names = [...new Set(flat.flatMap((row) => Object.keys(row)))].filter(
    (name) => name.length <= IMPORT_LIMITS.headerName && name !== "__proto__",
  )
  if (names.length > IMPORT_LIMITS.columns)
    throw new FileProblem(
      "too_many_columns",
      `The items have ${names.length} different fields; at most ${IMPORT_LIMITS.columns} are read.`,
    )
  const rows = flat.map((cells, index): SourceRow => {
    const row = index + 2
    const filled = names.flatMap((name) => {
      const cell = Object.hasOwn(cells, name) ? cells[name]! : ""
      const size = typeof cell === "string" ? cell.length : cell.join("").length
      if (size > IMPORT_LIMITS.cell)
        throw new FileProblem(
          "cell_too_large",
          `Item ${row - 1}, field “${name}”: more than 1 MB of text. Shorten it.`,
          row,
          name,
        )
      return (typeof cell === "string" ? cell.trim() : cell.join("")) === "" ? [] : [[name, cell] as const]
    })
    return { row, line: row, record: Object.fromEntries(filled), extraCells: 0 }
  })
  return { columns: names.map((name) => ({ name, count: 1 })), rows }
}

function flatRows(value: unknown): FlatRow[] {
  if (isTrelloBoard(value)) {
    const rows = trelloRows(value)
    if (rows) return rows
    throw new FileProblem(
      "header",
      "The Trello board cannot be read: its lists or cards are incomplete. Export it again as JSON.",
    )
  }
  if (isObject(value) && value.format === "plumbline-items" && Array.isArray(value.items))
    return value.items.filter(isObject).map(ownRow)
  const list = listIn(value)
  if (list) return list.filter(isObject).map(flatRow)
  throw new FileProblem(
    "header",
    "The JSON file holds no list of items. Choose an export of issues, a board, or a CSV file.",
  )
}

function listIn(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value
  if (!isObject(value)) return undefined
  const wrapped = WRAPPERS.map((name) => value[name]).find(Array.isArray)
  if (wrapped) return wrapped
  return isObject(value.data) ? listIn(value.data) : undefined
}

/** Our own export under the headers of its CSV; its text is guarded as there, so that one mapping reads both. */
function ownRow(item: JsonObject): FlatRow {
  const row: FlatRow = {}
  const put = (header: string, value: unknown) => {
    const cell = cellOf(value)
    if (cell !== undefined)
      row[header] = typeof cell === "string" ? guardFormula(cell) : cell.map(guardFormula)
  }
  const given = exportColumns(ALL_EXPORT_FIELDS).filter(({ field }) => Object.hasOwn(item, field))
  // An empty field of the file empties the item's, so every column has to be there.
  for (const { field, header } of given) {
    put(header, item[field])
    row[header] ??= ""
  }
  if (isObject(item.custom))
    for (const [name, value] of Object.entries(item.custom)) put(customHeader(name), value)
  return row
}

function flatRow(item: JsonObject): FlatRow {
  const row: FlatRow = {}
  for (const [name, value] of Object.entries(item)) {
    const cell = cellOf(value)
    if (cell !== undefined) row[name] = cell
    else if (isObject(value))
      for (const [inner, deep] of Object.entries(value)) {
        const text = cellOf(deep)
        if (text !== undefined) row[`${name}.${inner}`] = text
      }
  }
  return row
}

/** Where an object keeps the word that stands for it. */
const NAME_FIELDS = ["name", "login", "displayName", "fullName", "title", "key"]

function cellOf(value: unknown): string | string[] | undefined {
  if (typeof value === "string") return value.replaceAll("\0", "")
  if (typeof value === "number" || typeof value === "boolean") return String(value)
  if (Array.isArray(value)) {
    const words = value.map(cellOf).filter((cell) => typeof cell === "string")
    return words.length > 0 ? words : undefined
  }
  if (!isObject(value)) return undefined
  const name = NAME_FIELDS.map((field) => value[field]).find(
    (text) => typeof text === "string" && text !== "",
  )
  return name as string | undefined
}
