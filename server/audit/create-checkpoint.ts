import { sql } from "drizzle-orm"
import { z } from "zod"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"
import { readState } from "./internal/read-state"
import { signHead } from "./internal/sign-head"

/** True when something other than the signing of checkpoints was recorded after record `size`. */
async function grewAfter(ctx: OpCtx, size: number): Promise<boolean> {
  const [row] = await rowsOf<{ grew: boolean }>(
    ctx.db,
    sql`select exists (select 1 from audit_leaves l
        join audit_events e on e.workspace_id = l.workspace_id and e.id = l.event_id
        where l.workspace_id = ${ctx.workspaceId} and l.seq > ${size} and e.action <> 'audit.createCheckpoint') as grew`,
  )
  return row?.grew ?? false
}

/**
 * Signs a checkpoint over all records so far. Answers null with `whenGrown` and nothing new (the hourly job: its own
 * record must not give it work for the next hour).
 * @throws RULE_BROKEN when the trail does not continue the last checkpoint.
 */
export const createCheckpoint = command("audit.createCheckpoint", {
  permission: "audit.checkpoint",
  input: z.object({ whenGrown: z.boolean().default(false) }),
  async run(ctx, { whenGrown }) {
    const state = await readState(ctx)
    if (whenGrown && !(await grewAfter(ctx, state.checkpoints.at(-1)?.size ?? 0))) return null
    const { size, root, note, createdAt, fresh } = await signHead(ctx, state)
    if (fresh) {
      ctx.record({
        targets: [{ type: "checkpoint", id: String(size), name: `Checkpoint over ${size} records` }],
        summary: `Signed a checkpoint over ${size} ${size === 1 ? "record" : "records"}`,
        after: { size, root },
      })
    }
    return { size, root, note, createdAt }
  },
})
