import { desc, eq, type SQL } from "drizzle-orm"
import { auditEvents } from "@/db/schema/audit"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { AuditEvent } from "@/server/kernel/domain/audit-event"
import { afterName } from "@/server/products/domain/activity"
import { type Change, type ChangeCursor, linkPieces } from "../domain/change"
import { findTargets } from "./find-targets"

type Ask = { visible: SQL; before: SQL | null | undefined; limit: number }

/** One page of events as changes, and where the next page begins. */
export async function readChanges(
  ctx: OpCtx,
  { visible, before, limit }: Ask,
): Promise<{ changes: Change[]; next: ChangeCursor | null }> {
  const rows = await ctx.db
    .select({ text: auditEvents.text })
    .from(auditEvents)
    .where(own(ctx, auditEvents, eq(auditEvents.outcome, "success"), before ?? undefined, visible))
    .orderBy(desc(auditEvents.occurredAt), desc(auditEvents.id))
    .limit(limit + 1)
  const events = rows.slice(0, limit).map((row) => JSON.parse(row.text) as AuditEvent)
  const targets = await findTargets(ctx, events)
  const changes = events.flatMap((event): Change[] => {
    if (!targets.covers(event)) return []
    const { id, occurredAt, actor, action, reason } = event
    const person = actor.onBehalfOf ?? actor
    return [
      {
        id,
        at: occurredAt,
        actor: { id: person.id, name: person.name, me: person.id === ctx.userId },
        action,
        sentence: linkPieces(afterName(event.summary), targets.links(event)),
        ...(reason && { reason }),
      },
    ]
  })
  const last = events.at(-1)
  const next = rows.length > limit && last ? { at: last.occurredAt, id: last.id } : null
  return { changes, next }
}
