import pino from "pino"

type LoggedError = { type: string; message: string; code?: unknown; stack?: string; cause?: LoggedError }

const messageOf = (value: object) => String(Reflect.get(value, "message") ?? "")

/**
 * What is kept of an error. Drivers hang whole connections on theirs, and the ORM puts the parameters of a failed query
 * into its message: neither belongs in a log.
 */
export function errorFacts(error: unknown, depth = 0): LoggedError | undefined {
  if (typeof error !== "object" || error === null)
    return error === undefined ? undefined : { type: "value", message: String(error) }
  const message = messageOf(error).split("\nparams:")[0]!
  if (!(error instanceof Error)) return { type: "object", message }
  const stack = error.stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n")
  const code = "code" in error ? { code: error.code } : {}
  const cause = depth < 3 ? errorFacts(error.cause, depth + 1) : undefined
  return { type: error.name, message, ...code, stack, ...(cause && { cause }) }
}

/** The process's log: one JSON line per event on standard output, secrets removed. */
export const log = pino({
  level: process.env.PLUMBLINE_LOG_LEVEL || "info",
  base: undefined,
  serializers: { err: (error: unknown) => errorFacts(error) },
  redact: {
    paths: [
      "*.password",
      "*.token",
      "*.secret",
      "*.authorization",
      "*.cookie",
      "headers.authorization",
      "headers.cookie",
    ],
    censor: "[removed]",
  },
})
