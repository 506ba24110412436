import { TRPCClientError } from "@trpc/client"
import type { FieldIssue } from "@/server/kernel/errors"
import type { AppRouter } from "@/server/root"

type Shape = { reason?: string; requestId?: string; issues?: FieldIssue[]; current?: unknown }

function shapeOf(error: unknown): Shape {
  return error instanceof TRPCClientError ? ((error as TRPCClientError<AppRouter>).data ?? {}) : {}
}

/** One sentence for a person: what happened, and what to do when the server could not be reached. */
export function errorMessage(error: unknown): string {
  if (!(error instanceof Error)) return "Something went wrong"
  if (error instanceof TRPCClientError && error.data === undefined) {
    return "The server could not be reached. Check the connection and try again"
  }
  return error.message
}

/** Messages by field path for a form, from an INVALID answer. */
export function fieldErrors(error: unknown): Record<string, string> {
  return Object.fromEntries((shapeOf(error).issues ?? []).map((issue) => [issue.path, issue.message]))
}

/** The row as it stands now, from a CONFLICT answer; undefined for any other error. */
export function conflictWith<Row>(error: unknown): Row | undefined {
  const shape = shapeOf(error)
  return shape.reason === "CONFLICT" ? (shape.current as Row) : undefined
}

/** True when a rule stood in the way. */
export const isRefused = (error: unknown) => shapeOf(error).reason === "RULE_BROKEN"

/** What a refusal of a rule carries besides its sentence, such as the items that stand in the way. */
export function refusalWith<Details>(error: unknown): Details | undefined {
  const shape = shapeOf(error)
  return shape.reason === "RULE_BROKEN" ? (shape.current as Details | undefined) : undefined
}
