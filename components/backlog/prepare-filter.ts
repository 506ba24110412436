import { shortDate } from "@/components/ui/prepare-relative-time"
import {
  type CustomField,
  customNameOfField,
  fieldLabel,
  type GroupField,
} from "@/server/backlog/domain/item-fields"
import {
  DUE_WORDS,
  type DueFilter,
  EMPTY_FILTER,
  type ItemFilter,
  type ItemSort,
  type SortField,
  serialiseFilter,
} from "@/server/backlog/domain/item-filter"
import { figure } from "@/server/kernel/domain/counted"
import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"

type SortWords = { name: string; asc: string; desc: string }
const letters = { asc: "A to Z", desc: "Z to A" }
const times = { asc: "oldest first", desc: "newest first" }

const SORT_WORDS: Record<Exclude<SortField, CustomField>, SortWords> = {
  rank: { name: "manual order", asc: "first to last", desc: "last to first" },
  score: { name: "score", asc: "low to high", desc: "high to low" },
  key: { name: "key", asc: "low to high", desc: "high to low" },
  title: { name: "title", ...letters },
  type: { name: "kind", asc: "questions first", desc: "follow-ups first" },
  status: { name: "state", asc: "ideas first", desc: "dropped first" },
  owner: { name: "owner", ...letters },
  product: { name: "product", ...letters },
  domain: { name: "domain", ...letters },
  estimate: { name: "estimate", asc: "small to large", desc: "large to small" },
  due: { name: "due date", asc: "soonest first", desc: "latest first" },
  quarter: { name: "quarter", asc: "earliest first", desc: "latest first" },
  parent: { name: "the whole it is part of", asc: "low to high", desc: "high to low" },
  creator: { name: "who created it", ...letters },
  external_key: { name: "key in the source", ...letters },
  created: { name: "creation", ...times },
  updated: { name: "last change", ...times },
  state_since: { name: "time in state", asc: "longest first", desc: "newest first" },
}

export function sortWords(field: SortField): SortWords {
  const custom = customNameOfField(field)
  return custom === null
    ? SORT_WORDS[field as Exclude<SortField, CustomField>]
    : { name: custom, asc: "low to high", desc: "high to low" }
}

export const DUE_LABELS: Record<(typeof DUE_WORDS)[number], string> = {
  overdue: "overdue",
  next_7_days: "in the next 7 days",
  next_30_days: "in the next 30 days",
  none: "no date",
}

/** The address of a view of items; `extra` are parameters besides the filter, such as an open dialog. */
export function filterHref(path: string, filter: ItemFilter, extra: Record<string, string> = {}): string {
  return hrefOf(path, serialiseFilter(filter), extra)
}

/** An address with its parameters. Signs that an address may hold as they are stay readable. */
export function hrefOf(path: string, params: URLSearchParams, extra: Record<string, string> = {}): string {
  for (const [name, value] of Object.entries(extra)) params.set(name, value)
  const query = params.toString().replace(/%(?:28|29|2C|3A|3B|21)/g, decodeURIComponent)
  return query ? `${path}?${query}` : path
}

export type ExportFormat = "csv" | "xlsx" | "json"

/** The address of a view as a file, with its columns; a link carries no header, so it names the workspace. */
export const exportHref = (workspace: string, view: URLSearchParams, format: ExportFormat) =>
  hrefOf(`/api/v1/exports/items.${format}`, view, { fields: "view", workspace })

/** The address of all items with all of their fields, which can be imported again. */
export const exportAllHref = (workspace: string) =>
  hrefOf("/api/v1/exports/items.csv", new URLSearchParams(), { workspace })

/** The same view without filters; the order and the framework whose scores it shows stay. */
export const withoutFilters = ({ sort, frameworkKey }: ItemFilter): ItemFilter => ({
  ...EMPTY_FILTER,
  sort,
  frameworkKey,
})

/** Whether anything is left out: the order and the framework leave nothing out. */
export const isFiltered = (filter: ItemFilter) =>
  serialiseFilter({ ...filter, sort: [], frameworkKey: undefined }).size > 0

/** Is the list in the order people made, so that a place in it means something? */
export function isManual({ sort }: ItemFilter): boolean {
  const [first] = sort
  return !first || (first.field === "rank" && first.dir === "asc")
}

/** Whether items may be moved in this view, or why not. Filters may stay: a move goes beside the visible neighbour. */
export function orderable(filter: ItemFilter, group: GroupField | null = null): Verdict {
  if (group) return no(`Grouped by ${fieldLabel(group).toLowerCase()}, so items cannot be moved`)
  if (!isManual(filter))
    return no(`Sorted by ${sortWords(filter.sort[0]!.field).name}, so items cannot be moved`)
  return filter.search ? no("Showing search results, so items cannot be moved") : yes
}

/**
 * A header pressed once sorts, twice reverses, three times goes back to manual order. `add` (with Shift) keeps the
 * present order and sorts what is the same in it.
 */
export function nextSort(sort: readonly ItemSort[], field: SortField, add = false): ItemSort[] {
  if (add && sort.length > 0) {
    const at = sort.findIndex((one) => one.field === field)
    if (at < 0) return [...sort, { field, dir: "asc" as const }].slice(-3)
    return sort.flatMap((one, index): ItemSort[] => {
      if (index !== at) return [one]
      return one.dir === "asc" ? [{ field, dir: "desc" }] : []
    })
  }
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

/** How a column takes part in the order of several: its direction and its place, from 1; null when it does not. */
export function sortPlace({ sort }: ItemFilter, field: SortField) {
  const at = sort.findIndex((one) => one.field === field)
  return at < 0 ? null : { dir: sort[at]!.dir, place: at + 1 }
}

/** "in manual order", "by due date, soonest first". */
export function sortPhrase(filter: ItemFilter): string {
  const [first] = filter.sort
  if (!first || isManual(filter)) return "in manual order"
  const words = sortWords(first.field)
  const others = filter.sort.slice(1).map(({ field }) => sortWords(field).name)
  return `by ${words.name}, ${words[first.dir]}${others.map((name) => `, then ${name}`).join("")}`
}

export const itemCount = (number: number) => `${figure(number)} ${number === 1 ? "item" : "items"}`

/** "26 of 212 items, in manual order"; without a filter "212 items, …"; grouped, the groups come first. */
export function listState(
  filter: ItemFilter,
  shown: number,
  all: number | undefined,
  group: GroupField | null = null,
): string {
  const amount =
    isFiltered(filter) && all !== undefined ? `${figure(shown)} of ${itemCount(all)}` : itemCount(shown)
  const by = group === "labels" ? "each of their labels" : fieldLabel(group ?? "").toLowerCase()
  return `${amount}, ${group ? `grouped by ${by}, ` : ""}${sortPhrase(filter)}`
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
  return `${isFiltered(filter) && all !== undefined ? `${figure(shown)} of ${itemCount(all)}` : itemCount(shown)}, by state`
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
