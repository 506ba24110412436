import { eq, sql } from "drizzle-orm"
import { z } from "zod"
import { productLevels } from "@/db/schema/catalog"
import { products } from "@/db/schema/products"
import { own } from "@/server/kernel/database"
import { invalidField, notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { scopeOfProduct } from "./asset-scope"
import { effectiveLevel, mayLower, maySetLevel } from "./domain/level-rules"
import { levelName, levelOf } from "./domain/scheme"
import { levelsOfProducts } from "./internal/product-levels"
import { recordDecisions } from "./internal/record-decisions"
import { schemeOf } from "./scheme-of"

/** Sets a product's own level, at least that of its assets; null leaves it to them. A lower one needs a reason. */
export const classifyProduct = command("catalog.classifyProduct", {
  permission: "catalog.classify",
  at: (ctx, input) => scopeOfProduct(ctx, input.productId),
  input: z.object({
    productId: z.uuid(),
    levelKey: z.string().max(40).nullable(),
    reason: z.string().trim().max(2000).default(""),
  }),
  async run(ctx, { productId, levelKey, reason }) {
    const [product] = await ctx.db
      .select({ name: products.name })
      .from(products)
      .where(own(ctx, products, eq(products.id, productId)))
    if (!product) throw notFound("The product")
    const scheme = await schemeOf(ctx)
    const wanted = levelOf(scheme, levelKey)
    if (levelKey !== null && (!wanted || wanted.retired)) {
      throw invalidField("levelKey", "Choose a level of this workspace")
    }
    const now = (await levelsOfProducts(ctx, scheme, [productId])).get(productId)!
    if (now.setLevel === levelKey) return { levelKey }
    const highest = effectiveLevel(
      scheme,
      null,
      now.assets.map(({ level }) => level.known),
    ).known
    const allowed = maySetLevel(scheme, levelKey, highest)
    if (!allowed.ok) throw invalidField("levelKey", allowed.reason)
    const verdict = mayLower(scheme, now.level.known, levelKey ?? highest, reason)
    if (!verdict.ok) throw invalidField("reason", verdict.reason)
    await ctx.db
      .select({ id: products.id })
      .from(products)
      .where(own(ctx, products, eq(products.id, productId)))
      .for("update")
    if (levelKey === null) {
      await ctx.db
        .delete(productLevels)
        .where(own(ctx, productLevels, eq(productLevels.productId, productId)))
    } else {
      await ctx.db
        .insert(productLevels)
        .values({ workspaceId: ctx.workspaceId, productId, levelKey })
        .onConflictDoUpdate({
          target: [productLevels.workspaceId, productLevels.productId],
          set: { levelKey: sql`excluded.level_key` },
        })
    }
    await recordDecisions(ctx, reason, [
      { productId, fromLevel: now.setLevel, toLevel: levelKey, suggested: false },
    ])
    ctx.record({
      targets: [{ type: "product", id: productId, name: product.name }],
      summary:
        levelKey === null
          ? `Left the level of ${product.name} to its data assets`
          : `Classified ${product.name} as ${levelName(scheme, levelKey)}`,
      before: { level: now.setLevel },
      after: { level: levelKey },
      ...(reason && { reason }),
    })
    return { levelKey }
  },
})
