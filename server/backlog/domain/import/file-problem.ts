export type FileProblemCode =
  | "empty"
  | "header_only"
  | "not_text"
  | "encoding"
  | "quote"
  | "cell_too_large"
  | "row_too_large"
  | "too_many_rows"
  | "too_many_columns"
  | "too_large"
  | "header"

/** A file that cannot be read as a whole. The message is for the person who chose the file: it names row and remedy. */
export class FileProblem extends Error {
  constructor(
    readonly code: FileProblemCode,
    message: string,
    /** Row as a spreadsheet counts it (the header is 1), where there is one. */
    readonly row: number | null = null,
    readonly column: string | null = null,
  ) {
    super(message)
    this.name = "FileProblem"
  }
}
