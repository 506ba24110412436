import { conflictWith, errorMessage } from "@/components/api/errors"
import type { Given, Outcome } from "./score-drafts"

type Stale = Given & { itemId: string }

/** Why an item's values were not saved; with those saved meanwhile by somebody else, when that is why. */
export function saveFailure(error: unknown, itemId: string): Outcome {
  const current = conflictWith<Stale[] | object | null>(error)
  const mine = Array.isArray(current) ? (current as Stale[]).find((row) => row.itemId === itemId) : undefined
  const theirs = mine && { inputs: mine.inputs, note: mine.note, version: mine.version }
  return { ok: false, message: errorMessage(error), ...(theirs && { theirs }) }
}
