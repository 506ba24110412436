import { desc, max } from "drizzle-orm"
import { z } from "zod"
import { auditEvents } from "@/db/schema/audit"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"

/**
 * What the filters of the audit page offer: everyone who acted (200 latest) and every action that occurred. May lag by
 * seconds.
 */
export const listFacets = query("audit.listFacets", {
  permission: "audit.read",
  mayLag: true,
  input: z.object({}),
  async run(ctx) {
    const { actorId, actorType, actorName, action, occurredAt } = auditEvents
    const actors = await ctx.db
      .select({ id: actorId, type: actorType, name: max(actorName), latest: max(occurredAt) })
      .from(auditEvents)
      .where(own(ctx, auditEvents))
      .groupBy(actorId, actorType)
      .orderBy(desc(max(occurredAt)))
      .limit(200)
    const actions = await ctx.db
      .selectDistinct({ action })
      .from(auditEvents)
      .where(own(ctx, auditEvents))
      .orderBy(action)
    return {
      actors: actors.map(({ id, type, name }) => ({ id, type, name: name ?? id })),
      actions: actions.map((row) => row.action),
    }
  },
})
