import type { State } from "@/components/ui/icon"
import type { ActivityGap } from "@/server/privacy/domain/activity-gaps"
import {
  ACTIVITY_STATES,
  type ActivityFilter,
  type ActivityState,
  activityFilter,
} from "@/server/privacy/domain/activity-state"
import type { ActivityFields } from "@/server/privacy/domain/processing-activity"

/** The shape and colour of each state; the word beside it comes from the domain. */
export const ACTIVITY_LOOKS: Record<ActivityState, State> = {
  draft: "later",
  in_review: "warning",
  sent_back: "bad",
  outdated: "bad",
  approved: "good",
  deprecated: "later",
}

export const MARK_LABELS = {
  incomplete: "Misses something",
  special: "Special categories",
  transfer: "Leaves the Union",
} as const
export const MARKS = Object.keys(MARK_LABELS) as (keyof typeof MARK_LABELS)[]

const NAMES = { states: "state", roles: "role", productIds: "product", marks: "mark" } as const

/** The filter as an address. */
export function filterParams(filter: ActivityFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (filter.search) params.set("q", filter.search)
  for (const [part, name] of Object.entries(NAMES) as [keyof typeof NAMES, string][]) {
    for (const value of filter[part]) params.append(name, value)
  }
  return params
}

/** Reads it from an address; what cannot be read is left out. */
export function parseFilter(params: URLSearchParams): ActivityFilter {
  const parts = Object.entries(NAMES).map(([part, name]) => [part, params.getAll(name)])
  const readable = parts.filter((part) => activityFilter.safeParse(Object.fromEntries([part])).success)
  const search = (params.get("q") ?? "").slice(0, 200)
  return activityFilter.parse({ search, ...Object.fromEntries(readable) })
}

type Counted = { state: ActivityState; gaps: readonly ActivityGap[] }

/** One line about the register. */
export function registerState(rows: readonly Counted[], total: number, filtered: boolean): string {
  if (total === 0 && rows.length === 0) return filtered ? "Nothing fits the filters." : "No entry yet."
  const found = filtered
    ? `${rows.length} found of ${total} ${total === 1 ? "entry" : "entries"}`
    : `${total} ${total === 1 ? "entry" : "entries"}`
  const of = (state: ActivityState) => rows.filter((row) => row.state === state).length
  const incomplete = rows.filter(({ gaps, state }) => gaps.length > 0 && state !== "deprecated").length
  const parts = [
    of("approved") > 0 && `${of("approved")} approved`,
    of("in_review") > 0 && `${of("in_review")} in review`,
    incomplete > 0 && `${incomplete} ${incomplete === 1 ? "misses" : "miss"} something`,
  ].filter(Boolean)
  return `${[found, ...parts].join(", ")}.`
}

/** "Complete", or how many points Art. 30 misses. */
export function gapWords(gaps: readonly ActivityGap[]): string {
  if (gaps.length === 0) return "Complete"
  return `${gaps.length} ${gaps.length === 1 ? "point" : "points"} missing`
}

/** What stands between an entry and handing it in; undefined when nothing does. */
export function obstacleOf(state: ActivityState, gaps: readonly ActivityGap[]): string | undefined {
  if (state === "in_review") return "It waits for approval already"
  if (state === "approved") return "This version is approved"
  if (state === "deprecated") return "It is deprecated. Take it into use again first"
  return gaps.length > 0 ? `${gapWords(gaps)}: ${gaps[0]!.missing.toLowerCase()}` : undefined
}

/** Lines of a text field as values; empty lines say nothing. */
const withoutEmpty = (lines: readonly string[]) => lines.map((line) => line.trim()).filter(Boolean)

/** What is sent of a form: lines without empty ones, and no transfer when none leaves the Union. */
export function sentFields(fields: ActivityFields): ActivityFields {
  return {
    ...fields,
    people: withoutEmpty(fields.people),
    recipients: withoutEmpty(fields.recipients),
    transfers: fields.transfersOutside ? fields.transfers : [],
  }
}

/** The states that a person filters by, in their order. */
export const orderedStates = (chosen: readonly string[]) =>
  ACTIVITY_STATES.filter((state) => chosen.includes(state))
