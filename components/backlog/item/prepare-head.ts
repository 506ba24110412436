import { shortDate } from "@/components/ui/prepare-relative-time"
import {
  ITEM_STATUS_LABELS,
  ITEM_STATUSES,
  ITEM_TYPE_LABELS,
  type ItemStatus,
  isClosed,
} from "@/server/backlog/domain/item"
import type { ItemDetails } from "../item-data"

type Facts = Pick<ItemDetails, "type" | "status" | "statusChangedAt" | "createdAt"> & {
  createdBy: { name: string }
}

/** "Story, doing since 17 Nov, owned by Priya Raman, created by Ines Moreau on 3 Oct 2026". */
export function stateLine(item: Facts, ownerName: string | null, now: string): string {
  return [
    ITEM_TYPE_LABELS[item.type],
    `${ITEM_STATUS_LABELS[item.status].toLowerCase()} since ${shortDate(item.statusChangedAt, now)}`,
    ownerName ? `owned by ${ownerName}` : "nobody owns it",
    `created by ${item.createdBy.name} on ${shortDate(item.createdAt, now)}`,
  ].join(", ")
}

/** The state that usually follows; null when the item is closed. */
export function nextStatus(status: ItemStatus): ItemStatus | null {
  if (isClosed(status)) return null
  return ITEM_STATUSES[ITEM_STATUSES.indexOf(status) + 1] ?? null
}
