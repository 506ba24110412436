/**
 * Something about one row. An `error` keeps the row out of the import; a `warning` is told and the row goes in.
 * `column` is the name in the file; the message names neither, so that a table can show them in columns.
 */
export type RowProblem = {
  row: number
  column: string | null
  value: string | null
  severity: "error" | "warning"
  message: string
}

const SHOWN = 80

export function rowProblem(
  severity: RowProblem["severity"],
  row: number,
  column: string | null,
  value: string | null,
  message: string,
): RowProblem {
  return {
    row,
    column,
    value: value !== null && value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value,
    severity,
    message,
  }
}

/** The problem as one sentence, for a log, a toast or the command line. */
export function describeProblem({ row, column, message }: RowProblem): string {
  return `Row ${row}${column === null ? "" : `, column “${column}”`}: ${message}.`
}
