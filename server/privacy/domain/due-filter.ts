import { z } from "zod"
import { DUE_ORDER } from "./retention-dates"

/** What the list of due dates shows. Empty lists mean "any". */
export const dueFilter = z.object({
  /** A part of the name of an asset or a rule. */
  search: z.string().trim().max(200).default(""),
  states: z.array(z.enum(DUE_ORDER)).max(DUE_ORDER.length).default([]),
  /** These alone, for whoever holds the id of a rule at an asset. */
  ids: z.array(z.uuid()).max(50).default([]),
})
export type DueFilter = z.output<typeof dueFilter>
