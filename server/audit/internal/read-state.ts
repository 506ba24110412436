import { sql } from "drizzle-orm"
import type { CheckpointRow } from "@/server/audit/proof/verify-records"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"

export type TrailState = {
  /** The chain's head; in an empty log number 0 and all zeros. */
  head: { seq: number; chainHash: string }
  /** In order of size. */
  checkpoints: (CheckpointRow & { createdAt: string })[]
}

/** Head and checkpoints in one statement, hence of one moment, without a lock: writers go on meanwhile. */
export async function readState(ctx: OpCtx): Promise<TrailState> {
  const [row] = await rowsOf<{
    seq: number | null
    chain: string | null
    checkpoints: TrailState["checkpoints"]
  }>(
    ctx.db,
    sql`select
      (select h.seq::int from audit_heads h where h.workspace_id = ${ctx.workspaceId}) as seq,
      (select encode(h.chain_hash, 'hex') from audit_heads h where h.workspace_id = ${ctx.workspaceId}) as chain,
      (select coalesce(json_agg(json_build_object('size', c.size, 'root', c.root, 'note', c.note,
          'createdAt', to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by c.size), '[]'::json)
        from audit_checkpoints c where c.workspace_id = ${ctx.workspaceId}) as checkpoints`,
  )
  const head = { seq: row?.seq ?? 0, chainHash: row?.chain ?? "0".repeat(64) }
  return { head, checkpoints: row?.checkpoints ?? [] }
}
