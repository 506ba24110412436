import { exportLines } from "@/server/audit/export-lines"
import { forbidden } from "@/server/kernel/errors"
import { errorResponse } from "@/server/kernel/http"
import { contextFromHeaders } from "@/server/kernel/request-context"

const BATCH_CHARS = 256_000

/** A link on another site must not make a signed-in browser export: it would leave a record nobody wanted. */
function refuseForeignSite(headers: Headers): void {
  const site = headers.get("sec-fetch-site") ?? "none"
  if (headers.get("authorization") || site === "same-origin" || site === "none") return
  throw forbidden("Open the export from the audit page, or send an API token")
}

/** Lines joined to larger pieces, so that a long trail is not a million small writes. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      let text = ""
      while (text.length < BATCH_CHARS) {
        const { value, done } = await lines.next()
        if (done) break
        text += value
      }
      if (text === "") controller.close()
      else controller.enqueue(encoder.encode(text))
    },
    cancel: async () => void (await lines.return(undefined)),
  })
}

async function* withFirst(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first
  yield* rest
}

/**
 * GET /api/v1/audit/export?workspace=SLUG: the whole audit trail as NDJSON with its checkpoints, to be verified
 * offline. By API token (whose workspace it is) or by the browser's session.
 */
export async function GET(request: Request): Promise<Response> {
  try {
    refuseForeignSite(request.headers)
    const slug = new URL(request.url).searchParams.get("workspace") ?? undefined
    const ctx = await contextFromHeaders(request.headers, slug)
    const lines = exportLines(ctx)
    // Permission and consistency are decided before the first byte, so that a refusal is an error and not a file.
    const first = await lines.next()
    const name = `audit-${ctx.caller.workspace?.slug}-${ctx.clock().slice(0, 10)}.ndjson`
    return new Response(streamOf(withFirst(first.value ?? "", lines)), {
      headers: {
        "content-type": "application/x-ndjson; charset=utf-8",
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
      },
    })
  } catch (error) {
    return errorResponse(error, request.headers.get("x-request-id") ?? crypto.randomUUID())
  }
}
