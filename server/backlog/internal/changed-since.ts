import { sql } from "drizzle-orm"
import { importChanges, items } from "@/db/schema/backlog"
import { scores } from "@/db/schema/scoring"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"

export type ChangedSince = {
  id: string
  key: string
  why: "changed" | "scored" | "has a new child" | "removed"
}

/** Items of an import that somebody worked on since, at most `limit`: taking the import back would lose that work. */
export async function changedSince(ctx: OpCtx, importId: string, limit: number): Promise<ChangedSince[]> {
  const here = sql`c.workspace_id = ${ctx.workspaceId} and c.import_id = ${importId}`
  return rowsOf<ChangedSince>(
    ctx.db,
    sql`select * from (
      select c.item_id as id, coalesce(i.key, 'an item') as key,
        case when i.id is null then 'removed'
          when i.version <> c.version_after then 'changed'
          when c.before is null and exists (select 1 from ${scores} s
            where s.workspace_id = c.workspace_id and s.item_id = c.item_id) then 'scored'
          when c.before is null and exists (select 1 from ${items} child
            where child.workspace_id = c.workspace_id and child.parent_id = c.item_id and not exists (
              select 1 from ${importChanges} o where o.workspace_id = c.workspace_id and o.import_id = c.import_id
                and o.item_id = child.id)) then 'has a new child' end as why
      from ${importChanges} c left join ${items} i on i.workspace_id = c.workspace_id and i.id = c.item_id
      where ${here}) touched
      where why is not null order by key limit ${limit}`,
  )
}
