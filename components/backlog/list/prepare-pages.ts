import type { ItemView } from "@/server/backlog/domain/item-view"
import type { ListedItem } from "../item-data"
import { columnsToAsk } from "./prepare-columns"

/** Rows per request. */
export const PAGE_SIZE = 100

export type PagedView = Pick<ItemView, "filter" | "group" | "columns">

/** The input of one page; the first one counts all. Page and server prefetch must build the very same. */
export function pageInput({ filter, group, columns }: PagedView, page: number) {
  const asked = columnsToAsk(columns)
  return {
    filter,
    ...(group && { group }),
    ...(asked.length > 0 && { columns: asked }),
    offset: page * PAGE_SIZE,
    limit: PAGE_SIZE,
    withTotal: page === 0,
  }
}

/** The input of the groups: the order of the items does not matter to them. */
export const groupsInput = ({ filter, group }: Pick<PagedView, "filter" | "group">) => ({
  filter: { ...filter, sort: [] },
  // A field has to be named even while nothing is asked.
  group: group ?? ("status" as const),
})

/** The pages that cover rows `first` to `last`, both included, always with the first page of the list. */
export function pagesFor(first: number, last: number): number[] {
  const from = Math.max(0, Math.floor(first / PAGE_SIZE))
  const to = Math.max(from, Math.floor(last / PAGE_SIZE))
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return from === 0 ? pages : [0, ...pages]
}

/** Loaded rows by their place in the whole list; places not loaded are missing. */
export type Rows = ReadonlyMap<number, ListedItem>

export function rowsOfPages(pages: ReadonlyMap<number, readonly ListedItem[]>): Rows {
  const rows = new Map<number, ListedItem>()
  for (const [page, items] of pages) {
    for (const [index, item] of items.entries()) rows.set(page * PAGE_SIZE + index, item)
  }
  return rows
}

/** The list with one row moved; null when a row between the two places is not loaded. */
export function movedRows(rows: Rows, from: number, to: number): Rows | null {
  const moving = rows.get(from)
  if (!moving) return null
  const next = new Map(rows)
  const step = from < to ? 1 : -1
  for (let at = from; at !== to; at += step) {
    const neighbour = rows.get(at + step)
    if (!neighbour) return null
    next.set(at, neighbour)
  }
  next.set(to, moving)
  return next
}

/** The rows of one page, as far as they are loaded. */
export function pageOfRows(rows: Rows, page: number): ListedItem[] {
  const items: ListedItem[] = []
  for (let at = page * PAGE_SIZE; at < (page + 1) * PAGE_SIZE; at++) {
    const item = rows.get(at)
    if (item) items.push(item)
  }
  return items
}

/** Where a move to a place leads, for the server: directly after the row above it, or before the first row. */
export function neighbourAt(
  rows: Rows,
  from: number,
  to: number,
): { afterId: string } | { beforeId: string } | null {
  const above = rows.get(to > from ? to : to - 1)
  if (above) return { afterId: above.id }
  const first = to === 0 ? rows.get(0) : undefined
  return first ? { beforeId: first.id } : null
}
