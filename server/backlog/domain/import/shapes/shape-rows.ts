import { guessOrigin } from "../guess-columns"
import type { SourceColumn, SourceRow } from "../source-row"
import { azureDevOpsShape } from "./azure-devops"
import { githubShape } from "./github"

type Table = { columns: SourceColumn[]; rows: AsyncGenerator<SourceRow> }

/** The table as the tool that wrote it means it; a table of any other origin as it is. */
export function shapeRows({ columns, rows }: Table): Table {
  const origin = guessOrigin(columns.map(({ name }) => name))
  const shape =
    origin === "azure_devops" ? azureDevOpsShape(columns) : origin === "github" ? githubShape(columns) : null
  if (!shape) return { columns, rows }
  async function* shaped() {
    for await (const row of rows) yield shape!.row(row)
  }
  return { columns: shape.columns, rows: shaped() }
}
