import { asc, inArray, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own, rowsOf } from "@/server/kernel/database"
import { MAX_PARENT_DEPTH } from "../domain/item-rules"
import { inReach } from "./scope"

const relative = {
  id: items.id,
  key: items.key,
  title: items.title,
  type: items.type,
  status: items.status,
  archivedAt: items.archivedAt,
  parentId: items.parentId,
}
const RELATIVES = 500
/** Parts of parts of parts are shown; what lies deeper is found on the part's own page. */
const DEEP = 4

/** What an item is part of, from the top, and its parts down to four levels in manual order, as far as the caller may see. */
export async function familyOf(ctx: OpCtx, item: { id: string; parentId: string | null }) {
  const rows = await rowsOf<{ id: string; depth: number }>(
    ctx.db,
    sql`with recursive above(id, parent_id, depth) as (
        select id, parent_id, -1 from ${items} where workspace_id = ${ctx.workspaceId} and id = ${item.parentId}::uuid
        union all select i.id, i.parent_id, above.depth - 1 from above
          join ${items} i on i.workspace_id = ${ctx.workspaceId} and i.id = above.parent_id
          where above.depth > ${-MAX_PARENT_DEPTH}),
      below(id, depth) as (
        select id, 1 from ${items} where workspace_id = ${ctx.workspaceId} and parent_id = ${item.id}::uuid
        union all select i.id, below.depth + 1 from below
          join ${items} i on i.workspace_id = ${ctx.workspaceId} and i.parent_id = below.id
          where below.depth < ${DEEP})
      select id, depth from above union all select id, depth from below order by depth desc limit ${RELATIVES * 2}`,
  )
  if (rows.length === 0) return { above: [], below: [] }
  const depthOf = new Map(rows.map(({ id, depth }) => [id, depth]))
  const found = await ctx.db
    .select(relative)
    .from(items)
    .where(own(ctx, items, inArray(items.id, [...depthOf.keys()]), inReach(ctx, "backlog.read")))
    .orderBy(asc(items.rank))
    .limit(RELATIVES)
  const at = (id: string) => depthOf.get(id)!
  return {
    above: found.filter(({ id }) => at(id) < 0).sort((a, b) => at(a.id) - at(b.id)),
    below: found.filter(({ id }) => at(id) > 0),
  }
}
