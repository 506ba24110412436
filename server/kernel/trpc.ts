import { initTRPC, type TRPC_ERROR_CODE_KEY, TRPCError } from "@trpc/server"
import type { Ctx } from "./context"
import { asUnavailable, type ErrorCode, type ErrorDetails, PlumblineError } from "./errors"
import { log } from "./log"
import type { Operation } from "./operation"
import { contextFromHeaders } from "./request-context"

const TRPC_CODES: Record<ErrorCode, TRPC_ERROR_CODE_KEY> = {
  UNAUTHENTICATED: "UNAUTHORIZED",
  NOT_FOUND: "NOT_FOUND",
  FORBIDDEN: "FORBIDDEN",
  CONFLICT: "CONFLICT",
  INVALID: "BAD_REQUEST",
  RULE_BROKEN: "UNPROCESSABLE_CONTENT",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
}

/** What a failed call answers with, besides tRPC's own fields. */
export type ErrorShape = ErrorDetails & { reason: ErrorCode | "UNKNOWN"; requestId: string }

const t = initTRPC.context<Ctx>().create({
  errorFormatter({ shape, error, ctx }) {
    const requestId = ctx?.request.requestId ?? ""
    const known = error.cause instanceof PlumblineError ? error.cause : undefined
    const outside = error.code === "INTERNAL_SERVER_ERROR" && !known
    const data: ErrorShape & { httpStatus: number } = {
      httpStatus: shape.data.httpStatus,
      reason: known?.code ?? "UNKNOWN",
      requestId,
      ...known?.details,
    }
    const message = outside ? `Something went wrong on our side. Request ${requestId}` : shape.message
    return { code: shape.code, message, data }
  },
})

/** The context of an HTTP call; a token that is not valid answers like any other refusal. */
export async function callContext(headers: Headers): Promise<Ctx> {
  try {
    return await contextFromHeaders(headers)
  } catch (error) {
    throw translate(error, headers.get("x-request-id") ?? "", "context")
  }
}

export const router = t.router
export const createCallerFactory = t.createCallerFactory

function translate(error: unknown, requestId: string, operation: string): TRPCError {
  const known = asUnavailable(error)
  if (known instanceof PlumblineError) {
    return new TRPCError({ code: TRPC_CODES[known.code], message: known.message, cause: known })
  }
  log.error({ err: error, requestId, operation }, "operation failed")
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: "Internal error" })
}

// The operation parses its input itself, after the permission check; here only the type is passed on.
const unchecked =
  <I>() =>
  (input: unknown) =>
    input as I

function resolver<I, O>(operation: Operation<I, O>) {
  return async ({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<O> => {
    try {
      return await operation(ctx, input as I)
    } catch (error) {
      throw translate(error, ctx.request.requestId, operation.operationName)
    }
  }
}

/** The query procedure of an operation. */
export const read = <I, O>(operation: Operation<I, O>) =>
  t.procedure.meta({ operation }).input(unchecked<I>()).query(resolver(operation))

/** The mutation procedure of an operation. */
export const write = <I, O>(operation: Operation<I, O>) =>
  t.procedure.meta({ operation }).input(unchecked<I>()).mutation(resolver(operation))
