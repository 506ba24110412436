import { OPEN_STATUSES } from "@/server/backlog/domain/item"

/** What to ask the backlog for: the first ten open items of a product, in the order of the backlog. */
export function topItems(productId: string) {
  return { filter: { productIds: [productId], statuses: [...OPEN_STATUSES] }, limit: 10, withTotal: true }
}
