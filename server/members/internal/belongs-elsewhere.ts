import { sql } from "drizzle-orm"
import type { OpCtx } from "@/server/kernel/context"
import { enterWorkspace, rowsOf } from "@/server/kernel/database"

/**
 * Whether a person belongs to a workspace that the actor does not administer. The one question about other workspaces
 * that is asked from inside one, so the transaction steps out of its role for it and back in.
 */
export async function belongsElsewhere(ctx: OpCtx, userId: string): Promise<boolean> {
  await ctx.db.execute(sql`select set_config('role', 'none', true)`)
  const [row] = await rowsOf<{ elsewhere: boolean }>(
    ctx.db,
    sql`select exists (
        select 1 from memberships m
        where m.user_id = ${userId} and m.left_at is null and not exists (
          select 1 from grants g
          where g.workspace_id = m.workspace_id and g.user_id = ${ctx.userId} and g.role = 'administrator'
            and g.scope_type = 'workspace' and g.revoked_at is null and g.valid_from <= ${ctx.now}
            and (g.valid_until is null or g.valid_until > ${ctx.now})
        )) as elsewhere`,
  )
  await enterWorkspace(ctx.db, ctx.workspaceId)
  return row?.elsewhere ?? true
}
