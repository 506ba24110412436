import { and, eq, ne, or } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { products } from "@/db/schema/products"
import { itemRelations } from "@/db/schema/relations"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { Dependency } from "../domain/dependency-graph"
import { type RelationKind, type RelationWord, relationWord } from "../domain/relation"
import { inReach } from "./scope"

const SHOWN = 200

/** Every dependency of the workspace, also those over items that the caller may not see: a circle must not hide there. */
export async function allDependencies(ctx: OpCtx): Promise<Dependency[]> {
  return ctx.db
    .select({ from: itemRelations.fromId, to: itemRelations.toId })
    .from(itemRelations)
    .where(own(ctx, itemRelations, eq(itemRelations.kind, "blocks")))
}

/** How one item relates to others that the caller may see, as its page shows it. */
export async function relationsOf(ctx: OpCtx, itemId: string) {
  const here = or(eq(itemRelations.fromId, itemId), eq(itemRelations.toId, itemId))
  const rows = await ctx.db
    .select({
      kind: itemRelations.kind,
      fromId: itemRelations.fromId,
      id: items.id,
      key: items.key,
      title: items.title,
      type: items.type,
      status: items.status,
      estimate: items.estimate,
      archivedAt: items.archivedAt,
      productName: products.name,
    })
    .from(itemRelations)
    .innerJoin(
      items,
      and(
        eq(items.workspaceId, itemRelations.workspaceId),
        ne(items.id, itemId),
        or(eq(items.id, itemRelations.fromId), eq(items.id, itemRelations.toId)),
      ),
    )
    .leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
    .where(own(ctx, itemRelations, here, ne(itemRelations.kind, "distinct"), inReach(ctx, "backlog.read")))
    .orderBy(items.rank)
    .limit(SHOWN)
  return rows.map(({ kind, fromId, ...item }) => ({
    ...item,
    word: relationWord(kind as Exclude<RelationKind, "distinct">, fromId === itemId) as RelationWord,
  }))
}
