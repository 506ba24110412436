import { errorResponse } from "@/server/kernel/http"
import { contextFromHeaders } from "@/server/kernel/request-context"
import { EXPORT_BOM } from "./domain/export-csv"
import { parseFilter } from "./domain/item-filter"
import { exportItems } from "./export-items"

/**
 * GET /api/v1/exports/items.csv: the backlog as a CSV file, filtered by the same parameters as the list's address.
 * A browser names its workspace in the parameter `workspace`, since a link carries no headers.
 */
export async function answerExport(request: Request): Promise<Response> {
  const requestId = request.headers.get("x-request-id") ?? ""
  try {
    const params = new URL(request.url).searchParams
    const ctx = await contextFromHeaders(request.headers, params.get("workspace") ?? undefined)
    const filter = { ...parseFilter(params), sort: [] }
    const first = await exportItems(ctx, { filter })
    const encoder = new TextEncoder()
    let next = first.next
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoder.encode(EXPORT_BOM + first.text)),
      async pull(controller) {
        if (next === null) return controller.close()
        const piece = await exportItems(ctx, { filter, after: next })
        controller.enqueue(encoder.encode(piece.text))
        next = piece.next
      },
    })
    const name = `backlog-${ctx.clock().slice(0, 10)}.csv`
    return new Response(stream, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
      },
    })
  } catch (error) {
    return errorResponse(error, requestId)
  }
}
