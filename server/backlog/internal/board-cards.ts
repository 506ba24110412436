import { count, eq, type SQL, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { ItemStatus } from "../domain/item"
import type { ItemFilter } from "../domain/item-filter"
import { filterConditions, inStatus } from "./filter-conditions"
import { listedColumns } from "./listed-items"
import { inReach } from "./scope"

const cardColumns = { ...listedColumns, statusChangedAt: items.statusChangedAt }

/** The conditions of one column of the board under a filter. */
export function columnCondition(ctx: OpCtx, filter: ItemFilter, status: ItemStatus): SQL {
  const rest = filterConditions(ctx, { ...filter, statuses: [] })
  return own(ctx, items, inStatus(status), inReach(ctx, "backlog.read"), ...rest)
}

/** The first cards of one column in rank order, each with the number of all cards of the column under `where`. */
export function selectCards(ctx: OpCtx, where: SQL, limit: number) {
  const total = ctx.db.select({ total: count() }).from(items).where(where)
  return ctx.db
    .select({ ...cardColumns, total: sql<number>`(${total})::int` })
    .from(items)
    .leftJoin(users, eq(users.id, items.ownerId))
    .leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
    .where(where)
    .orderBy(items.rank, items.id)
    .limit(limit)
}

/** The same without the count, for the pages that follow. */
export function selectMoreCards(ctx: OpCtx, where: SQL, limit: number) {
  return ctx.db
    .select(cardColumns)
    .from(items)
    .leftJoin(users, eq(users.id, items.ownerId))
    .leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
    .where(where)
    .orderBy(items.rank, items.id)
    .limit(limit)
}

export type BoardCard = Awaited<ReturnType<typeof selectMoreCards>>[number]
