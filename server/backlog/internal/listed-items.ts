import { eq } from "drizzle-orm"
import type { PgSelect } from "drizzle-orm/pg-core"
import { items } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"

/** What a row of a list or a card of the board shows. The description is read with one item only. */
export const listedColumns = {
  id: items.id,
  key: items.key,
  title: items.title,
  type: items.type,
  status: items.status,
  labels: items.labels,
  estimate: items.estimate,
  dueDate: items.dueDate,
  rank: items.rank,
  version: items.version,
  updatedAt: items.updatedAt,
  ownerId: items.ownerId,
  ownerName: users.name,
  productId: items.productId,
  productName: products.name,
  productSlug: products.slug,
}

/** Joins the owners and products of the items. */
export function withNames<Select extends PgSelect>(ctx: OpCtx, select: Select) {
  return withProducts(ctx, select.leftJoin(users, eq(users.id, items.ownerId)))
}
function withProducts<Select extends PgSelect>(ctx: OpCtx, select: Select) {
  return select.leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
}

/** One select of items with the names of their owners and products; the caller adds where, order and limit. */
export function selectListed(ctx: OpCtx) {
  return withNames(ctx, ctx.db.select(listedColumns).from(items).$dynamic())
}

/** What a row of the backlog can show besides, of its own fields. */
const rowColumns = {
  ...listedColumns,
  quarter: items.quarter,
  externalKey: items.externalKey,
  createdAt: items.createdAt,
  statusChangedAt: items.statusChangedAt,
  archivedAt: items.archivedAt,
}

/** Rows of the backlog with all of their own fields that a column can show. */
export function selectRows(ctx: OpCtx) {
  return withNames(ctx, ctx.db.select(rowColumns).from(items).$dynamic())
}

export type ListedItem = Awaited<ReturnType<typeof selectListed>>[number]
