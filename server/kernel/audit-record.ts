import { makePgArray } from "drizzle-orm/pg-core"
import type { OpenDatabase } from "@/db/client"
import type { Caller, Ctx, RecordedFact } from "./context"
import { type Db, inTransaction } from "./database"
import { type AuditEvent, sealableEvent } from "./domain/audit-event"
import { newId } from "./domain/id"
import { fixedStatement } from "./fixed-statement"

type Facts = { workspaceId: string; occurredAt: string; action: string; outcome: AuditEvent["outcome"] }

function eventOf(ctx: Ctx, facts: Facts, fact: RecordedFact): AuditEvent {
  const { caller, request } = ctx
  const { ip, userAgent, requestId } = request
  return {
    v: 1,
    id: newId(Date.parse(facts.occurredAt)),
    workspaceId: facts.workspaceId,
    occurredAt: facts.occurredAt,
    actor: caller.actor,
    action: facts.action,
    outcome: facts.outcome,
    targets: fact.targets,
    summary: fact.summary,
    context: {
      requestId,
      ...(caller.sessionId && { sessionId: caller.sessionId }),
      ...(ip && { ip }),
      ...(userAgent && { userAgent }),
    },
    ...(fact.before !== undefined && { before: fact.before as AuditEvent["before"] }),
    ...(fact.after !== undefined && { after: fact.after as AuditEvent["after"] }),
    ...(fact.reason !== undefined && { reason: fact.reason }),
  }
}

/** One statement for the event and the index of what it is about; a thing named twice in one event is one target. */
const insertFact = fixedStatement(`
  with event as (
    insert into audit_events (workspace_id, id, occurred_at, actor_type, actor_id, actor_name, action, outcome, summary,
      request_id, text)
    values ($1::uuid, $2::uuid, $3::timestamptz, $4, $5, $6, $7, $8, $9, $10, $11))
  insert into audit_targets (workspace_id, target_type, target_id, event_id)
  select distinct $1::uuid, target.type, target.id, $2::uuid from unnest($12::text[], $13::text[]) as target(type, id)`)

/** Writes facts to the audit trail in the given transaction; they are sealed into the chain when it commits. */
export async function writeFacts(db: Db, ctx: Ctx, facts: Facts, recorded: RecordedFact[]): Promise<void> {
  const statements = recorded.map((fact) => {
    const { event, text } = sealableEvent(eventOf(ctx, facts, fact))
    const { workspaceId, id, occurredAt, actor, action, outcome, summary, context, targets } = event
    const types = makePgArray(targets.map((target) => target.type))
    const ids = makePgArray(targets.map((target) => target.id))
    return insertFact(
      ...[workspaceId, id, occurredAt, actor.type, actor.id, actor.name, action, outcome, summary],
      ...[context.requestId, text, types, ids],
    )
  })
  // All are sent in one go.
  await Promise.all(statements.map((statement) => db.execute(statement)))
}

/** Records a refused attempt, outside the transaction that was rolled back. */
export async function recordRefusal(
  open: OpenDatabase,
  ctx: Ctx,
  caller: Caller & { workspace: NonNullable<Caller["workspace"]> },
  action: string,
  reason: string,
): Promise<void> {
  const workspaceId = caller.workspace.id
  const facts: Facts = { workspaceId, occurredAt: ctx.clock(), action, outcome: "denied" }
  await inTransaction(open, workspaceId, "write", (db) =>
    writeFacts(db, ctx, facts, [{ targets: [], summary: "Was refused", reason }]),
  )
}
