import { shortDate } from "@/components/ui/prepare-relative-time"
import type { BulkFields } from "@/server/backlog/domain/bulk-change"
import { isClosed } from "@/server/backlog/domain/item"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { dueOutside, LATER, PAST, quarterFor, UNPLANNED } from "@/server/backlog/domain/roadmap"
import type { LaneBy } from "@/server/backlog/domain/wip"
import { CARDS, CARDS_IN_LANE } from "../board/prepare-grid"
import type { Board, BoardCard } from "../item-data"

/** The input of the roadmap. Page and server prefetch must build the very same. */
export const roadmapInput = (filter: ItemFilter, laneBy: LaneBy | null) => ({
  filter: { ...filter, sort: [], frameworkKey: undefined },
  laneBy,
  perCell: laneBy ? CARDS_IN_LANE : CARDS,
})

/** "Q4 2026", "Earlier", "Later", "No quarter". */
export function columnName(column: string): string {
  if (column === PAST) return "Earlier"
  if (column === LATER) return "Later"
  return column === UNPLANNED ? "No quarter" : `${column.slice(5)} ${column.slice(0, 4)}`
}

export const FOLDABLE = [PAST, LATER, UNPLANNED]

/** A card as its column has it. */
export function requartered(card: BoardCard, column: string, today: string): BoardCard {
  const quarter = quarterFor(column, today)
  return quarter === undefined ? card : { ...card, quarter }
}

/** A due date that does not fit the plan: "Due 3 Feb, after Q4 2026". Null when it fits, or the item is closed. */
export function dueWarning({ dueDate, quarter, status }: BoardCard): string | null {
  const side = dueOutside(dueDate, quarter)
  if (side === null || isClosed(status) || !dueDate || !quarter) return null
  return `Due ${shortDate(dueDate)}, ${side} ${columnName(quarter)}`
}

/** The line of state: what is planned from now on, what is not. */
export function roadmapState(board: Board | undefined): string {
  if (!board) return "Counting items"
  const total = (column: string) => board.columns.find((one) => one.column === column)?.total ?? 0
  const ahead = board.columns.filter(({ column }) => column !== PAST && column !== UNPLANNED)
  const planned = ahead.reduce((sum, column) => sum + column.total, 0)
  const items = planned === 1 ? "1 item" : `${planned.toLocaleString("en-GB")} items`
  return `${items} planned from this quarter on, ${total(UNPLANNED).toLocaleString("en-GB")} open without a quarter`
}

/** What a move to another lane writes, as a change of one item. */
export function laneFields(by: LaneBy | null, from: string | null, to: string | null): BulkFields {
  if (by === null || from === to) return {}
  if (by === "owner") return { ownerId: to }
  if (by === "product") return { productId: to }
  if (by === "parent") return { parentId: to }
  if (by === "type") return to === null ? {} : { type: to as BoardCard["type"] }
  return { labels: { add: to === null ? [] : [to], remove: from === null ? [] : [from] } }
}
