import { ITEM_STATUS_LABELS, type ItemStatus, OPEN_STATUSES } from "@/server/backlog/domain/item"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { LANE_LABELS, LANES, type LaneBy } from "@/server/backlog/domain/wip"
import type { BoardCard } from "../item-data"
import { CARDS, CARDS_IN_LANE } from "./prepare-grid"

/** The input of the board. Page and server prefetch must build the very same. */
export const boardInput = (filter: ItemFilter, laneBy: LaneBy | null) => ({
  filter: { ...filter, sort: [], frameworkKey: undefined },
  laneBy,
  perCell: laneBy ? CARDS_IN_LANE : CARDS,
})

export const statusName = (column: string) => ITEM_STATUS_LABELS[column as ItemStatus]

/** A card as its column has it. */
export const restated = (card: BoardCard, column: string): BoardCard => ({
  ...card,
  status: column as ItemStatus,
})

/** The lanes named in an address; null for none, or for a word that is none. */
export const laneFrom = (params: URLSearchParams): LaneBy | null =>
  LANES.find((lane) => lane === params.get("lanes")) ?? null

export const LANE_OPTIONS = LANES.map((value) => ({ value, label: `by ${LANE_LABELS[value]}` }))

/** How long an open card has been in its column, in whole days; null on the first day and for closed ones. */
export function daysInColumn({ status, statusChangedAt }: BoardCard, now: string): number | null {
  if (!OPEN_STATUSES.includes(status)) return null
  const days = Math.floor((Date.parse(now) - Date.parse(statusChangedAt)) / 86_400_000)
  return days >= 1 ? days : null
}
