import { sql } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { itemRelations } from "@/db/schema/relations"
import { rowsOf } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { inReach } from "./internal/scope"

type Blocked = { id: string; blockedBy: number; keys: string[] }

/**
 * Which of the given items wait for others that are still open: how many, and the keys of the first three that the
 * caller may see. Items that wait for nothing are left out.
 */
export const listBlocked = query("backlog.listBlocked", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({ ids: z.array(z.uuid()).max(1000) }),
  async run(ctx, { ids }) {
    if (ids.length === 0) return { blocked: [] as Blocked[] }
    const reach = inReach(ctx, "backlog.read")
    const blocked = await rowsOf<Blocked>(
      ctx.db,
      sql`select r.to_id as id, count(*)::int as "blockedBy",
          coalesce((json_agg(${items.key} order by ${items.rank}) filter (where ${reach ?? sql`true`}))::jsonb, '[]'::jsonb) as keys
        from ${itemRelations} r join ${items} on ${items.workspaceId} = r.workspace_id and ${items.id} = r.from_id
        where r.workspace_id = ${ctx.workspaceId} and r.kind = 'blocks'
          and r.to_id in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::text::json))
          and ${items.archivedAt} is null and ${items.status} not in ('done', 'dropped')
          and exists (select 1 from ${items} shown where shown.workspace_id = ${ctx.workspaceId} and shown.id = r.to_id
            and shown.status not in ('done', 'dropped'))
        group by r.to_id`,
    )
    return { blocked: blocked.map((row) => ({ ...row, keys: row.keys.slice(0, 3) })) }
  },
})
