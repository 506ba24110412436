import type { Board, BoardCard, ListedItem } from "@/components/backlog/item-data"
import { ITEM_STATUSES, type ItemStatus } from "@/server/backlog/domain/item"

export function listed(id: string, change: Partial<ListedItem> = {}): ListedItem {
  return {
    id,
    key: `FUL-${id}`,
    title: `Item ${id}`,
    type: "story",
    status: "idea",
    labels: [],
    estimate: null,
    dueDate: null,
    rank: `a${id}`,
    version: 1,
    updatedAt: "2026-10-13T07:40:00.000Z",
    ownerId: null,
    ownerName: null,
    productId: null,
    productName: null,
    productSlug: null,
    quarter: null,
    externalKey: null,
    createdAt: "2026-10-13T07:40:00.000Z",
    statusChangedAt: "2026-10-13T07:40:00.000Z",
    archivedAt: null,
    more: null,
    ...change,
  }
}

export function card(id: string, status: ItemStatus, change: Partial<BoardCard> = {}): BoardCard {
  const { key, title, type, labels, estimate, dueDate, rank, version, updatedAt } = listed(id)
  const { ownerId, ownerName, productId, productName, productSlug } = listed(id)
  return {
    id,
    key,
    title,
    type,
    status,
    labels,
    estimate,
    dueDate,
    rank,
    version,
    updatedAt,
    ownerId,
    ownerName,
    productId,
    productName,
    productSlug,
    quarter: null,
    parentId: null,
    statusChangedAt: "2026-10-13T07:40:00.000Z",
    ...change,
  }
}

type Cells = Partial<Record<ItemStatus, string[]>>

function laneOf(cells: Cells, hidden: number, uncounted: boolean, value: string | null) {
  const filled = ITEM_STATUSES.map((status) => {
    const items = (cells[status] ?? []).map((id) => card(id, status, value ? { labels: [value] } : {}))
    const total = items.length + (items.length > 0 ? hidden : 0)
    const counted = { total, sum: 0, unestimated: total }
    return { column: status, ...counted, hasMoreThanCounted: uncounted && items.length > 0, items }
  })
  const total = value === null ? 0 : filled.reduce((sum, cell) => sum + cell.total, 0)
  return { value, name: value ?? "", total, sum: 0, unestimated: total, cells: filled }
}

/** A board of the given cards by id; `hidden` cards of a column are counted, not loaded. */
export function boardOf(cells: Cells, hidden = 0, uncounted = false): Board {
  const lane = laneOf(cells, hidden, uncounted, null)
  return {
    laneBy: null,
    columns: lane.cells.map(({ items: _, ...column }) => column),
    lanes: [lane],
    moreLanes: 0,
  }
}

/** A board in lanes by their value; "" is the lane of those without. */
export function lanedBoard(laneBy: NonNullable<Board["laneBy"]>, lanes: Record<string, Cells>): Board {
  const drawn = Object.entries(lanes).map(([value, cells]) => laneOf(cells, 0, false, value || null))
  const columns = ITEM_STATUSES.map((column, index) => {
    const total = drawn.reduce((sum, lane) => sum + lane.cells[index]!.total, 0)
    return { column, total, sum: 0, unestimated: total, hasMoreThanCounted: false }
  })
  return { laneBy, columns, lanes: drawn, moreLanes: 0 }
}
