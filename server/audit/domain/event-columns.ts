import type { AuditEvent } from "@/server/kernel/domain/audit-event"
import type { JsonValue } from "@/server/kernel/domain/plain-json"

/** What a reader of the database sees of an event: one entry per searchable column, null where absent. */
export type EventColumns = {
  version: number
  id: string
  workspaceId: string
  occurredAt: string
  actorType: string
  actorId: string
  actorName: string
  onBehalfOfId: string | null
  onBehalfOfName: string | null
  action: string
  outcome: string
  targets: JsonValue
  summary: string
  requestId: string
  sessionId: string | null
  ip: string | null
  userAgent: string | null
  before: JsonValue
  after: JsonValue
  reason: string | null
}

/** The columns of an event; also what `columnsMatchText` compares stored columns with. */
export function columnsOf(event: AuditEvent): EventColumns {
  const { actor, context } = event
  return {
    version: event.v,
    id: event.id,
    workspaceId: event.workspaceId,
    occurredAt: event.occurredAt,
    actorType: actor.type,
    actorId: actor.id,
    actorName: actor.name,
    onBehalfOfId: actor.onBehalfOf?.id ?? null,
    onBehalfOfName: actor.onBehalfOf?.name ?? null,
    action: event.action,
    outcome: event.outcome,
    targets: event.targets,
    summary: event.summary,
    requestId: context.requestId,
    sessionId: context.sessionId ?? null,
    ip: context.ip ?? null,
    userAgent: context.userAgent ?? null,
    before: event.before ?? null,
    after: event.after ?? null,
    reason: event.reason ?? null,
  }
}

/**
 * Name of the first column that says something else than the canonical text, or null when all agree.
 * Columns may be a part of `EventColumns`; a column the text knows nothing of counts as different.
 * `occurredAt` is ISO text with milliseconds (keep the database column at that precision too).
 */
export function columnsMatchText(columns: Partial<EventColumns>, text: string): string | null {
  return columnsMatchEvent(columns, JSON.parse(text) as AuditEvent)
}

/** As `columnsMatchText`, for a text that is parsed already. */
export function columnsMatchEvent(columns: Partial<EventColumns>, event: AuditEvent): string | null {
  const truth: Record<string, unknown> = columnsOf(event)
  for (const [column, stored] of Object.entries(columns)) {
    if (!Object.hasOwn(truth, column) || !sameJson(stored ?? null, truth[column])) return column
  }
  return null
}

function sameJson(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const [mine, theirs] = [Object.entries(left), new Map<string, unknown>(Object.entries(right))]
  return (
    mine.length === theirs.size &&
    mine.every(([key, value]) => theirs.has(key) && sameJson(value, theirs.get(key)))
  )
}
