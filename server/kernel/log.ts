import pino from "pino"

/** The process's log: one JSON line per event on standard output, secrets removed. */
export const log = pino({
  level: process.env.PLUMBLINE_LOG_LEVEL || "info",
  base: undefined,
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
