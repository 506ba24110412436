import type { ItemStatus, ItemType } from "../item"
import type { RowProblem } from "./row-problem"

/** Fields a row sets. A field that is absent stays as it is (on a new item: its default). */
export type IncomingFields = {
  title?: string
  description?: string
  type?: ItemType
  status?: ItemStatus
  ownerId?: string | null
  labels?: string[]
  estimate?: number | null
  dueDate?: string | null
  quarter?: string | null
}

export type ConvertedRow = {
  row: number
  line: number
  /** Key in the source: the row updates the item that has it. */
  externalKey: string | null
  /** Second name in the source (Jira's Issue id), only to find parents. */
  externalId: string | null
  /** Key in Plumbline, from our own export. */
  itemKey: string | null
  /** What the row calls its parent; null for none; undefined when no column is mapped. */
  parentRef: string | null | undefined
  fields: IncomingFields
  /** Custom fields with content. */
  custom: Record<string, string>
  problems: RowProblem[]
}

/** Whether a row may be imported. */
export const isImportable = (row: ConvertedRow) =>
  !row.problems.some((problem) => problem.severity === "error")
