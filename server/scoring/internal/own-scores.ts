import { and, eq, inArray } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { products } from "@/db/schema/products"
import { scores } from "@/db/schema/scoring"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type Scope, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { notFound } from "@/server/kernel/errors"

export type ScorableItem = {
  id: string
  key: string
  product: { id: string; name: string; domainId: string } | null
  /** My row under this framework version; null before I scored the item. */
  mine: { inputs: Record<string, number | null>; note: string; version: number } | null
}

export const scopeOf = ({ product }: Pick<ScorableItem, "product">): Scope =>
  product ? { type: "product", productId: product.id, domainId: product.domainId } : WORKSPACE_SCOPE

/** The items with the caller's own scores, by id, in one query. @throws NOT_FOUND when one of them is not here. */
export async function fetchScorable(
  ctx: OpCtx,
  frameworkId: string,
  ids: string[],
): Promise<Map<string, ScorableItem>> {
  const rows = await ctx.db
    .select({
      id: items.id,
      key: items.key,
      product: { id: products.id, name: products.name, domainId: products.domainId },
      mine: { inputs: scores.inputs, note: scores.note, version: scores.version },
    })
    .from(items)
    .leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
    .leftJoin(
      scores,
      own(
        ctx,
        scores,
        and(eq(scores.itemId, items.id), eq(scores.frameworkId, frameworkId)),
        eq(scores.userId, ctx.userId),
      ),
    )
    .where(own(ctx, items, inArray(items.id, ids)))
  if (rows.length < ids.length) throw notFound(ids.length === 1 ? "The item" : "One of the items")
  return new Map(rows.map((row) => [row.id, row]))
}
