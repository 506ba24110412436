import { sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import { MAX_PARENT_DEPTH } from "../domain/item-rules"

/** An item and everything above it, by id; empty when it is not here. None of them may become its child. */
export async function parentLine(ctx: OpCtx, id: string): Promise<Set<string>> {
  const rows = await rowsOf<{ id: string }>(
    ctx.db,
    sql`with recursive line(id, parent_id, depth) as (
        select id, parent_id, 1 from ${items} where workspace_id = ${ctx.workspaceId} and id = ${id}::uuid
        union all
        select i.id, i.parent_id, line.depth + 1 from line join ${items} i
          on i.workspace_id = ${ctx.workspaceId} and i.id = line.parent_id where line.depth < ${MAX_PARENT_DEPTH})
      select id from line`,
  )
  return new Set(rows.map((row) => row.id))
}

/** Keys of those of the given items that are their own ancestors, at most five. */
export async function keysOnCircles(ctx: OpCtx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await rowsOf<{ key: string }>(
    ctx.db,
    sql`with recursive up(start, id, depth) as (
        select id, parent_id, 1 from ${items} where workspace_id = ${ctx.workspaceId}
          and id in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::text::json))
        union
        select up.start, i.parent_id, up.depth + 1 from up join ${items} i
          on i.workspace_id = ${ctx.workspaceId} and i.id = up.id
          where up.id <> up.start and up.depth < ${MAX_PARENT_DEPTH})
      select distinct i.key from up join ${items} i on i.workspace_id = ${ctx.workspaceId} and i.id = up.start
      where up.id = up.start limit 5`,
  )
  return rows.map(({ key }) => key)
}
