import { inArray } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { ITEM_TYPE_LABELS, type ItemType } from "../domain/item"
import type { LaneBy } from "../domain/wip"
import { inReach } from "./scope"

/** What lanes are called, by their value; a label is called what it is, and what the reader may not see stays out. */
export async function laneNames(
  ctx: OpCtx,
  by: LaneBy,
  values: readonly string[],
): Promise<Map<string, string>> {
  if (by === "label" || values.length === 0) return new Map(values.map((value) => [value, value]))
  if (by === "type") return new Map(values.map((value) => [value, ITEM_TYPE_LABELS[value as ItemType]]))
  const ids = [...values]
  if (by === "owner") {
    const rows = await ctx.db
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(inArray(users.id, ids))
    return new Map(rows.map(({ id, name }) => [id, name]))
  }
  if (by === "product") {
    const rows = await ctx.db
      .select({ id: products.id, name: products.name })
      .from(products)
      .where(own(ctx, products, inArray(products.id, ids)))
    return new Map(rows.map(({ id, name }) => [id, name]))
  }
  const rows = await ctx.db
    .select({ id: items.id, key: items.key, title: items.title })
    .from(items)
    .where(own(ctx, items, inReach(ctx, "backlog.read"), inArray(items.id, ids)))
  return new Map(rows.map(({ id, key, title }) => [id, `${key} ${title}`]))
}
