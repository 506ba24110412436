import { and, arrayOverlaps, between, gte, inArray, isNull, lt, lte, or, type SQL } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { OPEN_STATUSES } from "../domain/item"
import type { DueFilter, ItemFilter } from "../domain/item-filter"
import { daysLater } from "./day-conditions"
import { searchCondition } from "./search-condition"
import { mentionsArchive, whereSql } from "./where-sql"

/** The conditions of a filter, without its order. Dates are days in UTC. Without the archive unless it is asked for. */
export function filterConditions(ctx: OpCtx, filter: ItemFilter): (SQL | undefined)[] {
  const { types, statuses, labels, due, where } = filter
  return [
    types.length > 0 ? inArray(items.type, types) : undefined,
    statuses.length > 0 ? inArray(items.status, statuses) : undefined,
    anyOf(
      items.ownerId,
      filter.ownerIds.map((id) => (id === "me" ? ctx.userId : id)),
    ),
    anyOf(items.productId, filter.productIds),
    labels.length > 0 ? arrayOverlaps(items.labels, labels) : undefined,
    due ? dueCondition(due, ctx.now.slice(0, 10)) : undefined,
    searchCondition(filter.search),
    where ? whereSql(ctx, where) : undefined,
    where && mentionsArchive(where) ? undefined : isNull(items.archivedAt),
  ]
}

function anyOf(column: typeof items.ownerId | typeof items.productId, values: string[]): SQL | undefined {
  if (values.length === 0) return undefined
  const ids = values.filter((value) => value !== "none")
  return or(
    ids.length > 0 ? inArray(column, ids) : undefined,
    values.includes("none") ? isNull(column) : undefined,
  )
}

function dueCondition(due: DueFilter, today: string): SQL | undefined {
  if (due === "none") return isNull(items.dueDate)
  if (due === "overdue") return and(lt(items.dueDate, today), inArray(items.status, [...OPEN_STATUSES]))
  if (due === "next_7_days") return between(items.dueDate, today, daysLater(today, 7))
  if (due === "next_30_days") return between(items.dueDate, today, daysLater(today, 30))
  return and(
    due.from === null ? undefined : gte(items.dueDate, due.from),
    due.to === null ? undefined : lte(items.dueDate, due.to),
  )
}
