import { eq, type SQL, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { ItemStatus } from "../domain/item"
import type { ItemFilter } from "../domain/item-filter"
import { filterConditions } from "./filter-conditions"
import { listedColumns } from "./listed-items"
import { inReach } from "./scope"

const { ownerName, productName, productSlug, ...ownColumns } = listedColumns
const cardColumns = { ...ownColumns, statusChangedAt: items.statusChangedAt }

/** The conditions of a board's filter; its statuses choose columns instead. */
function boardConditions(ctx: OpCtx, filter: ItemFilter): (SQL | undefined)[] {
  return [inReach(ctx, "backlog.read"), ...filterConditions(ctx, { ...filter, statuses: [] })]
}

/** Cards of a column are counted up to here, so that the board takes the same time however long the backlog is. */
export const COUNTED = 500

/** The first cards by rank of each status, with the number of cards of its column, at most COUNTED. One query. */
function boardQuery(ctx: OpCtx, filter: ItemFilter, statuses: readonly ItemStatus[], perColumn: number) {
  const inColumn = own(ctx, items, sql`${items.status} = wanted.status`, ...boardConditions(ctx, filter))
  const counted = ctx.db
    .select({ one: sql`1`.as("one") })
    .from(items)
    .where(inColumn)
    .limit(COUNTED)
  const wanted = statuses.map((status) => sql`(${status}::text)`)
  const columns = ctx.db
    .select({
      column: sql<ItemStatus>`wanted.status`.as("status"),
      total: sql<number>`(select count(*)::int from ${counted} as counted)`.as("total"),
    })
    .from(sql`(values ${sql.join(wanted, sql`, `)}) as wanted(status)`)
    // A limit keeps the database from counting again for every card.
    .limit(statuses.length)
    .as("wanted")
  const cards = ctx.db
    .select(cardColumns)
    .from(items)
    .where(inColumn)
    .orderBy(items.rank, items.id)
    .limit(perColumn)
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
    })
    .from(columns)
    .innerJoinLateral(cards, sql`true`)
    .leftJoin(users, eq(users.id, cards.ownerId))
    .leftJoin(products, own(ctx, products, eq(products.id, cards.productId)))
}

/** The rows of the board; the query builder loses the types of a lateral join. */
export async function selectBoard(
  ...args: Parameters<typeof boardQuery>
): Promise<(BoardCard & { total: number })[]> {
  return boardQuery(...args)
}

/** Cards of one column, after the last one shown so far. */
export function selectColumn(ctx: OpCtx, filter: ItemFilter, status: ItemStatus, beyond: SQL | undefined) {
  return ctx.db
    .select({ ...cardColumns, ownerName, productName, productSlug })
    .from(items)
    .leftJoin(users, eq(users.id, items.ownerId))
    .leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
    .where(own(ctx, items, eq(items.status, status), beyond, ...boardConditions(ctx, filter)))
    .orderBy(items.rank, items.id)
    .$dynamic()
}

export type BoardCard = Awaited<ReturnType<typeof selectColumn>>[number]
