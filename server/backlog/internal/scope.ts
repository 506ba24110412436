import { eq, inArray, or, type SQL } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { workspaces } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type Reach, type Scope, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import type { ScopedPermission } from "@/server/kernel/domain/permissions"
import { notFound } from "@/server/kernel/errors"

/** Where an item of a product lies, and the prefix its key gets there. */
type Place = { scope: Scope; prefix: string }

/** An operation asks twice, for its permission and for its work: one query per operation and product is enough. */
const places = new WeakMap<OpCtx, Map<string | null, Promise<Place>>>()

/** The place of a product; null: of items without one. @throws NOT_FOUND for a product that is not here. */
export function placeOf(ctx: OpCtx, productId: string | null): Promise<Place> {
  const known = places.get(ctx) ?? new Map<string | null, Promise<Place>>()
  places.set(ctx, known)
  const place =
    known.get(productId) ?? (productId === null ? workspacePlace(ctx) : productPlace(ctx, productId))
  known.set(productId, place)
  return place
}

async function workspacePlace(ctx: OpCtx): Promise<Place> {
  const [row] = await ctx.db
    .select({ prefix: workspaces.itemPrefix })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId))
  if (!row) throw notFound("The workspace")
  return { scope: WORKSPACE_SCOPE, prefix: row.prefix }
}

async function productPlace(ctx: OpCtx, productId: string): Promise<Place> {
  const [row] = await ctx.db
    .select({ domainId: products.domainId, prefix: domains.key })
    .from(products)
    .innerJoin(domains, own(ctx, domains, eq(domains.id, products.domainId)))
    .where(own(ctx, products, eq(products.id, productId)))
  if (!row) throw notFound("The product")
  return { scope: { type: "product", productId, domainId: row.domainId }, prefix: row.prefix }
}

/** The scope of a new or changed item by its product. @throws NOT_FOUND */
export async function scopeOfProduct(ctx: OpCtx, productId: string | null): Promise<Scope> {
  return productId === null ? WORKSPACE_SCOPE : (await placeOf(ctx, productId)).scope
}

/** The scope of an item, found by id or by key. @throws NOT_FOUND */
export async function scopeOfItem(ctx: OpCtx, item: { id: string } | { key: string }): Promise<Scope> {
  const [row] = await ctx.db
    .select({ productId: items.productId, domainId: products.domainId })
    .from(items)
    .leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
    .where(own(ctx, items, "id" in item ? eq(items.id, item.id) : eq(items.key, item.key)))
  if (!row) throw notFound("The item")
  const { productId, domainId } = row
  return productId && domainId ? { type: "product", productId, domainId } : WORKSPACE_SCOPE
}

/** The condition that limits items to where the caller holds the permission; undefined when that is everywhere. */
export function inReach(ctx: OpCtx, permission: ScopedPermission): SQL | undefined {
  const reach: Reach = ctx.reach(permission)
  if (reach === "all") return undefined
  const { domainIds, productIds } = reach
  const reached = ctx.db
    .select({ id: products.id })
    .from(products)
    .where(own(ctx, products, or(inArray(products.domainId, domainIds), inArray(products.id, productIds))))
  return inArray(items.productId, reached)
}
