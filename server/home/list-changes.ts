import { eq, sql } from "drizzle-orm"
import { z } from "zod"
import { auditEvents } from "@/db/schema/audit"
import { memberships } from "@/db/schema/members"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { newsSince } from "@/server/members/domain/visit"
import type { ChangePage } from "./domain/change"
import { readChanges } from "./internal/read-changes"
import { visibleEvents } from "./internal/visible-events"

const cursor = z.object({ at: z.iso.datetime({ precision: 3 }), id: z.uuid() })

/**
 * What changed, newest first, as far as the reader may read it; `since` says when the last visit was. A page may hold
 * fewer changes than asked for, because what touches something out of reach is left out after it was read. May lag by
 * seconds: news are older than that anyway.
 */
export const listChanges = query("home.listChanges", {
  permission: "products.read",
  at: "rows",
  mayLag: true,
  input: z.object({ cursor: cursor.nullish(), limit: z.number().int().min(1).max(100).default(30) }),
  async run(ctx, { cursor, limit }): Promise<ChangePage> {
    const [membership] = await ctx.db
      .select({ lastVisitAt: memberships.lastVisitAt, previousVisitAt: memberships.previousVisitAt })
      .from(memberships)
      .where(own(ctx, memberships, eq(memberships.userId, ctx.userId)))
    const since = membership ? newsSince(membership, ctx.now) : null
    const visible = visibleEvents(ctx)
    if (!visible) return { since, changes: [], next: null }
    const before =
      cursor &&
      sql`(${auditEvents.occurredAt}, ${auditEvents.id}) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    const { changes, next } = await readChanges(ctx, { visible, before, limit })
    return { since, changes, next }
  },
})
