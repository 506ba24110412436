import { asc, isNull, ne } from "drizzle-orm"
import { z } from "zod"
import { dataAssets } from "@/db/schema/catalog"
import { products } from "@/db/schema/products"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { productWithin } from "@/server/products/within-reach"
import { type AssetSummary, selectAssets } from "./internal/asset-rows"
import { levelsOfProducts } from "./internal/product-levels"
import { schemeOf } from "./scheme-of"

const short = ({ id, key, name, kind, fields, level }: AssetSummary) => ({
  id,
  key,
  name,
  kind,
  fields,
  level,
})

/** Every product that is not retired with its level and its assets, and the assets that belong to none. */
export const listClassification = query("catalog.listClassification", {
  permission: "catalog.read",
  at: "rows",
  input: z.object({}),
  async run(ctx) {
    const scheme = await schemeOf(ctx)
    const rows = await ctx.db
      .select({ id: products.id, slug: products.slug, name: products.name, domainId: products.domainId })
      .from(products)
      .where(own(ctx, products, ne(products.lifecycle, "retired"), productWithin(ctx.reach("catalog.read"))))
      .orderBy(asc(products.name), asc(products.id))
    const levels = await levelsOfProducts(
      ctx,
      scheme,
      rows.map(({ id }) => id),
    )
    const loose = await selectAssets(
      ctx,
      scheme,
      {},
      isNull(dataAssets.productId),
      isNull(dataAssets.archivedAt),
    )
    return {
      products: rows.map((product) => {
        const { setLevel, assets, level } = levels.get(product.id)!
        return { ...product, setLevel, level, assets: assets.map(short) }
      }),
      loose: loose.map(short),
    }
  },
})
