import { type AnyColumn, type SQL, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { invalidField } from "@/server/kernel/errors"
import { ITEM_STATUSES, ITEM_TYPES } from "../domain/item"
import { customNameOfField, type GroupField, type SortableField } from "../domain/item-fields"
import type { ItemSort, SortField } from "../domain/item-filter"
import {
  creatorName,
  domainName,
  groupValues,
  keyParts,
  parentKey,
  position,
  textParts,
} from "./group-values"
import { customValue } from "./where-sql"

type Expressions = (SQL | AnyColumn)[]

const EXPRESSIONS: Record<"rank" | SortableField, Expressions | ((ctx: OpCtx) => Expressions)> = {
  rank: [items.rank],
  key: keyParts(items.key),
  title: [sql`lower(${items.title})`],
  type: [position(ITEM_TYPES, items.type)],
  status: [position(ITEM_STATUSES, items.status)],
  owner: [sql`lower(${users.name})`],
  product: [sql`lower(${products.name})`],
  domain: (ctx) => [domainName(ctx)],
  estimate: [items.estimate],
  due: [items.dueDate],
  quarter: [items.quarter],
  parent: (ctx) => keyParts(parentKey(ctx)),
  creator: [creatorName],
  created: [items.createdAt],
  updated: [items.updatedAt],
  state_since: [items.statusChangedAt],
  external_key: [sql`lower(${items.externalKey})`],
}

function expressionsOf(ctx: OpCtx, field: SortField): Expressions {
  const custom = customNameOfField(field)
  if (custom !== null) return textParts(customValue(custom))
  if (field === "score")
    throw invalidField("sort", "Scores are ordered in the scoring view; sort by another column")
  const known = EXPRESSIONS[field as "rank" | SortableField]
  return typeof known === "function" ? known(ctx) : known
}

/**
 * The order of a list: by group, then as asked, missing values last, then by rank. Columns of users and products must
 * be joined. @throws INVALID for an order by score, which the scoring feature computes.
 */
export function sortOrder(ctx: OpCtx, sort: readonly ItemSort[], group: GroupField | null = null): SQL[] {
  const groups = group ? groupValues(ctx, group).order.map((part) => sql`${part} nulls last`) : []
  const asked = sort.flatMap(({ field, dir }) =>
    expressionsOf(ctx, field).map((part) =>
      dir === "desc" ? sql`${part} desc nulls last` : sql`${part} nulls last`,
    ),
  )
  const byRank = sort.some(({ field }) => field === "rank") ? [] : [sql`${items.rank}`]
  return [...groups, ...asked, ...byRank, sql`${items.id}`]
}
