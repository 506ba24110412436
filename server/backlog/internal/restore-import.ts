import { and, asc, eq, gt, isNotNull, sql } from "drizzle-orm"
import { importChanges, items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { itemColumns } from "./find-item"
import { writeItems } from "./write-items"

const AT_ONCE = 1000

/** Gives updated items their former fields back, as a new version. Returns how many. */
export async function restoreUpdated(ctx: OpCtx, importId: string): Promise<number> {
  let restored = 0
  let after = "00000000-0000-0000-0000-000000000000"
  for (;;) {
    const rows = await ctx.db
      .select({ item: itemColumns, before: importChanges.before })
      .from(importChanges)
      .innerJoin(items, own(ctx, items, eq(items.id, importChanges.itemId)))
      .where(
        own(
          ctx,
          importChanges,
          and(
            eq(importChanges.importId, importId),
            isNotNull(importChanges.before),
            gt(importChanges.itemId, after),
          ),
        ),
      )
      .orderBy(asc(importChanges.itemId))
      .limit(AT_ONCE)
    if (rows.length === 0) return restored
    await writeItems(
      ctx,
      rows.map(({ item, before }) => ({ ...item, ...before })),
    )
    restored += rows.length
    after = rows.at(-1)!.item.id
  }
}

/** Removes the items the import made; the only place where items are deleted. Returns how many. */
export async function removeCreated(ctx: OpCtx, importId: string): Promise<number> {
  const made = sql`select item_id from ${importChanges}
    where workspace_id = ${ctx.workspaceId} and import_id = ${importId} and before is null`
  const removed = await ctx.db
    .delete(items)
    .where(own(ctx, items, sql`${items.id} in (${made})`))
    .returning({ id: items.id })
  return removed.length
}
