import { inArray, type SQL } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { GroupField } from "../domain/item-fields"
import { joinGroups } from "./group-values"
import { selectRows, withNames } from "./listed-items"

type Page = { where: SQL; order: SQL[]; group: GroupField | null; limit: number; offset: number }

/**
 * A page of rows in an order that no index has: their ids first, so that what a row shows is read for the page and not
 * for everything that is sorted. Tables that the order does not need are not joined then either.
 */
export async function fetchSorted(ctx: OpCtx, { where, order, group, limit, offset }: Page) {
  const all = withNames(ctx, ctx.db.select({ id: items.id }).from(items).$dynamic())
  const page = await joinGroups(all, group)
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
  if (page.length === 0) return []
  const ids = [...new Set(page.map(({ id }) => id))]
  const rows = await selectRows(ctx).where(own(ctx, items, inArray(items.id, ids)))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return page.flatMap(({ id }) => byId.get(id) ?? [])
}
