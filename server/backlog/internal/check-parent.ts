import { sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import { invalidField, notFound } from "@/server/kernel/errors"
import { MAX_PARENT_DEPTH } from "../domain/item-rules"

/**
 * Checks that an item may lie under `parentId`; `id` is null for a new item. The backlog must be locked, or two people
 * could make a cycle together.
 * @throws NOT_FOUND when there is no such parent, INVALID when the item would be its own ancestor.
 */
export async function checkParent(ctx: OpCtx, id: string | null, parentId: string | null): Promise<void> {
  if (parentId === null) return
  const above = await rowsOf<{ id: string; depth: number }>(
    ctx.db,
    sql`with recursive above(id, parent_id, depth) as (
        select ${items.id}, ${items.parentId}, 1 from ${items}
          where ${items.workspaceId} = ${ctx.workspaceId} and ${items.id} = ${parentId}
        union all
        select i.id, i.parent_id, above.depth + 1 from above join ${items} i
          on i.workspace_id = ${ctx.workspaceId} and i.id = above.parent_id
          where above.depth < ${MAX_PARENT_DEPTH} and above.id is distinct from ${id}::uuid)
      select id, depth from above`,
  )
  if (above.length === 0) throw notFound("The parent")
  if (above.some((row) => row.id === id)) {
    throw invalidField("parentId", "The item would be its own ancestor; choose another parent")
  }
  if (above.length >= MAX_PARENT_DEPTH)
    throw invalidField("parentId", "The parents are nested too deep; choose another parent")
}
