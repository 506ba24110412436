import { count, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { initiatives, strategyLinks } from "@/db/schema/initiatives"
import { users } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { CoverageCell, CoverageProduct } from "../domain/coverage"
import { openItem } from "./live-links"
import { readableItems, readableProducts } from "./reach"

/** Products that are not retired, by domain and name, with their number of open items. */
export async function selectProducts(ctx: OpCtx, domainIds: string[]): Promise<CoverageProduct[]> {
  const open = ctx.db
    .select({ productId: items.productId, total: count().as("total") })
    .from(items)
    .where(openItem(ctx))
    .groupBy(items.productId)
    .as("open")
  return ctx.db
    .select({
      id: products.id,
      slug: products.slug,
      name: products.name,
      lifecycle: products.lifecycle,
      domain: { id: domains.id, name: domains.name },
      owner: { id: users.id, name: users.name },
      openItems: sql<number>`coalesce(${open.total}, 0)::int`,
    })
    .from(products)
    .innerJoin(domains, own(ctx, domains, eq(domains.id, products.domainId)))
    .leftJoin(users, eq(users.id, products.ownerId))
    .leftJoin(open, eq(open.productId, products.id))
    .where(
      own(
        ctx,
        products,
        ne(products.lifecycle, "retired"),
        readableProducts(ctx),
        domainIds.length > 0 ? inArray(products.domainId, domainIds) : undefined,
      ),
    )
    .orderBy(domains.name, products.name, products.id)
}

/** Products and open items that are linked to key results; an item that the reader may not see has no product to name. */
async function selectWork(ctx: OpCtx) {
  // Joined by the caller: planners without statistics join these tables row by row.
  const direct = await ctx.db
    .select({ keyResultId: strategyLinks.keyResultId, productId: strategyLinks.productId })
    .from(strategyLinks)
    .where(own(ctx, strategyLinks, isNotNull(strategyLinks.keyResultId), isNotNull(strategyLinks.productId)))
  const readable = sql<boolean>`coalesce(${readableItems(ctx) ?? sql`true`}, false)`
  const byItems = await ctx.db
    .select({
      keyResultId: strategyLinks.keyResultId,
      productId: items.productId,
      readable,
      items: sql<number>`count(*)::int`,
    })
    .from(strategyLinks)
    .innerJoin(items, own(ctx, items, eq(items.id, strategyLinks.itemId)))
    .where(own(ctx, strategyLinks, isNotNull(strategyLinks.keyResultId), openItem(ctx)))
    .groupBy(strategyLinks.keyResultId, items.productId, readable)
  return [
    ...direct.map((work) => ({ ...work, linked: true, items: 0, readable: true })),
    ...byItems.map((work) => ({ ...work, linked: false })),
  ]
}

/**
 * What works on which of the key results, as far as the products shown; and the objectives on which anything works at
 * all, whether or not the reader may see it.
 */
export async function selectCells(
  ctx: OpCtx,
  results: readonly { id: string; objectiveId: string }[],
  products: readonly { id: string }[],
  loose: boolean,
): Promise<{ cells: CoverageCell[]; worked: Set<string> }> {
  const objectiveOf = new Map(results.map(({ id, objectiveId }) => [id, objectiveId]))
  const shown = new Set(products.map(({ id }) => id))
  const work = (await selectWork(ctx)).filter(({ keyResultId }) => objectiveOf.has(keyResultId ?? ""))
  const planned = await ctx.db
    .selectDistinct({ id: initiatives.objectiveId })
    .from(initiatives)
    .where(own(ctx, initiatives, isNull(initiatives.droppedAt), isNotNull(initiatives.objectiveId)))
  const worked = [
    ...work.map(({ keyResultId }) => objectiveOf.get(keyResultId ?? "")),
    ...planned.map(({ id }) => id),
  ]
  return {
    cells: work.flatMap(({ keyResultId, productId, linked, items: total, readable }) =>
      readable && (productId === null ? loose : shown.has(productId))
        ? [{ keyResultId: keyResultId ?? "", productId, linked, items: total }]
        : [],
    ),
    worked: new Set(worked.flatMap((id) => (id ? [id] : []))),
  }
}
