import type { SourceColumn, SourceRow } from "../source-row"

/** What a tool's file becomes before its columns are guessed: other columns, and each row in them. */
export type Shape = { columns: SourceColumn[]; row: (row: SourceRow) => SourceRow }
