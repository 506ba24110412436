import type { Ctx } from "@/server/kernel/context"
import { holds } from "@/server/kernel/domain/grants"
import { invalidField } from "@/server/kernel/errors"
import { errorResponse } from "@/server/kernel/http"
import { contextFromHeaders } from "@/server/kernel/request-context"
import { EXCHANGE_BYTES } from "./domain/exchange/read-file"
import { importAssessment } from "./import-assessment"
import { previewImport } from "./preview-import"

/** The whole body, or an error as soon as it is larger than a file may be. */
async function receive(ctx: Ctx, request: Request): Promise<Uint8Array> {
  const may = ctx.caller.workspace !== null && holds(ctx.caller.grants, "dpia.edit")
  // Who may not import is refused by the operation, without receiving 30 MB first.
  if (!may || !request.body) return new Uint8Array()
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += piece.length
    if (size > EXCHANGE_BYTES) {
      throw invalidField("content", "The file is larger than 30 MB. Take its attachments out of it")
    }
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/**
 * POST /api/v1/assessments?product=<id>&name=file.json with the file as raw body: says what it holds. With `apply=1` it is
 * imported, with `accept=1` also when some entries cannot be used.
 */
export async function answerAssessmentImport(request: Request): Promise<Response> {
  try {
    const params = new URL(request.url).searchParams
    const ctx = await contextFromHeaders(request.headers)
    const content = await receive(ctx, request)
    const file = { productId: params.get("product") ?? "", fileName: params.get("name") ?? "", content }
    if (params.get("apply") !== "1") return Response.json(await previewImport(ctx, file))
    const acceptErrors = params.get("accept") === "1"
    return Response.json(await importAssessment(ctx, { ...file, acceptErrors }), { status: 201 })
  } catch (error) {
    return errorResponse(error, request.headers.get("x-request-id") ?? "")
  }
}
