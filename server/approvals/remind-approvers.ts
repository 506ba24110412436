import { eq, sql } from "drizzle-orm"
import { z } from "zod"
import { approvalRequests } from "@/db/schema/approvals"
import { own } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"
import { mayRemind } from "./domain/reminder"
import { obey } from "./internal/obey"
import { lockRequest, named, targetsOf } from "./internal/request-row"

/**
 * Reminds those who have to decide: the request is unread again in their inboxes, and says so on Home.
 * @throws NOT_FOUND, RULE_BROKEN (not the requester, not open, reminded within the last 24 hours)
 */
export const remindApprovers = command("approvals.remindApprovers", {
  permission: "approvals.review",
  at: "rows",
  input: z.object({ requestId: z.uuid() }),
  async run(ctx, { requestId }) {
    const row = await lockRequest(ctx, requestId)
    obey(mayRemind(row, ctx.userId, ctx.now))
    await ctx.db
      .update(approvalRequests)
      .set({ remindedAt: ctx.now, version: sql`${approvalRequests.version} + 1` })
      .where(own(ctx, approvalRequests, eq(approvalRequests.id, requestId)))
    ctx.record({ targets: targetsOf(row), summary: `Reminded the approvers of ${named(row)}` })
    return { remindedAt: ctx.now }
  },
})
