import { askedRows } from "@/components/shell/prepare-pages"
import type { State } from "@/components/ui/icon"
import { figure } from "@/server/kernel/domain/counted"
import type { ActivityGap } from "@/server/privacy/domain/activity-gaps"
import {
  ACTIVITY_STATES,
  type ActivityFilter,
  type ActivityState,
  activityFilter,
} from "@/server/privacy/domain/activity-state"
import type { ActivityFields } from "@/server/privacy/domain/processing-activity"
import type { RegisterCounts } from "@/server/privacy/domain/register-counts"

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

/** The filter as an address; a changed filter begins at the first page. */
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

/** What the register asks for, on the server and in the browser alike. */
export const registerInput = (params: URLSearchParams) => ({
  filter: parseFilter(params),
  ...askedRows(params),
})

type Counted = RegisterCounts & { inUse: number }

/** One line about the register; its numbers count all that the filter finds. */
export function registerState(counted: Counted, filtered: boolean): string {
  const { total, inUse, approved, inReview, incomplete } = counted
  if (total === 0 && inUse === 0) return filtered ? "Nothing fits the filters." : "No entry yet."
  const entries = inUse === 1 ? "entry" : "entries"
  const parts = [
    filtered ? `${figure(total)} found, ${figure(inUse)} ${entries} in use` : `${figure(inUse)} ${entries}`,
    approved > 0 && `${figure(approved)} approved`,
    inReview > 0 && `${figure(inReview)} in review`,
    incomplete > 0 && `${figure(incomplete)} ${incomplete === 1 ? "misses" : "miss"} something`,
  ].filter(Boolean)
  return `${parts.join(", ")}.`
}

/** "Complete", or how many points Art. 30 misses. */
export function gapWords(gaps: number): string {
  if (gaps === 0) return "Complete"
  return `${gaps} ${gaps === 1 ? "point" : "points"} missing`
}

/** What stands between an entry and handing it in; undefined when nothing does. */
export function obstacleOf(state: ActivityState, gaps: readonly ActivityGap[]): string | undefined {
  if (state === "in_review") return "It waits for approval already"
  if (state === "approved") return "This version is approved"
  if (state === "deprecated") return "It is deprecated. Take it into use again first"
  return gaps.length > 0 ? `${gapWords(gaps.length)}: ${gaps[0]!.missing.toLowerCase()}` : undefined
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
