import type { OpenDatabase } from "@/db/client"
import { auditEvents, auditTargets } from "@/db/schema/audit"
import type { Caller, Ctx, RecordedFact } from "./context"
import { type Db, inTransaction } from "./database"
import { type AuditEvent, completeEvent } from "./domain/audit-event"
import { canonicalText } from "./domain/canonical-text"
import { newId } from "./domain/id"

type Facts = { workspaceId: string; occurredAt: string; action: string; outcome: AuditEvent["outcome"] }

function eventOf(ctx: Ctx, facts: Facts, fact: RecordedFact): AuditEvent {
  const { caller, request } = ctx
  const { ip, userAgent, requestId } = request
  return completeEvent({
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
  })
}

/** Writes facts to the audit trail in the given transaction; they are sealed into the chain when it commits. */
export async function writeFacts(db: Db, ctx: Ctx, facts: Facts, recorded: RecordedFact[]): Promise<void> {
  const events = recorded.map((fact) => eventOf(ctx, facts, fact))
  const written = db.insert(auditEvents).values(
    events.map((event) => ({
      workspaceId: event.workspaceId,
      id: event.id,
      occurredAt: event.occurredAt,
      actorType: event.actor.type,
      actorId: event.actor.id,
      actorName: event.actor.name,
      action: event.action,
      outcome: event.outcome,
      summary: event.summary,
      requestId: event.context.requestId,
      text: canonicalText(event),
    })),
  )
  const targets = events.flatMap((event) =>
    // A thing named twice in one event is one target.
    [...new Map(event.targets.map((target) => [`${target.type} ${target.id}`, target])).values()].map(
      ({ type, id }) => ({
        workspaceId: event.workspaceId,
        targetType: type,
        targetId: id,
        eventId: event.id,
      }),
    ),
  )
  // Both are sent in one go.
  await Promise.all([written, targets.length > 0 && db.insert(auditTargets).values(targets)])
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
