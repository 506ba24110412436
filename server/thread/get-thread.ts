import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { getProduct } from "@/server/products/get-product"
import { composeThreads } from "./internal/compose-threads"
import { LINK_PROVIDERS } from "./links"

/** The links of one product's thread, in order. @throws NOT_FOUND, also when the product is out of reach. */
export const getThread = query("thread.getThread", {
  permission: "products.read",
  at: "rows",
  input: z.object({ slug: z.string().min(1).max(100) }),
  async run(ctx, { slug }) {
    const product = await getProduct(ctx, { slug })
    const threads = await composeThreads(ctx, [product], LINK_PROVIDERS)
    return { productId: product.id, links: threads.get(product.id) ?? [] }
  },
})
