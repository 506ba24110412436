import { eq, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { items } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own, rowsOf } from "@/server/kernel/database"
import type { ExportItem } from "../domain/export-columns"
import type { GroupField } from "../domain/item-fields"
import type { ItemFilter } from "../domain/item-filter"
import { filterConditions } from "./filter-conditions"
import { joinGroups } from "./group-values"
import { withNames } from "./listed-items"
import { inReach } from "./scope"
import { sortOrder } from "./sort-order"

const exported = (ctx: OpCtx, filter: ItemFilter): SQL =>
  own(ctx, items, inReach(ctx, "backlog.read"), ...filterConditions(ctx, filter))

/** The ids of a view's items in its order: read once, so that an export is one moment's order, however long it takes. */
export async function exportOrder(
  ctx: OpCtx,
  filter: ItemFilter,
  group: GroupField | null,
  limit: number,
): Promise<string[]> {
  // By label an item stands in several groups; a file holds it once, in the first.
  const rows = await joinGroups(
    withNames(ctx, ctx.db.select({ id: items.id }).from(items).$dynamic()),
    group,
    true,
  )
    .where(exported(ctx, filter))
    .orderBy(...sortOrder(ctx, filter.sort, group))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Names of the custom fields that the items of a filter have. */
export async function customNamesOf(ctx: OpCtx, filter: ItemFilter): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    ctx.db,
    sql`select distinct name from ${items}, jsonb_object_keys(${items.custom}) as name where ${exported(ctx, filter)} order by name`,
  )
  return rows.map(({ name }) => name)
}

/** Items as the export reads them, in the order of their ids; those that are gone meanwhile are left out. */
export async function exportRows(ctx: OpCtx, ids: readonly string[]): Promise<ExportItem[]> {
  const parents = alias(items, "parents")
  const creators = alias(users, "creators")
  const rows = await ctx.db
    .select({
      id: items.id,
      key: items.key,
      externalKey: items.externalKey,
      title: items.title,
      type: items.type,
      status: items.status,
      ownerEmail: users.email,
      labels: items.labels,
      estimate: items.estimate,
      dueDate: items.dueDate,
      quarter: items.quarter,
      parentKey: parents.key,
      description: items.description,
      productName: products.name,
      domainName: domains.name,
      creatorName: creators.name,
      createdAt: items.createdAt,
      updatedAt: items.updatedAt,
      statusChangedAt: items.statusChangedAt,
      archivedAt: items.archivedAt,
      custom: items.custom,
    })
    .from(items)
    .leftJoin(users, eq(users.id, items.ownerId))
    .leftJoin(creators, eq(creators.id, items.createdBy))
    .leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
    .leftJoin(domains, own(ctx, domains, eq(domains.id, products.domainId)))
    .leftJoin(parents, own(ctx, parents, eq(parents.id, items.parentId)))
    .where(
      own(
        ctx,
        items,
        inReach(ctx, "backlog.read"),
        sql`${items.id} in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::text::json))`,
      ),
    )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
