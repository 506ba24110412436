import { type AnyColumn, type SQL, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { products } from "@/db/schema/products"
import { invalidField } from "@/server/kernel/errors"
import { ITEM_STATUSES, ITEM_TYPES } from "../domain/item"
import type { ItemSort } from "../domain/item-filter"

const position = (values: readonly string[], column: AnyColumn) =>
  sql`array_position(${sql.raw(`array['${values.join("','")}']`)}, ${column})`

const EXPRESSIONS: Record<Exclude<ItemSort["field"], "score">, (SQL | AnyColumn)[]> = {
  rank: [items.rank],
  key: [sql`split_part(${items.key}, '-', 1)`, sql`split_part(${items.key}, '-', 2)::int`],
  title: [sql`lower(${items.title})`],
  type: [position(ITEM_TYPES, items.type)],
  status: [position(ITEM_STATUSES, items.status)],
  owner: [sql`lower(${users.name})`],
  product: [sql`lower(${products.name})`],
  estimate: [items.estimate],
  due: [items.dueDate],
  created: [items.createdAt],
  updated: [items.updatedAt],
}

/**
 * The order of a list: as asked, missing values last, then by rank. Columns of users and products must be joined.
 * @throws INVALID for an order by score, which the scoring feature computes.
 */
export function sortOrder(sort: readonly ItemSort[]): SQL[] {
  const asked = sort.flatMap(({ field, dir }) => {
    if (field === "score")
      throw invalidField("sort", "Scores are ordered in the scoring view; sort by another column")
    return EXPRESSIONS[field].map((expression) =>
      dir === "desc" ? sql`${expression} desc nulls last` : sql`${expression}`,
    )
  })
  const byRank = sort.some(({ field }) => field === "rank") ? [] : [sql`${items.rank}`]
  return [...asked, ...byRank, sql`${items.id}`]
}
