import { isNotNull, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"

const AT_ONCE = 5000

export type KeyedItems = { byKey: Map<string, string>; byExternalKey: Map<string, string> }

/** The ids of the items that have one of these keys, as our key or as the key in the source. */
export async function findByKeys(ctx: OpCtx, keys: readonly string[]): Promise<KeyedItems> {
  const found: KeyedItems = { byKey: new Map(), byExternalKey: new Map() }
  const unique = [...new Set(keys)]
  for (let at = 0; at < unique.length; at += AT_ONCE) {
    const json = JSON.stringify(unique.slice(at, at + AT_ONCE))
    const given = sql`(select value from json_array_elements_text(${json}::text::json))`
    const named = { id: items.id, key: items.key, externalKey: items.externalKey }
    const [byKey, byExternalKey] = await Promise.all([
      ctx.db
        .select(named)
        .from(items)
        .where(own(ctx, items, sql`${items.key} in ${given}`)),
      ctx.db
        .select(named)
        .from(items)
        .where(own(ctx, items, sql`${items.externalKey} in ${given}`)),
    ])
    for (const { id, key } of byKey) found.byKey.set(key, id)
    for (const { id, externalKey } of byExternalKey)
      if (externalKey !== null) found.byExternalKey.set(externalKey, id)
  }
  return found
}

/** The parent of every item that has one. */
export async function parentsOfItems(ctx: OpCtx): Promise<Map<string, string>> {
  const rows = await ctx.db
    .select({ id: items.id, parentId: items.parentId })
    .from(items)
    .where(own(ctx, items, isNotNull(items.parentId)))
  return new Map(rows.map(({ id, parentId }) => [id, parentId!]))
}
