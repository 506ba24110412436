import { sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { bulkChangeItems } from "@/db/schema/board"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import { conflict } from "@/server/kernel/errors"
import type { ChangedFields } from "../domain/bulk-change"
import type { SelectedForChange } from "./bulk-items"

export type BulkWrite = { item: SelectedForChange; before: ChangedFields; after: ChangedFields }

/**
 * Writes the changed fields of many items in one statement, as their next version.
 * @throws CONFLICT when somebody changed one of them in this moment, since it was read.
 */
export async function writeBulk(ctx: OpCtx, writes: readonly BulkWrite[]): Promise<void> {
  if (writes.length === 0) return
  const rows = writes.map(({ item, after }) => {
    const { id, type, status, ownerId, productId, estimate, dueDate, quarter, parentId, labels, archivedAt } =
      item
    const custom = after.custom ?? null
    const fields = {
      type,
      status,
      ownerId,
      productId,
      estimate,
      dueDate,
      quarter,
      parentId,
      labels,
      archivedAt,
    }
    return { ...fields, ...after, custom, id, version: item.version }
  })
  const { workspaceId, now, userId } = ctx
  // JSON travels the same way over both drivers, and one parameter is cheaper than fifty thousand.
  const [done] = await rowsOf<{ written: number }>(
    ctx.db,
    sql`with written as (update ${items} set type = given.type, status = given.status, owner_id = given."ownerId",
      product_id = given."productId", estimate = given.estimate, due_date = given."dueDate", quarter = given.quarter,
      parent_id = given."parentId", labels = given.labels, custom = coalesce(given.custom, ${items.custom}),
      archived_at = given."archivedAt",
      archived_by = case when given."archivedAt" is null then null
        when ${items.archivedAt} is null then ${userId}::uuid else ${items.archivedBy} end,
      status_changed_at = case when ${items.status} = given.status then ${items.statusChangedAt} else ${now}::timestamptz end,
      updated_at = ${now}::timestamptz, version = ${items.version} + 1
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as given(id uuid, type text, status text, "ownerId" uuid,
      "productId" uuid, estimate float8, "dueDate" date, quarter text, "parentId" uuid, labels text[], custom jsonb,
      "archivedAt" timestamptz, version int)
    where ${items.workspaceId} = ${workspaceId} and ${items.id} = given.id and ${items.version} = given.version
    returning 1) select count(*)::int as written from written`,
  )
  if (done?.written !== writes.length) throw conflict("One of the items", null)
}

/** Keeps what a change did to each item, so that it can be taken back. */
export async function noteBulk(ctx: OpCtx, changeId: string, writes: readonly BulkWrite[]): Promise<void> {
  const rows = writes.map(({ item, before, after }) => ({
    id: item.id,
    before,
    after,
    version: item.version + 1,
  }))
  await ctx.db.execute(sql`
    insert into ${bulkChangeItems} (workspace_id, change_id, item_id, before, after, version_after)
    select ${ctx.workspaceId}::uuid, ${changeId}::uuid, id, before, after, version
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as given(id uuid, before jsonb, after jsonb, version int)`)
}
