import type { IncomingMessage, ServerResponse } from "node:http"
import { asUnavailable, type ErrorCode, PlumblineError } from "./errors"
import { log } from "./log"

const STATUS: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  CONFLICT: 409,
  INVALID: 400,
  RULE_BROKEN: 422,
  UNAVAILABLE: 503,
}

/** The JSON answer of a failed call outside tRPC: the same facts, the same words. */
export function errorResponse(error: unknown, requestId: string): Response {
  const known = asUnavailable(error)
  if (known instanceof PlumblineError) {
    const body = { error: { reason: known.code, message: known.message, requestId, ...known.details } }
    return Response.json(body, { status: STATUS[known.code] })
  }
  log.error({ err: error, requestId }, "request failed")
  const message = `Something went wrong on our side. Request ${requestId}`
  return Response.json({ error: { reason: "UNKNOWN", message, requestId } }, { status: 500 })
}

export function sendJson(res: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body)
  res.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
  })
  res.end(text)
}

/** The caller's address. Behind a proxy (PLUMBLINE_TRUST_PROXY=1) the last hop of X-Forwarded-For. */
export function addressOf(req: IncomingMessage): string {
  const forwarded = process.env.PLUMBLINE_TRUST_PROXY === "1" ? req.headers["x-forwarded-for"] : undefined
  const last = String(forwarded ?? "")
    .split(",")
    .at(-1)
    ?.trim()
  return last || req.socket.remoteAddress || "unknown"
}
