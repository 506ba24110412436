import { and, desc, eq, inArray, or, sql } from "drizzle-orm"
import { auditEvents, auditLeaves, auditTargets } from "@/db/schema/audit"
import { importChanges, orderChanges } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"

const SHOWN = 200
const MOST = 50
/** Texts of events longer than this (whole descriptions) stay in the audit trail. */
const READ = 20_000

export type Activity = {
  id: string
  occurredAt: string
  actorName: string
  action: string
  summary: string
  reason: string | null
  changes: { field: string; from: unknown; to: unknown }[]
}

/**
 * What happened to an item, newest first, at most 50 events: those about it, and the imports and new orders it was
 * part of, which name no single item. Long values are cut for display.
 */
export async function itemActivity(ctx: OpCtx, itemId: string): Promise<Activity[]> {
  const events = await ctx.db
    .selectDistinctOn([auditLeaves.seq], {
      id: auditEvents.id,
      occurredAt: auditEvents.occurredAt,
      actorName: auditEvents.actorName,
      action: auditEvents.action,
      summary: auditEvents.summary,
      text: sql<string | null>`case when length(${auditEvents.text}) <= ${READ} then ${auditEvents.text} end`,
    })
    .from(auditTargets)
    .innerJoin(auditEvents, own(ctx, auditEvents, eq(auditEvents.id, auditTargets.eventId)))
    .innerJoin(auditLeaves, own(ctx, auditLeaves, eq(auditLeaves.eventId, auditTargets.eventId)))
    .where(
      own(
        ctx,
        auditTargets,
        or(
          and(eq(auditTargets.targetType, "item"), eq(auditTargets.targetId, itemId)),
          and(eq(auditTargets.targetType, "import"), inArray(auditTargets.targetId, importsOf(ctx, itemId))),
          and(eq(auditTargets.targetType, "order"), inArray(auditTargets.targetId, ordersOf(ctx, itemId))),
        ),
        // An upload changes nothing, whatever comes of it later.
        sql`${auditEvents.action} not in ('backlog.uploadImport')`,
      ),
    )
    .orderBy(desc(auditLeaves.seq))
    .limit(MOST)
  return events.map(({ text, ...event }) => ({ ...event, ...detailsOf(text) }))
}

const importsOf = (ctx: OpCtx, itemId: string) =>
  ctx.db
    .select({ id: sql<string>`${importChanges.importId}::text` })
    .from(importChanges)
    .where(own(ctx, importChanges, eq(importChanges.itemId, itemId)))

const ordersOf = (ctx: OpCtx, itemId: string) =>
  ctx.db
    .select({ id: sql<string>`${orderChanges.id}::text` })
    .from(orderChanges)
    .where(
      own(ctx, orderChanges, sql`${orderChanges.after} @> ${JSON.stringify([{ id: itemId }])}::text::jsonb`),
    )

type Facts = { before?: Record<string, unknown>; after?: Record<string, unknown>; reason?: string }

function detailsOf(text: string | null): Pick<Activity, "reason" | "changes"> {
  const { before, after, reason }: Facts = text === null ? {} : JSON.parse(text)
  const changes =
    before && !Array.isArray(before)
      ? Object.keys(after ?? {}).map((field) => ({
          field,
          from: shorten(before[field]),
          to: shorten(after?.[field]),
        }))
      : []
  return { reason: reason ?? null, changes }
}

const shorten = (value: unknown) =>
  typeof value === "string" && value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : (value ?? null)
