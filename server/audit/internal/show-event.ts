import type { auditEvents } from "@/db/schema/audit"
import { type AuditEvent, auditEvent } from "@/server/kernel/domain/audit-event"

type Row = typeof auditEvents.$inferSelect

/** The event that a stored text holds; null when the text was damaged, which must not hide the row. */
export function eventOf(text: string): AuditEvent | null {
  try {
    return auditEvent.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** A row as the list shows it. Names and targets come from the sealed text, the rest from the searchable columns. */
export function showEvent(row: Row, seq: number | null) {
  const event = eventOf(row.text)
  return {
    id: row.id,
    seq,
    occurredAt: row.occurredAt,
    actor: {
      type: row.actorType,
      id: row.actorId,
      name: row.actorName,
      onBehalfOf: event?.actor.onBehalfOf ?? null,
    },
    action: row.action,
    outcome: row.outcome,
    summary: row.summary,
    reason: event?.reason ?? null,
    targets: event?.targets ?? [],
    readable: event !== null,
  }
}
