import type { Agreement } from "./round-agreement"

/** What closing a workshop came to, frozen with it. */
export type Outcome = {
  /** Of the first round, after the last, and after each with what it left unchanged; older records lack the rounds. */
  agreement: { before: Agreement; after: Agreement; rounds?: Agreement[] }
  /** Scores that were written to the scorers' own. */
  written: number
  /** Scores that stayed as they were, because their owner changed them outside the workshop since. */
  kept: { name: string; keys: string[] }[]
  /** A newer version of the framework, published meanwhile: then no score was written. */
  newerVersion: number | null
}
