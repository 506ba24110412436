import { and, eq, isNull, lt, or, sql } from "drizzle-orm"
import { z } from "zod"
import { memberships } from "@/db/schema/members"
import { enterWorkspace } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { VISIT_GAP_MS } from "./domain/visit"
import { hoursAfter } from "./internal/time-spans"

/**
 * Notes that the person is in the workspace, at most every five minutes. It is an operation of the account, as reading
 * leaves no trace in the workspace's audit trail.
 */
export const recordVisit = command("members.recordVisit", {
  permission: "account",
  input: z.object({}),
  async run(ctx) {
    const { workspace } = ctx.caller
    if (!workspace) throw notFound("The workspace")
    await enterWorkspace(ctx.db, workspace.id)
    const gap = new Date(Date.parse(ctx.now) - VISIT_GAP_MS).toISOString()
    const stale = or(
      isNull(memberships.lastVisitAt),
      lt(memberships.lastVisitAt, hoursAfter(ctx.now, -1 / 12)),
    )
    await ctx.db
      .update(memberships)
      .set({
        lastVisitAt: ctx.now,
        previousVisitAt: sql`case when ${memberships.lastVisitAt} < ${gap}::timestamptz
          then ${memberships.lastVisitAt} else ${memberships.previousVisitAt} end`,
      })
      .where(and(eq(memberships.workspaceId, workspace.id), eq(memberships.userId, ctx.userId), stale))
  },
})
