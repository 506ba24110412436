import { sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import type { ItemSnapshot } from "../domain/import/diff-row"

/** Ids made by one import lie close together; a range of them keeps the database from reading the whole backlog. */
export function firstAndLast(ids: readonly string[]): [string, string] {
  const sorted = [...ids].sort()
  return [sorted[0]!, sorted.at(-1)!]
}

/** Writes all importable fields of many items in one statement, as their next version. */
export async function writeItems(
  ctx: OpCtx,
  rows: readonly (ItemSnapshot & { id: string })[],
): Promise<void> {
  if (rows.length === 0) return
  const [first, last] = firstAndLast(rows.map(({ id }) => id))
  await ctx.db.execute(sql`
    update ${items} set title = given.title, description = given.description, type = given.type, status = given.status,
      owner_id = given."ownerId", labels = given.labels, estimate = given.estimate, due_date = given."dueDate",
      quarter = given.quarter, parent_id = given."parentId", custom = given.custom, updated_at = ${ctx.now}::timestamptz,
      status_changed_at = case when ${items.status} = given.status then ${items.statusChangedAt} else ${ctx.now}::timestamptz end,
      version = ${items.version} + 1
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as given(id uuid, title text, description text, type text,
      status text, "ownerId" uuid, labels text[], estimate float8, "dueDate" date, quarter text, "parentId" uuid, custom jsonb)
    where ${items.workspaceId} = ${ctx.workspaceId} and ${items.id} = given.id
      and ${items.id} between ${first}::uuid and ${last}::uuid`)
}
