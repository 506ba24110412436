import type { OpCtx } from "@/server/kernel/context"
import type { ProductSummary } from "@/server/products/domain/product"
import type { ThreadLink } from "@/server/products/domain/thread-link"
import type { LinkProvider } from "../link-provider"
import { readable } from "./readable"

/** The threads of many products: each provider is asked once, and the links stand in the providers' order. */
export async function composeThreads(
  ctx: OpCtx,
  products: ProductSummary[],
  providers: readonly LinkProvider[],
): Promise<Map<string, ThreadLink[]>> {
  const threads = new Map<string, ThreadLink[]>(products.map((product) => [product.id, []]))
  for (const { permission, links } of providers) {
    const asked = readable(ctx, permission, products).map(({ id, slug, name, owner }) => {
      return { id, slug, name, ownerId: owner?.id ?? null, ownerName: owner?.name ?? null }
    })
    if (asked.length === 0) continue
    for (const [productId, link] of await links(ctx, asked)) threads.get(productId)?.push(link)
  }
  return threads
}
