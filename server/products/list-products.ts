import { inArray, isNull, or, type SQL, sql } from "drizzle-orm"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { query } from "@/server/kernel/operation"
import { type ProductFilter, productFilterSchema } from "./domain/product-filter"
import { selectProducts } from "./internal/product-rows"
import { contains } from "./within-reach"

function ownedBy(ctx: OpCtx, ownerIds: ProductFilter["ownerIds"]): SQL | undefined {
  if (ownerIds.length === 0) return undefined
  const people = ownerIds.filter((id) => id !== "none").map((id) => (id === "me" ? ctx.userId : id))
  return or(
    inArray(products.ownerId, people),
    ownerIds.includes("none") ? isNull(products.ownerId) : undefined,
  )
}

/** Products by domain and name, with domain, owner and steward; limited grants see their own part. */
export const listProducts = query("products.listProducts", {
  permission: "products.read",
  at: "rows",
  input: productFilterSchema,
  async run(ctx, filter) {
    const { search, domainIds, lifecycles } = filter
    return selectProducts(
      ctx,
      domainIds.length > 0 ? inArray(products.domainId, domainIds) : undefined,
      lifecycles.length > 0 ? inArray(products.lifecycle, lifecycles) : undefined,
      ownedBy(ctx, filter.ownerIds),
      search
        ? or(contains(sql`${products.name}`, search), contains(sql`${products.question}`, search))
        : undefined,
    )
  },
})
