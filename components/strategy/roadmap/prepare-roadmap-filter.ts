import type { InitiativeRow } from "@/server/strategy/domain/initiative-row"
import { quarterOf, quarterSchema } from "@/server/strategy/domain/quarter"

export const ROADMAP_STATES = ["planned", "running", "over", "waiting", "warning"] as const
export type RoadmapState = (typeof ROADMAP_STATES)[number]

export const ROADMAP_STATE_LABELS: Record<RoadmapState, string> = {
  planned: "Planned",
  running: "Running",
  over: "Over",
  waiting: "Waits for a decision",
  warning: "Has a warning",
}

/** What the roadmap shows; empty lists mean "any". Sponsors are ids, "me" for the reader, or "none". */
export type RoadmapFilter = { search: string; sponsors: string[]; quarters: string[]; states: RoadmapState[] }

export const EMPTY_ROADMAP_FILTER: RoadmapFilter = { search: "", sponsors: [], quarters: [], states: [] }

const MOST = 50

/** Reads the filter from the address. Never fails: what it cannot read is left out. */
export function parseRoadmapFilter(params: URLSearchParams): RoadmapFilter {
  const all = (name: string) => [...new Set(params.getAll(name))].slice(0, MOST)
  const states = all("state")
  return {
    search: (params.get("q") ?? "").trim().slice(0, 200),
    sponsors: all("sponsor").map((id) => id.slice(0, 40)),
    quarters: all("quarter").filter((quarter) => quarterSchema.safeParse(quarter).success),
    states: ROADMAP_STATES.filter((state) => states.includes(state)),
  }
}

/** The address with this filter; what else it holds stays. */
export function roadmapParams(params: URLSearchParams, filter: RoadmapFilter): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const name of ["q", "sponsor", "quarter", "state"]) next.delete(name)
  if (filter.search) next.set("q", filter.search)
  for (const id of filter.sponsors) next.append("sponsor", id)
  for (const quarter of filter.quarters) next.append("quarter", quarter)
  for (const state of filter.states) next.append("state", state)
  return next
}

export const isEmptyRoadmapFilter = (filter: RoadmapFilter) =>
  roadmapParams(new URLSearchParams(), filter).size === 0

/** The states of an initiative on a day: where it stands in time, and what it waits for. */
export function statesOf(
  { startQuarter, endQuarter, open, warnings }: InitiativeRow,
  today: string,
): RoadmapState[] {
  const now = quarterOf(today)
  const time = endQuarter < now ? "over" : startQuarter > now ? "planned" : "running"
  return [
    time,
    ...(open ? (["waiting"] as const) : []),
    ...(warnings.length > 0 ? (["warning"] as const) : []),
  ]
}

/** The initiatives that a filter shows; `me` is the reader. Words are looked for in names, people and objectives. */
export function filterInitiatives(
  initiatives: readonly InitiativeRow[],
  { search, sponsors, quarters, states }: RoadmapFilter,
  { today, me }: { today: string; me: string },
): InitiativeRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const wanted = sponsors.map((id) => (id === "me" ? me : id))
  return initiatives.filter((row) => {
    const { name, sponsor, owner, objective, startQuarter, endQuarter } = row
    const text = [name, sponsor?.name, owner?.name, objective?.key, objective?.title].join(" ").toLowerCase()
    return (
      words.every((word) => text.includes(word)) &&
      (wanted.length === 0 || wanted.includes(sponsor?.id ?? "none")) &&
      (quarters.length === 0 ||
        quarters.some((quarter) => startQuarter <= quarter && quarter <= endQuarter)) &&
      (states.length === 0 || statesOf(row, today).some((state) => states.includes(state)))
    )
  })
}
