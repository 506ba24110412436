import { and, desc, eq, like, or } from "drizzle-orm"
import { auditEvents, auditTargets } from "@/db/schema/audit"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { AuditEvent } from "@/server/kernel/domain/audit-event"
import type { Activity } from "../domain/activity"

/** What happened to a product lately, newest first. Who got which role on it is not part of it. */
export async function recentActivity(ctx: OpCtx, productId: string, limit = 20): Promise<Activity[]> {
  const aboutWork = ["products.%", "backlog.%", "scoring.%"].map((action) => like(auditEvents.action, action))
  const rows = await ctx.db
    .select({
      id: auditEvents.id,
      at: auditEvents.occurredAt,
      actorId: auditEvents.actorId,
      actorName: auditEvents.actorName,
      summary: auditEvents.summary,
      text: auditEvents.text,
    })
    .from(auditTargets)
    .innerJoin(
      auditEvents,
      and(eq(auditEvents.workspaceId, auditTargets.workspaceId), eq(auditEvents.id, auditTargets.eventId)),
    )
    .where(
      own(
        ctx,
        auditTargets,
        eq(auditTargets.targetType, "product"),
        eq(auditTargets.targetId, productId),
        eq(auditEvents.outcome, "success"),
        or(...aboutWork),
      ),
    )
    .orderBy(desc(auditEvents.occurredAt), desc(auditEvents.id))
    .limit(limit)
  return rows.map(({ actorId, actorName, text, ...row }) => {
    const { reason } = JSON.parse(text) as AuditEvent
    return { ...row, actor: { id: actorId, name: actorName }, ...(reason && { reason }) }
  })
}
