import { ITEM_STATUS_LABELS, type ItemStatus } from "@/server/backlog/domain/item"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { compareRanks } from "@/server/backlog/domain/rank"
import type { Board, BoardCard, BoardColumn } from "../item-data"

/** Cards of a column that are read first, and with each "Show more". */
export const CARDS = 50

/** The input of the board. Page and server prefetch must build the very same. */
export const boardInput = (filter: ItemFilter) => ({
  filter: { ...filter, sort: [], frameworkKey: undefined },
  perColumn: CARDS,
})

/** Where a card goes: before another card of the column, or (null) after the last one shown. */
export type Target = { status: ItemStatus; beforeId: string | null }

const COLUMN = "column:"
export const columnId = (status: ItemStatus) => `${COLUMN}${status}`

export type Found = { column: BoardColumn; index: number; card: BoardCard }

export function findCard(board: Board, id: string): Found | null {
  for (const column of board.columns) {
    const index = column.items.findIndex((card) => card.id === id)
    const card = column.items[index]
    if (card) return { column, index, card }
  }
  return null
}

/**
 * What hovering over something means. In its own column a card takes the place of the card it is over; in another one
 * it goes above it, or below when it hangs lower (`low`). Over a column as a whole: to its end.
 */
export function targetOver(board: Board, movedId: string, overId: string, low: boolean): Target | null {
  const column = board.columns.find(({ status }) => columnId(status) === overId)
  if (column) return { status: column.status, beforeId: null }
  const from = findCard(board, movedId)
  const over = findCard(board, overId)
  if (!from || !over) return null
  const same = from.column.status === over.column.status
  const after = same ? from.index < over.index : low
  const beforeId = after ? (over.column.items[over.index + 1]?.id ?? null) : overId
  if (same && (overId === movedId || beforeId === movedId)) return homeOf(from)
  return { status: over.column.status, beforeId }
}

/** Where a card stands, as a target. */
export function homeOf({ column, index }: Found): Target {
  return { status: column.status, beforeId: column.items[index + 1]?.id ?? null }
}

/** A card's place in a column by its rank, for people who may change states but not the order. */
export function byRank(board: Board, card: BoardCard, status: ItemStatus): Target {
  const column = board.columns.find((one) => one.status === status)
  const later = column?.items.find((other) => other.id !== card.id && compareRanks(other, card) > 0)
  return { status, beforeId: later?.id ?? null }
}

/** The board with one card at its new place; counts follow. */
export function moveCard(board: Board, id: string, { status, beforeId }: Target): Board {
  const from = findCard(board, id)
  if (!from) return board
  const card = { ...from.card, status }
  const columns = board.columns.map((column) => {
    const others = column.items.filter((one) => one.id !== id)
    const total = column.total - (column.items.length - others.length)
    if (column.status !== status) return { ...column, items: others, total }
    const at = beforeId === null ? -1 : others.findIndex((one) => one.id === beforeId)
    const place = at < 0 ? others.length : at
    return { ...column, total: total + 1, items: [...others.slice(0, place), card, ...others.slice(place)] }
  })
  return { columns }
}

/** The neighbour by which the server finds a place in the order; null in an empty column, where any place will do. */
export function neighbourFor(
  board: Board,
  id: string,
  { status, beforeId }: Target,
): { afterId: string } | { beforeId: string } | null {
  const others =
    board.columns.find((one) => one.status === status)?.items.filter((one) => one.id !== id) ?? []
  if (beforeId !== null) return { beforeId }
  const last = others.at(-1)
  return last ? { afterId: last.id } : null
}

/** How many cards a column has; beyond what the server counts: "500+". */
export const countWords = ({
  total,
  hasMoreThanCounted,
}: Pick<BoardColumn, "total" | "hasMoreThanCounted">) =>
  `${total.toLocaleString("en-GB")}${hasMoreThanCounted ? "+" : ""}`

/** A column with further cards; fewer than were asked for means that there are no more. */
export function grownColumn(column: BoardColumn, more: readonly BoardCard[]): BoardColumn {
  const known = new Set(column.items.map(({ id }) => id))
  const items = [...column.items, ...more.filter(({ id }) => !known.has(id))]
  if (more.length < CARDS) return { ...column, items, total: items.length, hasMoreThanCounted: false }
  return { ...column, items, total: Math.max(column.total, items.length) }
}

export const hasMore = (column: BoardColumn) =>
  column.hasMoreThanCounted || column.total > column.items.length

const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]
export const isArrow = (code: string) => ARROWS.includes(code)

/** From one thing that can be hovered over to the next, by arrow: cards, then the column's end; sideways to the same height. */
export function stepOver(
  board: Board,
  closed: ReadonlySet<ItemStatus>,
  overId: string,
  code: string,
): string {
  const stops = board.columns.map(({ status, items }) =>
    closed.has(status) ? [columnId(status)] : [...items.map(({ id }) => id), columnId(status)],
  )
  const at = stops.findIndex((column) => column.includes(overId))
  const here = stops[at]
  if (!here) return overId
  const height = here.indexOf(overId)
  if (code === "ArrowUp") return here[height - 1] ?? overId
  if (code === "ArrowDown") return here[height + 1] ?? overId
  const beside = stops[at + (code === "ArrowRight" ? 1 : -1)]
  return beside?.[Math.min(height, beside.length - 1)] ?? overId
}

/** "Review, place 2 of 4": what is spoken while a card hovers. */
export function placeWords(board: Board, id: string, target: Target): string {
  const column = moveCard(board, id, target).columns.find(({ status }) => status === target.status)
  const place = (column?.items.findIndex((card) => card.id === id) ?? 0) + 1
  return `${ITEM_STATUS_LABELS[target.status]}, place ${place} of ${column?.total ?? 0}`
}

export const sameTarget = (a: Target, b: Target) => a.status === b.status && a.beforeId === b.beforeId
