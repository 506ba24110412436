import { and, asc, eq, gt, lte } from "drizzle-orm"
import { auditEvents, auditLeaves } from "@/db/schema/audit"
import type { AuditRow } from "@/server/audit/proof/verify-records"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"

const BATCH = 1000
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex")

/** Chain rows after `after` up to `to` with their events, in order; at most `limit`. */
export async function readRows(ctx: OpCtx, after: number, to: number, limit = BATCH): Promise<AuditRow[]> {
  const rows = await ctx.db
    .select({ link: auditLeaves, event: auditEvents })
    .from(auditLeaves)
    .leftJoin(
      auditEvents,
      and(eq(auditEvents.workspaceId, auditLeaves.workspaceId), eq(auditEvents.id, auditLeaves.eventId)),
    )
    .where(own(ctx, auditLeaves, gt(auditLeaves.seq, after), lte(auditLeaves.seq, to)))
    .orderBy(asc(auditLeaves.seq))
    .limit(limit)
  return rows.map(({ link, event }) => ({
    seq: link.seq,
    eventId: link.eventId,
    prevHash: hex(link.prevHash),
    chainHash: hex(link.chainHash),
    event: event && rowEvent(event, hex(link.leaf)),
  }))
}

function rowEvent({ text, ...columns }: typeof auditEvents.$inferSelect, leaf: string): AuditRow["event"] {
  return { canonical: text, leaf, columns }
}

/** All rows up to `to`, streamed in batches: memory stays small however long the trail is. */
export async function* streamRows(ctx: OpCtx, to: number): AsyncGenerator<AuditRow> {
  for (let after = 0; ; ) {
    const rows = await readRows(ctx, after, to)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.seq
  }
}
