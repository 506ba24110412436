import { z } from "zod"

export const LINE_SHOWS = ["all", "mine", "open", "revoked", "pending"] as const
export type LineShow = (typeof LINE_SHOWS)[number]

export const LINE_SHOW_LABELS: Record<LineShow, string> = {
  all: "All lines",
  mine: "Yours to answer",
  open: "Open",
  revoked: "Revoked",
  pending: "Not carried out",
}

/** Which lines of a review are shown. The search looks at the person, what they hold and the reviewer. */
export const lineFilter = z.object({
  show: z.enum(LINE_SHOWS).default("all"),
  search: z.string().trim().max(200, "Search for at most 200 characters").default(""),
})
export type LineFilter = z.output<typeof lineFilter>
