import type { ExportColumn, ExportItem } from "./export-columns"
import { customNameOfField } from "./item-fields"

/**
 * The JSON export is one object: `format` "plumbline-items", `version` 1, `exportedAt` (ISO 8601, UTC), `columns` (the
 * fields in order) and `items`. An item holds each field under its name: text, a number, a list (labels) or null;
 * days are YYYY-MM-DD, times ISO 8601 UTC, people e-mail addresses; custom fields stand under `custom`, as text.
 */
export const jsonStart = (columns: readonly ExportColumn[], exportedAt: string) =>
  `{"format":"plumbline-items","version":1,"exportedAt":${JSON.stringify(exportedAt)},"columns":${JSON.stringify(
    columns.map(({ field }) => field),
  )},"items":[\n`

export const JSON_END = "\n]}\n"

/** One item; items are separated by a comma and a line break. */
export function jsonItem(item: ExportItem, columns: readonly ExportColumn[]): string {
  const custom: Record<string, unknown> = {}
  const fields: Record<string, unknown> = {}
  for (const { field, read } of columns) {
    const name = customNameOfField(field)
    const value = read(item)
    if (name === null) fields[field] = value
    else if (value !== null) custom[name] = value
  }
  const asked = columns.some(({ field }) => customNameOfField(field) !== null)
  return JSON.stringify(asked ? { ...fields, custom } : fields)
}
