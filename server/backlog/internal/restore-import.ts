import { and, asc, eq, gt, isNotNull, sql } from "drizzle-orm"
import { importChanges, items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { ruleBroken } from "@/server/kernel/errors"
import { cannotBeDone } from "../domain/board-policy"
import { judgeDone } from "./done-guard"
import { itemColumns } from "./find-item"
import { judgeWip } from "./wip-guard"
import { writeItems } from "./write-items"

const AT_ONCE = 1000

/**
 * Asks the limits of the columns before updated items go back; the items that the import made are gone by then and
 * have made room. `refused` says by key why an item cannot go back, `warnings` which soft limits are exceeded.
 */
export async function judgeRestore(ctx: OpCtx, importId: string) {
  const rows = await ctx.db
    .select({
      id: items.id,
      key: items.key,
      status: items.status,
      type: items.type,
      ownerId: items.ownerId,
      productId: items.productId,
      parentId: items.parentId,
      labels: items.labels,
      archivedAt: items.archivedAt,
      former: importChanges.before,
    })
    .from(importChanges)
    .innerJoin(items, own(ctx, items, eq(items.id, importChanges.itemId)))
    .where(
      own(ctx, importChanges, and(eq(importChanges.importId, importId), isNotNull(importChanges.before))),
    )
    .orderBy(asc(items.rank), asc(items.id))
  const { refused, warnings } = await judgeWip(
    ctx,
    rows.map(({ id, key: _, former, ...before }) => ({ id, before, after: { ...before, ...former } })),
  )
  return {
    refused: rows.flatMap(({ id, key }) => {
      const why = refused.get(id)
      return why ? [{ id, key, why }] : []
    }),
    warnings,
  }
}

/**
 * Gives updated items their former fields back, as a new version. Returns how many.
 * @throws RULE_BROKEN when one would come back to Done that is not done by the board's policy.
 */
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
    const { refused } = await judgeDone(
      ctx,
      rows.map(({ item, before }) => ({ id: item.id, before: item, after: { ...item, ...before } })),
    )
    for (const [id, missing] of refused) {
      const key = rows.find(({ item }) => item.id === id)?.item.key
      throw ruleBroken(`The import cannot be undone, because ${key} ${cannotBeDone(missing)}`)
    }
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
