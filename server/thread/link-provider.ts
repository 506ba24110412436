import type { OpCtx } from "@/server/kernel/context"
import type { ScopedPermission } from "@/server/kernel/domain/permissions"
import type { ThreadLink } from "@/server/products/domain/thread-link"

/** What a provider gets to know about a product. */
export type ThreadProduct = {
  id: string
  slug: string
  name: string
  ownerId: string | null
  ownerName: string | null
}

/** One link of the thread, for many products at once. A product missing from the answer does not have the link. */
export type LinkProvider = {
  /** Who may see the link. Products for which the caller does not hold it are not asked about. */
  permission: ScopedPermission
  links: (ctx: OpCtx, products: ThreadProduct[]) => Promise<Map<string, ThreadLink>>
}
