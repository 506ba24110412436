import { type AnyColumn, type SQL, sql } from "drizzle-orm"
import type { PgSelect } from "drizzle-orm/pg-core"
import { items } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { ITEM_STATUSES, ITEM_TYPES } from "../domain/item"
import { customNameOfField, type GroupField } from "../domain/item-fields"
import { asNumber, customValue } from "./where-sql"

/** Place of a value in a list of ours. */
export const position = (values: readonly string[], column: AnyColumn) =>
  sql`array_position(${sql.raw(`array['${values.join("','")}']`)}, ${column})`

/** FUL-9 comes before FUL-10. */
export const keyParts = (key: SQL | AnyColumn) => [
  sql`split_part(${key}, '-', 1)`,
  sql`split_part(${key}, '-', 2)::int`,
]

/** Numbers by size before texts by letter. */
export const textParts = (text: SQL) => [asNumber(text), sql`lower(${text})`]

/** Things of other tables that an item points to. `users` and `products` are joined by every list. */
export const domainName = (ctx: OpCtx) =>
  sql`(select lower(d.name) from ${domains} d where d.workspace_id = ${ctx.workspaceId} and d.id = ${products.domainId})`
export const parentKey = (ctx: OpCtx) =>
  sql`(select p.key from ${items} p where p.workspace_id = ${ctx.workspaceId} and p.id = ${items.parentId})`
export const creatorName = sql`(select lower(u.name) from ${users} u where u.id = ${items.createdBy})`

export type GroupValues = {
  /** What items of one group have in common, as text; null for none. */
  value: SQL
  /** The order of the groups; ends with the value itself, so that two groups never mix. */
  order: SQL[]
  /** A name the value cannot be read from without looking elsewhere. */
  label: SQL | null
}

const text = (value: SQL | AnyColumn) => sql`${value}::text collate "C"`

const groupLabel = sql`group_label.value`

/** By label an item stands in the group of each of its labels, `once` only in the first; else select as it is. */
export function joinGroups<Select extends PgSelect>(
  select: Select,
  group: GroupField | null,
  once = false,
): Select {
  if (group !== "labels") return select
  const labels = sql`(select label as value from unnest(${items.labels}) as label
    order by lower(label), label collate "C" ${once ? sql`limit 1` : sql``}) as group_label`
  // The join adds rows, no columns: what is selected stays what it was.
  return select.leftJoinLateral(labels, sql`true`) as unknown as Select
}

/** How many rows a list in groups has: by label more than it has items. */
export const rowCount = (group: GroupField | null) =>
  group === "labels"
    ? sql<number>`coalesce(sum(greatest(cardinality(${items.labels}), 1)), 0)::int`
    : sql<number>`count(*)::int`

/** How items are put into groups by a field. */
export function groupValues(ctx: OpCtx, field: GroupField): GroupValues {
  const custom = customNameOfField(field)
  if (custom !== null) {
    const value = customValue(custom)
    return { value, order: [...textParts(value), text(value)], label: null }
  }
  const by = (value: AnyColumn, order: SQL[], label: SQL | null = null): GroupValues => ({
    value: sql`${value}::text`,
    order: [...order, text(value)],
    label,
  })
  switch (field) {
    case "type":
      return by(items.type, [position(ITEM_TYPES, items.type)])
    case "status":
      return by(items.status, [position(ITEM_STATUSES, items.status)])
    case "owner":
      return by(items.ownerId, [sql`lower(${users.name})`], sql`${users.name}`)
    case "creator": {
      const name = sql`(select u.name from ${users} u where u.id = ${items.createdBy})`
      return by(items.createdBy, [creatorName], name)
    }
    case "product":
      return by(items.productId, [sql`lower(${products.name})`], sql`${products.name}`)
    case "domain": {
      const name = sql`(select d.name from ${domains} d where d.workspace_id = ${ctx.workspaceId} and d.id = ${products.domainId})`
      return by(products.domainId, [domainName(ctx)], name)
    }
    case "quarter":
      return by(items.quarter, [])
    case "labels":
      return { value: groupLabel, order: [sql`lower(${groupLabel})`, text(groupLabel)], label: null }
    default: {
      const title = sql`(select p.key || ' ' || p.title from ${items} p where p.workspace_id = ${ctx.workspaceId} and p.id = ${items.parentId})`
      return by(items.parentId, keyParts(parentKey(ctx)), title)
    }
  }
}
