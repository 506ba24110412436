import { sql } from "drizzle-orm"
import { importChanges, items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { ranksBetween } from "../domain/rank"
import type { ChangedItem, NewItem } from "./import-batches"
import { takeKeys } from "./take-keys"
import { writeItems } from "./write-items"

type Destination = { importId: string; prefix: string; productId: string | null }

/** Inserts new items in file order after the last one, and notes each as made by the import. One statement. */
export async function insertItems(ctx: OpCtx, made: readonly NewItem[], to: Destination): Promise<void> {
  if (made.length === 0) return
  const { keys, lastRank } = await takeKeys(ctx, to.prefix, made.length)
  const ranks = ranksBetween(lastRank, null, made.length)
  const rows = made.map(({ id, externalKey, item }, index) => ({
    ...item,
    id,
    externalKey,
    key: keys[index],
    rank: ranks[index],
  }))
  const { workspaceId, now, userId } = ctx
  // JSON travels the same way over both drivers, and one parameter is cheaper than twenty thousand.
  await ctx.db.execute(sql`
    with made as (
      insert into ${items} (workspace_id, id, key, title, description, type, status, owner_id, product_id, labels, estimate,
        due_date, quarter, parent_id, rank, custom, external_key, created_at, created_by, updated_at, status_changed_at)
      select ${workspaceId}::uuid, id, key, title, description, type, status, "ownerId", ${to.productId}::uuid, labels,
        estimate, "dueDate", quarter, "parentId", rank, custom, "externalKey", ${now}::timestamptz, ${userId}::uuid,
        ${now}::timestamptz, ${now}::timestamptz
      from json_to_recordset(${JSON.stringify(rows)}::text::json) as given(id uuid, key text, title text, description text,
        type text, status text, "ownerId" uuid, labels text[], estimate float8, "dueDate" date, quarter text, "parentId" uuid, rank text,
        custom jsonb, "externalKey" text)
      returning id)
    insert into ${importChanges} (workspace_id, import_id, item_id, version_after)
    select ${workspaceId}::uuid, ${to.importId}::uuid, id, 1 from made`)
}

/** Changes existing items and notes what they were before. The rows must be locked. */
export async function updateItems(
  ctx: OpCtx,
  changed: readonly ChangedItem[],
  importId: string,
): Promise<void> {
  if (changed.length === 0) return
  await writeItems(
    ctx,
    changed.map(({ existing, patch }) => ({ ...existing, ...patch })),
  )
  const notes = changed.map(({ existing, patch }) => ({
    id: existing.id,
    version: existing.version + 1,
    before: Object.fromEntries(
      Object.keys(patch).map((field) => [field, existing[field as keyof typeof existing]]),
    ),
  }))
  await ctx.db.execute(sql`
    insert into ${importChanges} (workspace_id, import_id, item_id, before, version_after)
    select ${ctx.workspaceId}::uuid, ${importId}::uuid, id, before, version
    from json_to_recordset(${JSON.stringify(notes)}::text::json) as given(id uuid, before jsonb, version int)`)
}
