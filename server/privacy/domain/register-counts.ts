import type { ActivityState } from "./activity-state"

type Counted = { state: ActivityState; gaps: readonly unknown[] }

/** How entries of the record of processing stand. What is deprecated misses nothing. */
export function registerCounts(entries: readonly Counted[]) {
  const of = (state: ActivityState) => entries.filter((entry) => entry.state === state).length
  return {
    total: entries.length,
    approved: of("approved"),
    inReview: of("in_review"),
    incomplete: entries.filter(({ gaps, state }) => gaps.length > 0 && state !== "deprecated").length,
  }
}
export type RegisterCounts = ReturnType<typeof registerCounts>
