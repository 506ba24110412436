import { query } from "@/server/kernel/operation"
import { productFilterSchema } from "@/server/products/domain/product-filter"
import { listProducts } from "@/server/products/list-products"
import type { ThreadRow } from "./domain/thread-row"
import { composeThreads } from "./internal/compose-threads"
import { countItems } from "./internal/count-items"
import { LINK_PROVIDERS } from "./links"

const none = { notStarted: 0, inProgress: 0, done: 0 }

/** Products with their threads and numbers of items, for tables: as many queries for 500 products as for one. */
export const listThreads = query("thread.listThreads", {
  permission: "products.read",
  at: "rows",
  input: productFilterSchema,
  async run(ctx, filter): Promise<ThreadRow[]> {
    const products = await listProducts(ctx, filter)
    const counts = await countItems(ctx, products)
    const threads = await composeThreads(ctx, products, LINK_PROVIDERS)
    return products.map((product) => ({
      ...product,
      items: counts.get(product.id) ?? none,
      links: threads.get(product.id) ?? [],
    }))
  },
})
