import { sql } from "drizzle-orm"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import type { AuditEvent } from "@/server/kernel/domain/audit-event"
import { eventOf } from "./internal/show-event"

/** Where an act stands in the trail. Hashes are hex. */
export type SealedRecord = {
  eventId: string
  seq: number
  leaf: string
  after: AuditEvent["after"] | null
  /** The first signed checkpoint that covers it; null while none does. */
  checkpoint: { size: number; createdAt: string } | null
}

/** The sealed records of one action about one thing, oldest first, for what is shown beside its trace. */
export async function recordsAbout(
  { db, workspaceId }: OpCtx,
  action: string,
  target: { type: string; id: string },
): Promise<SealedRecord[]> {
  const rows = await rowsOf<Omit<SealedRecord, "after"> & { text: string }>(
    db,
    sql`select e.id as "eventId", e.text, l.seq::int as seq, encode(l.leaf, 'hex') as leaf, (
        select json_build_object('size', c.size,
          'createdAt', to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from audit_checkpoints c where c.workspace_id = l.workspace_id and c.size >= l.seq
        order by c.size limit 1) as checkpoint
      from audit_targets t
      join audit_events e on e.workspace_id = t.workspace_id and e.id = t.event_id
      join audit_leaves l on l.workspace_id = e.workspace_id and l.event_id = e.id
      where t.workspace_id = ${workspaceId} and t.target_type = ${target.type} and t.target_id = ${target.id}
        and e.action = ${action} and e.outcome = 'success'
      order by l.seq`,
  )
  return rows.map(({ text, ...row }) => ({ ...row, after: eventOf(text)?.after ?? null }))
}
