/** The codes an operation may fail with. They are translated once, at the edge, in trpc.ts and http.ts. */
export type ErrorCode =
  | "UNAUTHENTICATED"
  | "NOT_FOUND"
  | "FORBIDDEN"
  | "CONFLICT"
  | "INVALID"
  | "RULE_BROKEN"
  | "UNAVAILABLE"

export type FieldIssue = { path: string; message: string }

export type ErrorDetails = {
  /** INVALID: what is wrong, field by field. */
  issues?: FieldIssue[]
  /** CONFLICT: the row as it stands now, so that both versions can be shown. */
  current?: unknown
}

export class PlumblineError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message)
    this.name = "PlumblineError"
  }
}

/** The thing does not exist, or lies in another workspace, which must look the same. */
export const notFound = (what: string) => new PlumblineError("NOT_FOUND", `${what} was not found`)
export const forbidden = (reason: string) => new PlumblineError("FORBIDDEN", reason)
export const ruleBroken = (reason: string) => new PlumblineError("RULE_BROKEN", reason)
export const invalid = (issues: FieldIssue[]) =>
  new PlumblineError("INVALID", issues[0]?.message ?? "The input is not valid", { issues })
export const invalidField = (path: string, message: string) => invalid([{ path, message }])

/** Somebody else saved first. `current` is the row as it stands now. */
export const conflict = (what: string, current: unknown) =>
  new PlumblineError("CONFLICT", `${what} was changed by somebody else in the meantime`, { current })

const CONNECTION_LOST = /^(08|57P0|53300|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|CONNECT|CONNECTION)/

/** The database's own error code (SQLSTATE), which drivers and the ORM wrap in causes. */
export function sqlState(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    const code = (e as Error & { code?: unknown }).code
    if (typeof code === "string" && !(e instanceof PlumblineError)) return code
  }
  return undefined
}

/** Turns a lost or refused database connection into UNAVAILABLE; anything else is returned as it is. */
export function asUnavailable(error: unknown): unknown {
  const code = sqlState(error)
  if (code && CONNECTION_LOST.test(code)) {
    return new PlumblineError(
      "UNAVAILABLE",
      "The database cannot be reached at the moment. Try again shortly.",
    )
  }
  return error
}
