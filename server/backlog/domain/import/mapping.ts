import { z } from "zod"
import { ITEM_STATUSES, ITEM_TYPES } from "../item"
import { IMPORT_LIMITS } from "./limits"
import { DATE_ORDERS } from "./parse-date"

/** What a column can become. `custom` keeps it as a custom field under its own name, `ignore` leaves it out. */
export const COLUMN_TARGETS = [
  "externalKey",
  "externalId",
  "itemKey",
  "title",
  "description",
  "type",
  "status",
  "owner",
  "labels",
  "estimate",
  "dueDate",
  "quarter",
  "parent",
  "custom",
  "ignore",
] as const
export type ColumnTarget = (typeof COLUMN_TARGETS)[number]

export const COLUMN_TARGET_LABELS: Record<ColumnTarget, string> = {
  externalKey: "Key in the source",
  externalId: "Number in the source, which parents refer to",
  itemKey: "Key in Plumbline",
  title: "Title",
  description: "Description",
  type: "Type",
  status: "Status",
  owner: "Owner",
  labels: "Labels",
  estimate: "Estimate",
  dueDate: "Due date",
  quarter: "Planned quarter",
  parent: "Parent",
  custom: "Keep as custom field",
  ignore: "Leave out",
}

/** Targets several columns may share. */
export const SHARED_TARGETS: readonly ColumnTarget[] = ["labels", "custom", "ignore"]

const columnMappingSchema = z.object({
  header: z.string().min(1).max(IMPORT_LIMITS.headerName),
  target: z.enum(COLUMN_TARGETS),
  /** Only for `dueDate`: how 03/04/2025 reads. Null: such a value is an error. */
  dateOrder: z.enum(DATE_ORDERS).nullable().default(null),
})

/** Words of the file → ours. Keys are normalised with `normaliseWord`. */
const words = <T extends z.ZodType>(value: T) =>
  z.record(z.string().max(IMPORT_LIMITS.headerName), value).refine((map) => Object.keys(map).length <= 1000, {
    message: "At most 1,000 different words",
  })

/** How a file becomes items. Made by the guesses, shown and changed in the wizard, stored with the import. */
export const importMappingSchema = z
  .object({
    columns: z.array(columnMappingSchema).min(1).max(IMPORT_LIMITS.columns),
    types: words(z.enum(ITEM_TYPES)).default({}),
    statuses: words(z.enum(ITEM_STATUSES)).default({}),
    /** People of the file → members. A person who is not here is kept in the custom field of the column. */
    owners: words(z.uuid()).default({}),
    /** For new items whose row names no type or status. */
    defaults: z
      .object({ type: z.enum(ITEM_TYPES), status: z.enum(ITEM_STATUSES) })
      .default({ type: "story", status: "idea" }),
    /** True for our own export and Linear's: takes the `'` back off that guards against formulas. */
    unguardFormulas: z.boolean().default(false),
  })
  .superRefine(({ columns }, ctx) => {
    for (const message of mappingProblems(columns))
      ctx.addIssue({ code: "custom", path: ["columns"], message })
  })

export type ImportMapping = z.infer<typeof importMappingSchema>
export type ColumnMapping = ImportMapping["columns"][number]

/** What is wrong with a choice of columns, one sentence each. */
export function mappingProblems(columns: readonly { header: string; target: ColumnTarget }[]): string[] {
  const problems: string[] = []
  const headers = new Set<string>()
  const byTarget = new Map<ColumnTarget, string>()
  for (const { header, target } of columns) {
    if (headers.has(header)) problems.push(`The column “${header}” is mapped twice`)
    headers.add(header)
    const other = byTarget.get(target)
    if (other !== undefined && !SHARED_TARGETS.includes(target))
      problems.push(
        `“${other}” and “${header}” are both mapped to ${COLUMN_TARGET_LABELS[target].toLowerCase()}: choose one`,
      )
    byTarget.set(target, header)
  }
  if (!byTarget.has("title")) problems.push("Choose the column that holds the title")
  return problems
}

/** "In-Progress " and "in progress" are one word: lower case, runs of anything but letters and digits as one space. */
export function normaliseWord(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}
