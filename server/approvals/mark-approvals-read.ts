import { inArray, sql } from "drizzle-orm"
import { z } from "zod"
import { approvalReads, approvalRequests } from "@/db/schema/approvals"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { unreadBy } from "./internal/inbox-rows"
import { visibleTo } from "./internal/visible"

/** Marks requests as read in the reader's inbox. @throws NOT_FOUND when one of them is not there for the reader. */
export const markApprovalsRead = command("approvals.markApprovalsRead", {
  permission: "approvals.review",
  at: "rows",
  input: z.object({ requestIds: z.array(z.uuid()).min(1).max(200) }),
  async run(ctx, input) {
    const ids = [...new Set(input.requestIds)].sort()
    const found = await ctx.db
      .select({ id: approvalRequests.id, name: approvalRequests.subjectName, unread: unreadBy(ctx.userId) })
      .from(approvalRequests)
      .where(own(ctx, approvalRequests, inArray(approvalRequests.id, ids), await visibleTo(ctx)))
    if (found.length < ids.length) throw notFound(ids.length === 1 ? "The request" : "One of the requests")
    const rows = found.filter(({ unread }) => unread)
    if (rows.length === 0) return { read: 0 }
    const { workspaceId, userId, now: readAt } = ctx
    await ctx.db
      .insert(approvalReads)
      .values(rows.map(({ id }) => ({ workspaceId, requestId: id, userId, readAt })))
      .onConflictDoUpdate({
        target: [approvalReads.workspaceId, approvalReads.userId, approvalReads.requestId],
        set: { readAt: sql`excluded.read_at` },
      })
    ctx.record({
      targets: rows.map(({ id, name }) => ({ type: "approval", id, name })),
      summary:
        rows.length === 1
          ? `Read the request about ${rows[0]?.name}`
          : `Marked ${rows.length} requests as read`,
    })
    return { read: rows.length }
  },
})
