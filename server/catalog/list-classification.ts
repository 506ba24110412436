import { asc, ne, sql } from "drizzle-orm"
import { z } from "zod"
import { productLevels } from "@/db/schema/catalog"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { pageInput } from "@/server/kernel/domain/page"
import { query } from "@/server/kernel/operation"
import { contains, productWithin } from "@/server/products/within-reach"
import { type ClassificationFilter, classificationFilter, UNKNOWN_LEVEL } from "./domain/asset"
import { type EffectiveLevel, effectiveLevel } from "./domain/level-rules"
import type { Scheme } from "./domain/scheme"
import { type ProductSum, sumsOfProducts } from "./internal/level-sql"
import { schemeOf } from "./scheme-of"

function productsFound(ctx: OpCtx, { search }: Pick<ClassificationFilter, "search">) {
  return ctx.db
    .select({ id: products.id, slug: products.slug, name: products.name, domainId: products.domainId })
    .from(products)
    .where(
      own(
        ctx,
        products,
        ne(products.lifecycle, "retired"),
        productWithin(ctx.reach("catalog.read")),
        search ? contains(sql`${products.name}`, search) : undefined,
      ),
    )
    .orderBy(asc(products.name), asc(products.id))
}

function levelOf(scheme: Scheme, setLevel: string | null, sum: ProductSum | undefined): EffectiveLevel {
  const highest = scheme.levels[(sum?.highest ?? 0) - 1]?.key ?? null
  return { ...effectiveLevel(scheme, setLevel, [highest]), unknownParts: sum?.unknownAssets ?? 0 }
}

const total = (sums: readonly ProductSum[], part: "assets" | "unknownFields") =>
  sums.reduce((all, sum) => all + sum[part], 0)

/**
 * One page of the products that are not retired, by name, each with its level, the number of its assets and of their
 * unclassified fields. `total` and `unknown`, those of unknown level, count all products that the filter finds; `assets`
 * and `fields` count every active asset, `loose` those that belong to no product.
 */
export const listClassification = query("catalog.listClassification", {
  permission: "catalog.read",
  at: "rows",
  input: z.object({
    filter: classificationFilter.prefault({}),
    ...pageInput,
  }),
  async run(ctx, { filter, offset, limit }) {
    const scheme = await schemeOf(ctx)
    const [rows, sums, set] = await Promise.all([
      productsFound(ctx, filter),
      sumsOfProducts(ctx, scheme),
      ctx.db
        .select({ productId: productLevels.productId, levelKey: productLevels.levelKey })
        .from(productLevels)
        .where(own(ctx, productLevels)),
    ])
    const sumOf = new Map(sums.map((sum) => [sum.productId, sum]))
    const setBy = new Map(set.map(({ productId, levelKey }) => [productId, levelKey]))
    const found = rows
      .map((product) => {
        const [sum, setLevel] = [sumOf.get(product.id), setBy.get(product.id) ?? null]
        const { assets = 0, unknownFields = 0 } = sum ?? {}
        return { ...product, setLevel, level: levelOf(scheme, setLevel, sum), assets, unknownFields }
      })
      .filter(
        ({ level }) => filter.levels.length === 0 || filter.levels.includes(level.known ?? UNKNOWN_LEVEL),
      )
    return {
      products: found.slice(offset, offset + limit),
      total: found.length,
      unknown: found.filter(({ level }) => level.known === null).length,
      assets: total(sums, "assets"),
      fields: total(sums, "unknownFields"),
      loose: sumOf.get(null)?.assets ?? 0,
    }
  },
})
