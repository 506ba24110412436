import { eq, gt } from "drizzle-orm"
import { z } from "zod"
import { auditEvents } from "@/db/schema/audit"
import { own } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"

const HOUR_MS = 3_600_000

/**
 * Records that somebody read the audit trail, at most once an hour per person or token. Queries cannot write, so the
 * router calls this after each answered read: a read that cannot be recorded is not handed out.
 */
export const recordRead = command("audit.recordRead", {
  permission: "audit.read",
  input: z.object({}),
  async run(ctx) {
    const since = new Date(Date.parse(ctx.now) - HOUR_MS).toISOString()
    const { actorId, action, occurredAt } = auditEvents
    const [recorded] = await ctx.db
      .select({ id: auditEvents.id })
      .from(auditEvents)
      .where(
        own(
          ctx,
          auditEvents,
          gt(occurredAt, since),
          eq(action, "audit.recordRead"),
          eq(actorId, ctx.caller.actor.id),
        ),
      )
      .limit(1)
    if (recorded) return
    const { id, name } = ctx.caller.workspace!
    ctx.record({ targets: [{ type: "workspace", id, name }], summary: "Read the audit trail" })
  },
})
