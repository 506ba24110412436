import { eq } from "drizzle-orm"
import { z } from "zod"
import { approvalRequests } from "@/db/schema/approvals"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { approvalsOf } from "./approvals-of"
import { type ApprovalSummary, kindSchema } from "./domain/approval"
import { visibleTo } from "./internal/visible"

/** The latest request about a subject, for its page; null when approval was never asked or the reader may not see it. */
export const getSubjectApproval = query("approvals.getSubjectApproval", {
  permission: "approvals.read",
  at: "rows",
  input: z.object({ kind: kindSchema, subjectId: z.uuid() }),
  async run(ctx, { kind, subjectId }): Promise<ApprovalSummary | null> {
    const summary = (await approvalsOf(ctx, kind, [subjectId])).get(subjectId)
    if (!summary) return null
    const [visible] = await ctx.db
      .select({ id: approvalRequests.id })
      .from(approvalRequests)
      .where(own(ctx, approvalRequests, eq(approvalRequests.id, summary.requestId), await visibleTo(ctx)))
    return visible ? summary : null
  },
})
