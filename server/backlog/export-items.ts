import { z } from "zod"
import { invalidField, ruleBroken } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { ALL_EXPORT_FIELDS, exportColumns } from "./domain/export-columns"
import { csvHeader, csvItem } from "./domain/export-csv"
import { JSON_END, jsonItem, jsonStart } from "./domain/export-json"
import { XLSX_ROWS, xlsxHeader, xlsxItem } from "./domain/export-xlsx"
import { itemFilterSchema } from "./domain/item-filter"
import { columnFieldSchema, groupFieldSchema, VIEW_LIMITS } from "./domain/item-view"
import { customNamesOf, exportOrder, exportRows } from "./internal/export-rows"

const PIECE = 500
const UUID_LENGTH = 36

/** Items one file holds at most; a workbook holds fewer. */
export const EXPORT_ITEMS = 200_000

const cursorSchema = z.object({
  /** Ids still to come, joined by nothing: all have 36 characters. */
  rest: z.string().max(EXPORT_ITEMS * UUID_LENGTH),
  customNames: z.array(z.string()).max(10_000),
})

const exportInput = z.object({
  filter: itemFilterSchema.prefault({}),
  group: groupFieldSchema.nullable().default(null),
  /** The view's columns besides key and title; null: every field, custom ones included. */
  columns: z.array(columnFieldSchema).max(VIEW_LIMITS.columns).nullable().default(null),
  format: z.enum(["csv", "json", "xlsx"]).default("csv"),
  after: cursorSchema.nullable().default(null),
})

/**
 * A piece of a view as CSV, JSON or typed cells of a workbook, in the view's order as it was when the export began.
 * The pieces' texts make up the file. `next` asks for the piece that follows and is null at the end. Cells of a CSV
 * file that a spreadsheet would take for a formula are guarded.
 * @throws RULE_BROKEN beyond 200,000 items, 20,000 for a workbook.
 */
export const exportItems = query("backlog.exportItems", {
  permission: "backlog.read",
  at: "rows",
  input: exportInput,
  async run(ctx, { filter, group, columns: chosen, format, after }) {
    const most = format === "xlsx" ? XLSX_ROWS : EXPORT_ITEMS
    const rest = after?.rest ?? (await exportOrder(ctx, filter, group, most + 1)).join("")
    if (rest.length > most * UUID_LENGTH)
      throw ruleBroken(
        `${format === "xlsx" ? "An Excel file" : "An export"} holds at most ${most.toLocaleString("en-GB")} items. Filter the view${format === "xlsx" ? ", or export it as CSV" : ""}`,
      )
    const customNames = after?.customNames ?? (chosen ? [] : await customNamesOf(ctx, filter))
    const columns = exportColumns(chosen ?? ALL_EXPORT_FIELDS, customNames)
    const ids = rest.slice(0, PIECE * UUID_LENGTH).match(/.{36}/gs) ?? []
    if (!z.array(z.uuid()).safeParse(ids).success)
      throw invalidField("after", "This is no cursor of an export")
    const rows = await exportRows(ctx, ids)
    const left = rest.slice(PIECE * UUID_LENGTH)
    const next = left === "" ? null : { rest: left, customNames }
    if (format === "xlsx") {
      const cells = rows.map((row) => xlsxItem(row, columns))
      return { text: "", columns, cells: after ? cells : [xlsxHeader(columns), ...cells], next }
    }
    if (format === "csv") {
      const lines = rows.map((row) => csvItem(row, columns))
      return { text: (after ? "" : csvHeader(columns)) + lines.join(""), columns, cells: [], next }
    }
    const objects = rows.map((row) => jsonItem(row, columns)).join(",\n")
    const start = after ? (objects ? ",\n" : "") : jsonStart(columns, ctx.now)
    return { text: start + objects + (next ? "" : JSON_END), columns, cells: [], next }
  },
})
