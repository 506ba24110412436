import { eq } from "drizzle-orm"
import { z } from "zod"
import { products } from "@/db/schema/products"
import { query } from "@/server/kernel/operation"
import { getProductRow } from "./internal/product-rows"
import { recentActivity } from "./internal/recent-activity"

/** One product by its slug, with its latest 20 changes. @throws NOT_FOUND, also when it is out of the caller's reach. */
export const getProduct = query("products.getProduct", {
  permission: "products.read",
  at: "rows",
  input: z.object({ slug: z.string().min(1).max(100) }),
  async run(ctx, { slug }) {
    const product = await getProductRow(ctx, eq(products.slug, slug))
    return { ...product, activity: await recentActivity(ctx, product.id) }
  },
})
