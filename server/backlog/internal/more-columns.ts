import { eq, inArray, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { items } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type ColumnField, customNameOfField } from "../domain/item-fields"

/** Characters of a custom field that a row of a list shows. */
const SHOWN = 200

export type MoreColumns = {
  domainName: string | null
  parentKey: string | null
  parentTitle: string | null
  creatorName: string | null
  /** The custom fields asked for, cut to 200 characters. */
  custom: Record<string, string>
}

const NAMED: readonly ColumnField[] = ["domain", "parent", "creator"]

/** What chosen columns show beyond a row's own fields, by item; one query for the page, none when nothing is asked. */
export async function fetchMore(
  ctx: OpCtx,
  ids: readonly string[],
  columns: readonly ColumnField[],
): Promise<Map<string, MoreColumns>> {
  const names = columns.flatMap((column) => customNameOfField(column) ?? [])
  const named = columns.some((column) => NAMED.includes(column))
  if (ids.length === 0 || (names.length === 0 && !named)) return new Map()
  const parents = alias(items, "parents")
  const wanted = sql`(select value from json_array_elements_text(${JSON.stringify(names)}::text::json))`
  const custom =
    names.length > 0
      ? sql<Record<
          string,
          string
        > | null>`(select jsonb_object_agg(key, left(value, ${SHOWN}::int)) from jsonb_each_text(${items.custom}) where key in ${wanted})`
      : sql<null>`null`
  const rows = await ctx.db
    .select({
      id: items.id,
      domainName: domains.name,
      parentKey: parents.key,
      parentTitle: parents.title,
      creatorName: users.name,
      custom,
    })
    .from(items)
    .leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
    .leftJoin(domains, own(ctx, domains, eq(domains.id, products.domainId)))
    .leftJoin(parents, own(ctx, parents, eq(parents.id, items.parentId)))
    .leftJoin(users, eq(users.id, items.createdBy))
    .where(own(ctx, items, inArray(items.id, [...ids])))
  return new Map(rows.map(({ id, custom, ...row }) => [id, { ...row, custom: custom ?? {} }]))
}
