import { z } from "zod"
import { textOfPlain } from "./canonical-text"
import { type JsonValue, plainJson } from "./plain-json"

const name = z.string().max(500)
const id = z.string().min(1).max(200)
/** Any JSON; `plainJson` has already walked it, so zod need not. */
const json = z.custom<JsonValue>((value) => value !== undefined)

export const auditActor = z.strictObject({
  type: z.enum(["user", "token", "system", "anonymous"]),
  id,
  name,
  onBehalfOf: z.strictObject({ id, name }).optional(),
})

export const auditTarget = z.strictObject({ type: z.string().min(1).max(100), id, name })

export const auditContext = z.strictObject({
  requestId: id,
  sessionId: z.string().optional(),
  ip: z.string().optional(),
  userAgent: z.string().optional(),
})

export const auditOutcome = z.enum(["success", "denied", "error"])

/** Schema version 1 of an audit record. A later version gets its own `v`; old texts are never rewritten. */
export const auditEvent = z.strictObject({
  v: z.literal(1),
  id: z.uuid(),
  workspaceId: z.uuid(),
  /** UTC with milliseconds, no finer: databases round what is finer, and the proof would fail. */
  occurredAt: z.iso.datetime({ precision: 3, offset: false }),
  actor: auditActor,
  action: z.string().regex(/^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/, "Write the action as feature.verb"),
  outcome: auditOutcome,
  targets: z.array(auditTarget),
  summary: z.string().min(1),
  context: auditContext,
  before: json.optional(),
  after: json.optional(),
  reason: z.string().optional(),
})

export type AuditEvent = z.infer<typeof auditEvent>
export type AuditActor = z.infer<typeof auditActor>
export type AuditTarget = z.infer<typeof auditTarget>
export type AuditContext = z.infer<typeof auditContext>
export type AuditOutcome = z.infer<typeof auditOutcome>

/**
 * The event as it is stored, and its canonical text: optional members that are undefined left out, lone surrogates
 * mended. The text is written once, stored, hashed, and never derived again from columns; store columns from this
 * event, not from the raw input. Throws `NotJsonError` or `ZodError`.
 */
export function sealableEvent(event: AuditEvent): { event: AuditEvent; text: string } {
  const complete = auditEvent.parse(plainJson(event, "forgiving"))
  return { event: complete, text: textOfPlain(complete as JsonValue) }
}

export function eventText(event: AuditEvent): string {
  return sealableEvent(event).text
}
