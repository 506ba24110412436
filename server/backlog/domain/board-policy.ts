import { z } from "zod"

/** What happens to an item that comes to Done although its Definition of Done is not met. */
export const DONE_GATES = ["off", "warn", "block"] as const
export const doneGateSchema = z.enum(DONE_GATES)
export type DoneGatePolicy = z.infer<typeof doneGateSchema>

export const DONE_GATE_LABELS: Record<DoneGatePolicy, string> = {
  off: "Not asked",
  warn: "Warn",
  block: "Refuse",
}

/** What each means, beside the choice. */
export const DONE_GATE_HELP: Record<DoneGatePolicy, string> = {
  off: "Items come to Done whatever their checklist says.",
  warn: "Items come to Done, and whoever moves them reads what is missing.",
  block: "Items with missing checks, or without a checklist, do not come to Done: by no way, for nobody.",
}

/** What a refusal names at most; the checklist tells the rest. */
const NAMED = 5

/** "DPIA approved; owner active", or "… and 3 more". */
export function missingWords(missing: readonly string[]): string {
  if (missing.length <= NAMED) return missing.join("; ")
  return `${missing.slice(0, NAMED).join("; ")}; and ${missing.length - NAMED} more`
}

/** Why an item cannot be done, as the server refuses it. */
export const cannotBeDone = (missing: readonly string[]) => `cannot be done: ${missingWords(missing)}`
