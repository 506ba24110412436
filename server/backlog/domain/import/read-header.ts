import { FileProblem } from "./file-problem"
import { IMPORT_LIMITS } from "./limits"
import { type SourceColumn, type SourceRow, unnamedColumn } from "./source-row"

/** Turns the cells of a CSV file into rows by name: the first row with content is the header. */
export class HeaderReader {
  #row = 0
  #line = 1
  #names: string[] = []
  /** Per position: whether the name occurs more than once. */
  #repeated: boolean[] = []

  /** Takes a record; true once it was the header. Blank rows and Excel's "sep=;" in front of it are skipped. */
  take(cells: readonly string[]): boolean {
    this.#count(cells)
    if (isBlank(cells) || (cells.length <= 2 && /^sep=.?$/i.test(cells[0] ?? ""))) return false
    checkColumns(cells.length, this.#row)
    this.#names = cells.map((cell, index) => headerName(cell, index + 1, this.#row))
    const counts = new Map<string, number>()
    for (const name of this.#names) counts.set(name, (counts.get(name) ?? 0) + 1)
    this.#repeated = this.#names.map((name) => (counts.get(name) ?? 0) > 1)
    return true
  }

  get columns(): SourceColumn[] {
    const counts = new Map<string, number>()
    for (const name of this.#names) counts.set(name, (counts.get(name) ?? 0) + 1)
    return [...counts].map(([name, count]) => ({ name, count }))
  }

  /** The record as a row, or null when it is blank. Throws a FileProblem when a cell or the row is too large. */
  read(cells: readonly string[]): SourceRow | null {
    const line = this.#line
    this.#count(cells)
    const names = this.#names
    const record: Record<string, string | string[]> = {}
    let extraCells = 0
    let blank = true
    if (cells.length > names.length) checkColumns(cells.length, this.#row)
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index]!
      if (cell === "" || (cell.charCodeAt(0) <= 32 && cell.trim() === "")) continue
      blank = false
      const name = names[index] ?? unnamedColumn(index + 1)
      if (cell.length > IMPORT_LIMITS.cell) throw cellTooLarge(this.#row, name)
      if (index >= names.length) extraCells++
      if (index < names.length && !this.#repeated[index]) record[name] = cell
      else append(record, name, cell)
    }
    return blank ? null : { row: this.#row, line, record, extraCells }
  }

  #count(cells: readonly string[]): void {
    this.#row++
    this.#line++
    for (const cell of cells) {
      for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) this.#line++
    }
  }
}

function append(record: Record<string, string | string[]>, name: string, cell: string): void {
  const present = Object.hasOwn(record, name) ? record[name] : undefined
  if (Array.isArray(present)) present.push(cell)
  else record[name] = present === undefined ? [cell] : [present, cell]
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === "")

function headerName(cell: string, position: number, row: number): string {
  const name = cell
    .replace(/^\uFEFF/, "")
    .replace(/\s+/g, " ")
    .trim()
  if (name.length > IMPORT_LIMITS.headerName)
    throw new FileProblem(
      "header",
      `Row ${row}: the name of column ${position} has ${name.length.toLocaleString("en-GB")} characters. Make the first row the header.`,
      row,
      unnamedColumn(position),
    )
  return name === "" || name === "__proto__" || name.includes("\0") ? unnamedColumn(position) : name
}

function checkColumns(count: number, row: number): void {
  if (count <= IMPORT_LIMITS.columns) return
  const message = `Row ${row} has ${count.toLocaleString("en-GB")} columns; at most ${IMPORT_LIMITS.columns} are read. Remove columns or choose another separator.`
  throw new FileProblem("too_many_columns", message, row)
}

function cellTooLarge(row: number, column: string): FileProblem {
  const size = IMPORT_LIMITS.cell / 1024 / 1024
  return new FileProblem(
    "cell_too_large",
    `Row ${row}, column “${column}”: more than ${size} MB of text in one cell. Shorten it, or look for a quote that is never closed.`,
    row,
    column,
  )
}
