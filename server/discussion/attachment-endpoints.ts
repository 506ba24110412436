import type { Ctx } from "@/server/kernel/context"
import { holds } from "@/server/kernel/domain/grants"
import { invalidField, notFound } from "@/server/kernel/errors"
import { errorResponse } from "@/server/kernel/http"
import { contextFromHeaders } from "@/server/kernel/request-context"
import { PICTURES } from "./domain/attachment-kinds"
import { contentDisposition, safeFileName } from "./domain/file-name"
import { SUBJECT_TYPES } from "./domain/subject"
import { promisedKind } from "./internal/identify-file"
import { spoolUpload } from "./internal/spool-upload"
import { readAttachment } from "./read-attachment"
import { storeAttachment } from "./store-attachment"

const requestIdOf = (request: Request) => request.headers.get("x-request-id") ?? ""

/**
 * POST /api/v1/attachments?subject=item:<id>&name=plan.csv with the file as raw body. A browser's session is taken only
 * together with the header that names its workspace, which a form of another site cannot send.
 */
export async function answerAttach(request: Request): Promise<Response> {
  try {
    const params = new URL(request.url).searchParams
    const ctx = await contextFromHeaders(request.headers)
    const [type, id] = (params.get("subject") ?? "").split(":")
    const known = SUBJECT_TYPES.find((one) => one === type)
    if (!known || !id) throw invalidField("subject", "Say what the file belongs to, as in item:<id>")
    const input = { subject: { type: known, id }, fileName: params.get("name") ?? "" }
    return Response.json(await receive(ctx, request, input), { status: 201 })
  } catch (error) {
    return errorResponse(error, requestIdOf(request))
  }
}

type Named = Omit<Parameters<typeof storeAttachment>[1], "content">

async function receive(ctx: Ctx, request: Request, input: Named) {
  const may = ctx.caller.workspace !== null && holds(ctx.caller.grants, "backlog.comment")
  // Who may not attach, and what may not be attached, is refused before 25 MB are received.
  if (!may) return storeAttachment(ctx, { ...input, content: nothing() })
  const fileName = safeFileName(input.fileName)
  if (fileName) promisedKind(fileName)
  const body = await spoolUpload(request.body, fileName)
  try {
    return await storeAttachment(ctx, { ...input, content: body.content })
  } finally {
    await body.remove()
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** What an answer with somebody's file says, so that no browser runs anything of it. */
const INERT = {
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "private, no-store",
}

/** GET /api/v1/attachments/[id]: the file, to be saved. A browser names its workspace in the parameter `workspace`. */
export const answerDownload = (request: Request, id: string) => answerFile(request, id, "attachment")

/** GET /api/v1/attachments/[id]/picture: a png, jpeg, gif or webp to be shown; nothing else is answered here. */
export const answerPicture = (request: Request, id: string) => answerFile(request, id, "inline")

async function answerFile(request: Request, id: string, kind: "attachment" | "inline"): Promise<Response> {
  try {
    const slug = new URL(request.url).searchParams.get("workspace") ?? undefined
    const ctx = await contextFromHeaders(request.headers, slug)
    const first = await readAttachment(ctx, { id })
    if (kind === "inline" && !PICTURES.includes(first.mediaType)) throw notFound("The picture")
    let piece: typeof first | null = first
    const stream = new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (piece === null) return controller.close()
        controller.enqueue(Buffer.from(piece.content, "base64"))
        piece = piece.next === null ? null : await readAttachment(ctx, { id, piece: piece.next })
      },
    })
    return new Response(stream, {
      headers: {
        ...INERT,
        "content-type": first.mediaType,
        "content-length": String(first.byteSize),
        "content-disposition": contentDisposition(kind, first.fileName),
      },
    })
  } catch (error) {
    return errorResponse(error, requestIdOf(request))
  }
}
