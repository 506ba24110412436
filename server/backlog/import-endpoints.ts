import type { Ctx } from "@/server/kernel/context"
import { holds } from "@/server/kernel/domain/grants"
import { invalidField, PlumblineError } from "@/server/kernel/errors"
import { errorResponse } from "@/server/kernel/http"
import { contextFromHeaders } from "@/server/kernel/request-context"
import { importItems } from "./import-items"
import { answerWithProgress } from "./internal/progress-lines"
import { type SpooledBody, spoolBody } from "./internal/spool-body"
import { uploadImport } from "./upload-import"

/** Header in which a mapping may be sent, as JSON; the query parameter `mapping` does the same. */
const MAPPING_HEADER = "x-plumbline-mapping"

const requestIdOf = (request: Request) => request.headers.get("x-request-id") ?? ""

/**
 * POST /api/v1/imports?name=file.csv: takes the file in its raw body and answers with the import's id and what the
 * file looks like. With `apply=1` it is imported at once, by the guessed mapping or the one given.
 * Further parameters: encoding, separator, mapping (JSON).
 */
export async function answerUpload(request: Request): Promise<Response> {
  try {
    const params = new URL(request.url).searchParams
    const ctx = await contextFromHeaders(request.headers)
    const given = mappingOf(request, params)
    const uploaded = await receive(ctx, request, params)
    if (params.get("apply") !== "1") return Response.json(uploaded, { status: 201 })
    const { importId, detection } = uploaded
    const mapping = (given ?? detection.mapping) as typeof detection.mapping
    const result = await importItems(ctx, { importId, mapping, reading: readingOf(params) })
    return Response.json(result, { status: 201 })
  } catch (error) {
    return errorResponse(error, requestIdOf(request))
  }
}

async function receive(ctx: Ctx, request: Request, params: URLSearchParams) {
  const fileName = fileNameOf(params.get("name"))
  const mayImport = ctx.caller.workspace !== null && holds(ctx.caller.grants, "backlog.import")
  // Who may not import is refused by the operation, without receiving 50 MB first.
  const body: SpooledBody = mayImport
    ? await spoolBody(request.body)
    : { content: nothing(), remove: async () => {} }
  try {
    return await uploadImport(ctx, { fileName, content: body.content, reading: readingOf(params) })
  } finally {
    await body.remove()
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** The last part of a path, as browsers and scripts may send one. */
const fileNameOf = (name: string | null) => (name ?? "").split(/[/\\]/).at(-1)?.slice(-255) || "upload.csv"

/** The parameters as they came: the operation checks them. */
function readingOf(params: URLSearchParams) {
  const encoding = params.get("encoding") ?? undefined
  const separator = params.get("separator") ?? undefined
  return { encoding, separator: separator as "," | undefined }
}

function mappingOf(request: Request, params: URLSearchParams): unknown {
  const text = request.headers.get(MAPPING_HEADER) ?? params.get("mapping")
  if (text === null) return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw invalidField("mapping", "The mapping is not valid JSON")
  }
}

const MOST_INPUT = 1_000_000

/**
 * POST /api/v1/imports/[id]/apply with { mapping, reading?, productId? }: imports an uploaded file and answers with
 * lines of JSON: { done, total } while it goes, then { result } or { error }. It goes on when the caller leaves.
 */
export async function answerApply(request: Request, importId: string): Promise<Response> {
  const requestId = requestIdOf(request)
  try {
    const ctx = await contextFromHeaders(request.headers)
    const input = await jsonOf(request)
    return await answerWithProgress(
      async (emit) => {
        const onProgress = (done: number, total: number) => emit({ done, total })
        return { result: await importItems(ctx, { ...input, importId, onProgress }) }
      },
      (error) => errorResponse(error, requestId),
    )
  } catch (error) {
    return errorResponse(error, requestId)
  }
}

async function jsonOf(
  request: Request,
): Promise<Omit<Parameters<typeof importItems>[1], "importId" | "onProgress">> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_INPUT)
    throw invalidField("", "The request is larger than 1 MB")
  const text = await request.text()
  if (text.length > MOST_INPUT) throw invalidField("", "The request is larger than 1 MB")
  try {
    return JSON.parse(text)
  } catch {
    throw new PlumblineError("INVALID", "The request is not valid JSON")
  }
}
