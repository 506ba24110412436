import { and, desc, eq } from "drizzle-orm"
import { auditEvents, auditTargets } from "@/db/schema/audit"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { AuditEvent } from "@/server/kernel/domain/audit-event"
import type { Activity } from "@/server/products/domain/activity"

/** What happened to an objective or an initiative lately, newest first. */
export async function strategyActivity(
  ctx: OpCtx,
  type: "objective" | "initiative",
  id: string,
  limit = 30,
): Promise<Activity[]> {
  const rows = await ctx.db
    .select({ text: auditEvents.text })
    .from(auditTargets)
    .innerJoin(
      auditEvents,
      and(eq(auditEvents.workspaceId, auditTargets.workspaceId), eq(auditEvents.id, auditTargets.eventId)),
    )
    .where(own(ctx, auditTargets, eq(auditTargets.targetType, type), eq(auditTargets.targetId, id)))
    .orderBy(desc(auditEvents.occurredAt), desc(auditEvents.id))
    .limit(limit)
  return rows.map(({ text }) => {
    const { id: eventId, occurredAt, actor, summary, reason } = JSON.parse(text) as AuditEvent
    const person = actor.onBehalfOf ?? actor
    return {
      id: eventId,
      at: occurredAt,
      actor: { id: person.id, name: person.name },
      summary,
      ...(reason && { reason }),
    }
  })
}
