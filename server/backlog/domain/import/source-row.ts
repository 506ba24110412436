/** One row of a file. `record` holds only cells with content, by column name; repeated columns give a list. */
export type SourceRow = {
  /** As a spreadsheet counts it: the header is row 1. */
  row: number
  /** Line of the file on which the row starts, 1 for the first. */
  line: number
  record: SourceRecord
  /** Cells beyond the header, kept under `column N`. */
  extraCells: number
}

export type SourceRecord = Readonly<Record<string, string | readonly string[]>>

/** A column of the header; `count` is more than 1 for a repeated header such as Jira's Labels. */
export type SourceColumn = { name: string; count: number }

/** Name of a column without a usable header. `position` is 1 for the first. */
export const unnamedColumn = (position: number) => `column ${position}`
