import { and, desc, eq, inArray, like, or, sql } from "drizzle-orm"
import { auditEvents, auditTargets } from "@/db/schema/audit"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { AuditEvent } from "@/server/kernel/domain/audit-event"
import type { Activity } from "../domain/activity"

/** What happened to a product and its items lately, newest first. Who got which role on it is not part of it. */
export async function recentActivity(ctx: OpCtx, productId: string, limit = 20): Promise<Activity[]> {
  const aboutWork = [
    "products.%",
    "backlog.%",
    "scoring.%",
    "strategy.%",
    "discussion.%",
    "catalog.%",
    "privacy.%",
  ].map((action) => like(auditEvents.action, action))
  const rows = await ctx.db
    .select({
      id: auditEvents.id,
      at: auditEvents.occurredAt,
      actorId: auditEvents.actorId,
      actorName: auditEvents.actorName,
      summary: auditEvents.summary,
      text: auditEvents.text,
    })
    .from(auditEvents)
    .where(
      own(
        ctx,
        auditEvents,
        eq(auditEvents.outcome, "success"),
        or(...aboutWork),
        inArray(auditEvents.id, eventsAbout(ctx, productId)),
      ),
    )
    .orderBy(desc(auditEvents.occurredAt), desc(auditEvents.id))
    .limit(limit)
  return rows.map(({ actorId, actorName, text, ...row }) => {
    const { reason } = JSON.parse(text) as AuditEvent
    return { ...row, actor: { id: actorId, name: actorName }, ...(reason && { reason }) }
  })
}

/** Events that name the product, or an item that lies in it today. */
function eventsAbout(ctx: OpCtx, productId: string) {
  const ofProduct = ctx.db
    .select({ id: sql<string>`${items.id}::text` })
    .from(items)
    .where(own(ctx, items, eq(items.productId, productId)))
  return ctx.db
    .select({ id: auditTargets.eventId })
    .from(auditTargets)
    .where(
      own(
        ctx,
        auditTargets,
        or(
          and(eq(auditTargets.targetType, "product"), eq(auditTargets.targetId, productId)),
          and(eq(auditTargets.targetType, "item"), inArray(auditTargets.targetId, ofProduct)),
        ),
      ),
    )
}
