import { sql } from "drizzle-orm"
import { failure, type VerificationFailure } from "@/server/audit/domain/verification"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"

/**
 * What walking the chain cannot see: events without a link, links beyond the head, and a target index that says
 * something else than the sealed texts. Each is one statement, hence of one moment. Call it after the walk: the texts
 * are then known to be JSON.
 */
export async function findStrays(ctx: OpCtx): Promise<VerificationFailure | null> {
  return (await beyondHead(ctx)) ?? (await unsealedEvent(ctx)) ?? (await wrongTarget(ctx))
}

async function beyondHead({ db, workspaceId }: OpCtx): Promise<VerificationFailure | null> {
  const [row] = await rowsOf<{ head: number; first: number | null; odd: boolean | null }>(
    db,
    sql`select coalesce(h.seq, 0)::int as head, (select min(l.seq)::int from audit_leaves l
        where l.workspace_id = ${workspaceId} and l.seq > coalesce(h.seq, 0)) as first,
        (select h.prev_hash <> l.prev_hash from audit_leaves l where l.workspace_id = ${workspaceId} and l.seq = h.seq) as odd
      from (select 1) as one left join audit_heads h on h.workspace_id = ${workspaceId}`,
  )
  if (row?.odd) {
    const message = `Record ${row.head} was altered: the log's head names another record before it.`
    return failure("altered", row.head, message)
  }
  if (!row || row.first === null) return null
  const message = `Record ${row.first} was added without being sealed: the log ends at ${row.head}.`
  return failure("altered", row.first, message)
}

async function unsealedEvent({ db, workspaceId }: OpCtx): Promise<VerificationFailure | null> {
  const [row] = await rowsOf<{ id: string; summary: string }>(
    db,
    sql`select e.id, e.summary from audit_events e
      left join audit_leaves l on l.workspace_id = e.workspace_id and l.event_id = e.id
      where e.workspace_id = ${workspaceId} and l.event_id is null order by e.id limit 1`,
  )
  if (!row) return null
  return failure("altered", null, `The event ${row.id} ("${row.summary}") was put in without being sealed.`)
}

async function wrongTarget({ db, workspaceId }: OpCtx): Promise<VerificationFailure | null> {
  const [row] = await rowsOf<{ seq: number | null; id: string }>(
    db,
    sql`with sealed as (
        select distinct e.id as event_id, t.type as target_type, t.id as target_id
        from audit_events e, json_to_recordset(e.text::json -> 'targets') as t(type text, id text)
        where e.workspace_id = ${workspaceId}),
      stored as (
        select event_id, target_type, target_id from audit_targets where workspace_id = ${workspaceId})
      select l.seq::int as seq, coalesce(sealed.event_id, stored.event_id) as id
      from sealed full outer join stored using (event_id, target_type, target_id)
      left join audit_leaves l on l.workspace_id = ${workspaceId} and l.event_id = coalesce(sealed.event_id, stored.event_id)
      where sealed.event_id is null or stored.event_id is null
      order by l.seq nulls last limit 1`,
  )
  if (!row) return null
  const which = row.seq === null ? `The event ${row.id}` : `Record ${row.seq}`
  const message = `${which} was altered: the index of what it is about says something else than its sealed text.`
  return failure("altered", row.seq, message)
}
