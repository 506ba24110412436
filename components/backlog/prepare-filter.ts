import { shortDate } from "@/components/ui/prepare-relative-time"
import {
  DUE_WORDS,
  type DueFilter,
  EMPTY_FILTER,
  type ItemFilter,
  type ItemSort,
  serialiseFilter,
} from "@/server/backlog/domain/item-filter"
import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"

const SORT_WORDS: Record<ItemSort["field"], { name: string; asc: string; desc: string }> = {
  rank: { name: "manual order", asc: "first to last", desc: "last to first" },
  score: { name: "score", asc: "low to high", desc: "high to low" },
  key: { name: "key", asc: "low to high", desc: "high to low" },
  title: { name: "title", asc: "A to Z", desc: "Z to A" },
  type: { name: "kind", asc: "questions first", desc: "follow-ups first" },
  status: { name: "state", asc: "ideas first", desc: "dropped first" },
  owner: { name: "owner", asc: "A to Z", desc: "Z to A" },
  product: { name: "product", asc: "A to Z", desc: "Z to A" },
  estimate: { name: "estimate", asc: "small to large", desc: "large to small" },
  due: { name: "due date", asc: "soonest first", desc: "latest first" },
  created: { name: "creation", asc: "oldest first", desc: "newest first" },
  updated: { name: "last change", asc: "oldest first", desc: "newest first" },
}

export const DUE_LABELS: Record<(typeof DUE_WORDS)[number], string> = {
  overdue: "overdue",
  next_7_days: "in the next 7 days",
  next_30_days: "in the next 30 days",
  none: "no date",
}

/** The address of a view of items; `extra` are parameters besides the filter, such as an open dialog. */
export function filterHref(path: string, filter: ItemFilter, extra: Record<string, string> = {}): string {
  const params = serialiseFilter(filter)
  for (const [name, value] of Object.entries(extra)) params.set(name, value)
  return params.size > 0 ? `${path}?${params}` : path
}

/** The address of the filtered backlog as a file; a link carries no header, so it names the workspace. */
export const exportHref = (workspace: string, filter: ItemFilter) =>
  filterHref("/api/v1/exports/items.csv", { ...filter, sort: [] }, { workspace })

/** The same view without filters; the order stays. */
export const withoutFilters = (filter: ItemFilter): ItemFilter => ({ ...EMPTY_FILTER, sort: filter.sort })

export const isFiltered = (filter: ItemFilter) => serialiseFilter({ ...filter, sort: [] }).size > 0

/** Is the list in the order people made, so that a place in it means something? */
export function isManual({ sort }: ItemFilter): boolean {
  const [first] = sort
  return !first || (first.field === "rank" && first.dir === "asc")
}

/** Whether items may be moved in this view, or why not. Filters may stay: a move goes beside the visible neighbour. */
export function orderable(filter: ItemFilter): Verdict {
  if (!isManual(filter))
    return no(`Sorted by ${SORT_WORDS[filter.sort[0]!.field].name}, so items cannot be moved`)
  return filter.search ? no("Showing search results, so items cannot be moved") : yes
}

/** A header pressed once sorts, twice reverses, three times goes back to manual order. */
export function nextSort(sort: readonly ItemSort[], field: ItemSort["field"]): ItemSort[] {
  const current = sort[0]?.field === field ? sort[0].dir : undefined
  if (!current) return field === "rank" ? [] : [{ field, dir: "asc" }]
  return current === "asc" ? [{ field, dir: "desc" }] : []
}

export function ariaSort(
  filter: ItemFilter,
  field: ItemSort["field"],
): "ascending" | "descending" | undefined {
  const [first] = filter.sort
  if (!first) return field === "rank" ? "ascending" : undefined
  if (first.field !== field) return undefined
  return first.dir === "asc" ? "ascending" : "descending"
}

/** "in manual order", "by due date, soonest first". */
export function sortPhrase(filter: ItemFilter): string {
  const [first] = filter.sort
  if (!first || isManual(filter)) return "in manual order"
  const words = SORT_WORDS[first.field]
  return `by ${words.name}, ${words[first.dir]}`
}

const count = (number: number) => number.toLocaleString("en-GB")
export const itemCount = (number: number) => `${count(number)} ${number === 1 ? "item" : "items"}`

/** "26 of 212 items, in manual order"; without a filter "212 items, …". */
export function listState(filter: ItemFilter, shown: number, all: number | undefined): string {
  const amount =
    isFiltered(filter) && all !== undefined ? `${count(shown)} of ${itemCount(all)}` : itemCount(shown)
  return `${amount}, ${sortPhrase(filter)}`
}

/** The same for the board, which counts long columns only so far: `uncounted` says that there are more. */
export function boardState(
  filter: ItemFilter,
  shown: number | undefined,
  all: number | undefined,
  uncounted: boolean,
): string {
  if (shown === undefined) return "Counting items"
  if (uncounted) return `At least ${itemCount(shown)}, by state`
  return `${isFiltered(filter) && all !== undefined ? `${count(shown)} of ${itemCount(all)}` : itemCount(shown)}, by state`
}

/** The due filter as values of a list of choices, and back: only one at a time. */
export function dueValues(due: DueFilter | null): string[] {
  if (!due) return []
  return [typeof due === "string" ? due : `${due.from ?? ""}..${due.to ?? ""}`]
}

export function dueFromValues(values: readonly string[]): DueFilter | null {
  const chosen = values.at(-1)
  return DUE_WORDS.find((word) => word === chosen) ?? null
}

/** What a range of due dates is called: "1 Oct 2026 to 7 Oct 2026", "from …", "until …". */
export function rangeWords({ from, to }: { from: string | null; to: string | null }): string {
  if (from && to) return `${shortDate(from)} to ${shortDate(to)}`
  return from ? `from ${shortDate(from)}` : `until ${shortDate(to ?? "")}`
}
