import { ITEM_STATUSES, type ItemStatus } from "@/server/backlog/domain/item"
import type { ProductSummary } from "@/server/products/domain/product"
import type { ThreadLink } from "@/server/products/domain/thread-link"

/** Items of a product by how far they are; dropped ones are left out. */
export type ItemCounts = { notStarted: number; inProgress: number; done: number }

/** A product in a table: its items and its thread. Links that the reader may not see are left out. */
export type ThreadRow = ProductSummary & { items: ItemCounts; links: ThreadLink[] }

const GROUPS: Record<ItemStatus, keyof ItemCounts | undefined> = {
  idea: "notStarted",
  refine: "notStarted",
  ready: "notStarted",
  doing: "inProgress",
  review: "inProgress",
  done: "done",
  dropped: undefined,
}

/** Adds up the numbers per status. */
export function countByGroup(byStatus: Partial<Record<ItemStatus, number>>): ItemCounts {
  const counts: ItemCounts = { notStarted: 0, inProgress: 0, done: 0 }
  for (const status of ITEM_STATUSES) {
    const group = GROUPS[status]
    if (group) counts[group] += byStatus[status] ?? 0
  }
  return counts
}

export const openItems = (counts: ItemCounts) => counts.notStarted + counts.inProgress
