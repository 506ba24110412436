import writeXlsxFile, { type SheetData } from "write-excel-file/node"
import type { Ctx } from "@/server/kernel/context"
import { notFound } from "@/server/kernel/errors"
import { errorResponse } from "@/server/kernel/http"
import { contextFromHeaders } from "@/server/kernel/request-context"
import { EXPORT_BOM } from "./domain/export-csv"
import { xlsxWidths } from "./domain/export-xlsx"
import { type ColumnField, isColumnField } from "./domain/item-fields"
import { parseView, USUAL_COLUMNS } from "./domain/item-view"
import { exportItems } from "./export-items"
import { listViews } from "./list-views"

const TYPES = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const
export type ExportFormat = keyof typeof TYPES

/**
 * GET /api/v1/exports/items.csv, .json and .xlsx: the backlog as a file, filtered, grouped and ordered by the same
 * parameters as the list's address. `view` names a saved view; `fields=view` exports the view's columns instead of
 * every field. A browser names its workspace in `workspace`, since a link carries no headers.
 */
export async function answerExport(request: Request, format: ExportFormat): Promise<Response> {
  const requestId = request.headers.get("x-request-id") ?? ""
  try {
    const params = new URL(request.url).searchParams
    const ctx = await contextFromHeaders(request.headers, params.get("workspace") ?? undefined)
    const input = { ...(await askedFor(ctx, params)), format }
    const name = `backlog-${ctx.clock().slice(0, 10)}.${format}`
    const body = format === "xlsx" ? await workbook(ctx, input) : await streamed(ctx, input)
    return new Response(body, {
      headers: {
        "content-type": TYPES[format],
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
      },
    })
  } catch (error) {
    return errorResponse(error, requestId)
  }
}

type ExportInput = Parameters<typeof exportItems>[1]

async function askedFor(ctx: Ctx, params: URLSearchParams): Promise<ExportInput> {
  const id = params.get("view")
  const saved = id === null ? null : (await listViews(ctx, {})).views.find((view) => view.id === id)
  if (saved === undefined) throw notFound("The view")
  const { filter, group, columns } = saved?.view ?? parseView(params)
  const fields = columns?.map(({ field }) => field) ?? USUAL_COLUMNS.filter(isColumnField)
  const all = !saved && params.get("fields") !== "view"
  return { filter, group, columns: all ? null : ([...fields] as ColumnField[]) }
}

/** The first piece is read before the answer begins, so that a refusal still has a status of its own. */
async function streamed(ctx: Ctx, input: ExportInput): Promise<ReadableStream<Uint8Array>> {
  const first = await exportItems(ctx, input)
  const encoder = new TextEncoder()
  let next = first.next
  return new ReadableStream<Uint8Array>({
    start: (controller) =>
      controller.enqueue(encoder.encode((input.format === "csv" ? EXPORT_BOM : "") + first.text)),
    async pull(controller) {
      if (next === null) return controller.close()
      const piece = await exportItems(ctx, { ...input, after: next })
      controller.enqueue(encoder.encode(piece.text))
      next = piece.next
    },
  })
}

/** A workbook is an archive: it is put together in memory, hence its limit of rows. */
async function workbook(ctx: Ctx, input: ExportInput): Promise<Uint8Array<ArrayBuffer>> {
  const data: SheetData = []
  let piece = await exportItems(ctx, input)
  const widths = xlsxWidths(piece.columns)
  data.push(...piece.cells)
  while (piece.next) {
    piece = await exportItems(ctx, { ...input, after: piece.next })
    data.push(...piece.cells)
  }
  const options = { sheet: "Backlog", columns: widths, stickyRowsCount: 1 }
  return new Uint8Array(await writeXlsxFile(data, options).toBuffer())
}
