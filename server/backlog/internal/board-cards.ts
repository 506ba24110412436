import { eq, type SQL, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { ItemStatus } from "../domain/item"
import type { ItemFilter } from "../domain/item-filter"
import { filterConditions } from "./filter-conditions"
import { listedColumns, withNames } from "./listed-items"
import { inReach } from "./scope"

const { ownerName, productName, productSlug, ...ownColumns } = listedColumns
const cardColumns = {
  ...ownColumns,
  quarter: items.quarter,
  parentId: items.parentId,
  statusChangedAt: items.statusChangedAt,
}

/** The conditions of a board's filter; its statuses choose columns instead. */
export function boardConditions(ctx: OpCtx, filter: ItemFilter): (SQL | undefined)[] {
  return [inReach(ctx, "backlog.read"), ...filterConditions(ctx, { ...filter, statuses: [] })]
}

/** Cards of a column are counted up to here, so that the board takes the same time however long the backlog is. */
export const COUNTED = 500

/** The first cards by rank of each status, with number and estimates of its column, at most COUNTED. One query. */
function boardQuery(ctx: OpCtx, filter: ItemFilter, statuses: readonly ItemStatus[], perCell: number) {
  const inColumn = own(ctx, items, sql`${items.status} = wanted.status`, ...boardConditions(ctx, filter))
  const counted = ctx.db
    .select({ estimate: sql`${items.estimate}`.as("estimate") })
    .from(items)
    .where(inColumn)
    // Asks for the order of the index that is counted from alone: else the planner walks the table.
    .orderBy(items.id)
    .limit(COUNTED)
  const wanted = statuses.map((status) => sql`(${status}::text)`)
  const columns = ctx.db
    .select({
      column: sql<ItemStatus>`wanted.status`.as("status"),
      total: sql<number>`sums.total`.as("total"),
      sum: sql<number>`sums.sum`.as("sum"),
      unestimated: sql<number>`sums.unestimated`.as("unestimated"),
    })
    .from(
      sql`(values ${sql.join(wanted, sql`, `)}) as wanted(status) cross join lateral (
        select count(*)::int as total, coalesce(sum(estimate), 0)::float8 as sum,
          (count(*) - count(estimate))::int as unestimated from ${counted} as counted) as sums`,
    )
    // A limit keeps the database from counting again for every card.
    .limit(statuses.length)
    .as("wanted")
  const cards = ctx.db
    .select(cardColumns)
    .from(items)
    .where(inColumn)
    .orderBy(items.rank, items.id)
    .limit(perCell)
    .as("cards")
  return ctx.db
    .select({
      id: cards.id,
      key: cards.key,
      title: cards.title,
      type: cards.type,
      status: cards.status,
      labels: cards.labels,
      estimate: cards.estimate,
      dueDate: cards.dueDate,
      quarter: cards.quarter,
      parentId: cards.parentId,
      rank: cards.rank,
      version: cards.version,
      updatedAt: cards.updatedAt,
      ownerId: cards.ownerId,
      productId: cards.productId,
      statusChangedAt: cards.statusChangedAt,
      ownerName,
      productName,
      productSlug,
      total: columns.total,
      sum: columns.sum,
      unestimated: columns.unestimated,
    })
    .from(columns)
    .innerJoinLateral(cards, sql`true`)
    .leftJoin(users, eq(users.id, cards.ownerId))
    .leftJoin(products, own(ctx, products, eq(products.id, cards.productId)))
}

export type CellSums = { total: number; sum: number; unestimated: number }

/** The rows of the board; the query builder loses the types of a lateral join. */
export async function selectBoard(...args: Parameters<typeof boardQuery>): Promise<(BoardCard & CellSums)[]> {
  return boardQuery(...args)
}

/** Cards under some conditions, by rank; the caller adds what lies before them and a limit. */
export function selectCards(ctx: OpCtx, ...conditions: (SQL | undefined)[]) {
  const columns = { ...cardColumns, ownerName, productName, productSlug }
  return withNames(ctx, ctx.db.select(columns).from(items).$dynamic())
    .where(own(ctx, items, ...conditions))
    .orderBy(items.rank, items.id)
}

export type BoardCard = Awaited<ReturnType<typeof selectCards>>[number]
