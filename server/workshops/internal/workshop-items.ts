import { asc, eq, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { products } from "@/db/schema/products"
import { workshopItems } from "@/db/schema/workshops"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type Scope, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import type { ScopedPermission } from "@/server/kernel/domain/permissions"
import { notFound } from "@/server/kernel/errors"
import { covers } from "./covers"

/** What became of an item since the workshop opened. */
export type ItemFate = "here" | "archived" | "gone"

function fateOf({ found, archivedAt }: { found: string | null; archivedAt: string | null }): ItemFate {
  if (found === null) return "gone"
  return archivedAt === null ? "here" : "archived"
}

/** The items of a workshop as they stand now, in the order that the facilitator gave; those of places beyond the caller's left out. */
export async function fetchWorkshopItems(ctx: OpCtx, workshopId: string) {
  const rows = await ctx.db
    .select({
      itemId: workshopItems.itemId,
      place: workshopItems.place,
      key: workshopItems.key,
      oldTitle: workshopItems.title,
      oldProductId: workshopItems.productId,
      lastRound: workshopItems.lastRound,
      finalRank: workshopItems.finalRank,
      sentence: workshopItems.sentence,
      found: items.id,
      title: items.title,
      status: items.status,
      productId: items.productId,
      archivedAt: items.archivedAt,
      product: { id: products.id, name: products.name, domainId: products.domainId },
    })
    .from(workshopItems)
    .leftJoin(items, own(ctx, items, eq(items.id, workshopItems.itemId)))
    .leftJoin(
      products,
      own(
        ctx,
        products,
        // An item that is gone still lies where it lay.
        eq(
          products.id,
          sql`case when ${items.id} is null then ${workshopItems.productId} else ${items.productId} end`,
        ),
      ),
    )
    .where(own(ctx, workshopItems, eq(workshopItems.workshopId, workshopId)))
    .orderBy(asc(workshopItems.place))
  return rows.map(({ product, found, archivedAt, title, oldTitle, oldProductId, productId, ...row }) => ({
    ...row,
    title: title ?? oldTitle,
    productName: product?.name ?? null,
    fate: fateOf({ found, archivedAt }),
    moved: found !== null && productId !== oldProductId,
    scope: product
      ? ({ type: "product", productId: product.id, domainId: product.domainId } satisfies Scope as Scope)
      : WORKSPACE_SCOPE,
  }))
}

export type WorkshopItemRow = Awaited<ReturnType<typeof fetchWorkshopItems>>[number]

/** Those of the items that the caller may read. @throws NOT_FOUND when it is none of them. */
export function readableItems(ctx: OpCtx, rows: WorkshopItemRow[]): WorkshopItemRow[] {
  const readable = withinReach(ctx, rows, "scoring.read")
  if (readable.length === 0) throw notFound("The workshop")
  return readable
}

export function withinReach(
  ctx: OpCtx,
  rows: WorkshopItemRow[],
  permission: ScopedPermission,
): WorkshopItemRow[] {
  const reach = ctx.reach(permission)
  return rows.filter(({ scope }) => covers(reach, scope))
}
