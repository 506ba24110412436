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
    ...change,
  }
}

const card = (id: string, status: ItemStatus): BoardCard => ({
  ...listed(id, { status }),
  statusChangedAt: "2026-10-13T07:40:00.000Z",
})

/** A board of the given cards by id; `hidden` cards of a column are counted, not loaded. */
export function boardOf(cards: Partial<Record<ItemStatus, string[]>>, hidden = 0): Board {
  return {
    columns: ITEM_STATUSES.map((status) => {
      const items = (cards[status] ?? []).map((id) => card(id, status))
      const total = items.length + (items.length > 0 ? hidden : 0)
      return { status, items, total, hasMoreThanCounted: false }
    }),
  }
}
