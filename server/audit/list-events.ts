import { and, desc, eq, gte, ilike, inArray, lt, or, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { auditEvents, auditLeaves, auditTargets } from "@/db/schema/audit"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { auditOutcome } from "@/server/kernel/domain/audit-event"
import { query } from "@/server/kernel/operation"
import { showEvent } from "./internal/show-event"

const position = z.object({ occurredAt: z.iso.datetime(), id: z.uuid() })
const some = <T extends z.ZodType>(item: T) => z.array(item).max(50).default([])

const input = z.object({
  actors: some(z.string().max(200)),
  actions: some(z.string().max(100)),
  outcomes: some(auditOutcome),
  target: z.object({ type: z.string().max(100), id: z.string().max(200) }).optional(),
  /** Words of the summary, in this order. */
  text: z.string().max(200).default(""),
  /** First and last day, UTC. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Named as the browser's paging expects it: the `next` of the page before. */
  cursor: position.nullish(),
  limit: z.int().min(1).max(200).default(50),
})
type Filter = z.output<typeof input>

const literal = (text: string) => text.replaceAll(/[\\%_]/g, "\\$&")

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString()
}

function about(ctx: OpCtx, target: NonNullable<Filter["target"]>): SQL {
  const events = ctx.db
    .select({ id: auditTargets.eventId })
    .from(auditTargets)
    .where(
      own(ctx, auditTargets, eq(auditTargets.targetType, target.type), eq(auditTargets.targetId, target.id)),
    )
  return inArray(auditEvents.id, events)
}

function conditions(ctx: OpCtx, filter: Filter): (SQL | undefined)[] {
  const { occurredAt, id } = auditEvents
  const { cursor } = filter
  return [
    filter.actors.length > 0 ? inArray(auditEvents.actorId, filter.actors) : undefined,
    filter.actions.length > 0 ? inArray(auditEvents.action, filter.actions) : undefined,
    filter.outcomes.length > 0 ? inArray(auditEvents.outcome, filter.outcomes) : undefined,
    filter.target && about(ctx, filter.target),
    filter.text.trim() ? ilike(auditEvents.summary, `%${literal(filter.text.trim())}%`) : undefined,
    filter.from ? gte(occurredAt, `${filter.from}T00:00:00.000Z`) : undefined,
    filter.to ? lt(occurredAt, dayAfter(filter.to)) : undefined,
    cursor
      ? or(lt(occurredAt, cursor.occurredAt), and(eq(occurredAt, cursor.occurredAt), lt(id, cursor.id)))
      : undefined,
  ]
}

/** Audit events, newest first, one page at a time; `next` is the cursor of the following page. May lag by seconds. */
export const listEvents = query("audit.listEvents", {
  permission: "audit.read",
  mayLag: true,
  input,
  async run(ctx, filter) {
    const rows = await ctx.db
      .select({ event: auditEvents, seq: sql<number | null>`${auditLeaves.seq}`.mapWith(Number) })
      .from(auditEvents)
      .leftJoin(
        auditLeaves,
        and(eq(auditLeaves.workspaceId, auditEvents.workspaceId), eq(auditLeaves.eventId, auditEvents.id)),
      )
      .where(own(ctx, auditEvents, ...conditions(ctx, filter)))
      .orderBy(desc(auditEvents.occurredAt), desc(auditEvents.id))
      .limit(filter.limit + 1)
    const shown = rows.slice(0, filter.limit)
    const last = rows.length > filter.limit ? shown.at(-1)?.event : undefined
    return {
      events: shown.map(({ event, seq }) => showEvent(event, seq)),
      next: last ? { occurredAt: last.occurredAt, id: last.id } : null,
    }
  },
})
