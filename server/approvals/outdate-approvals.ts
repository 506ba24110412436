import { eq, inArray, lt } from "drizzle-orm"
import { approvalRequests } from "@/db/schema/approvals"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { ApprovalSubject } from "./domain/approval"
import { closeRequests } from "./internal/close-requests"
import { REQUEST_COLUMNS } from "./internal/request-row"

/**
 * To be called in the transaction of every edit: each open or approved request of a version older than `version`, the
 * one that the edit makes, is outdated at once. What was sent back for changes stays with its requester until they ask
 * again. Answers how many.
 */
export async function outdateApprovals(
  ctx: OpCtx,
  { kind, subjectId, version }: ApprovalSubject & { version: number },
): Promise<number> {
  const rows = await ctx.db
    .select(REQUEST_COLUMNS)
    .from(approvalRequests)
    .where(
      own(
        ctx,
        approvalRequests,
        eq(approvalRequests.kind, kind),
        eq(approvalRequests.subjectId, subjectId),
        inArray(approvalRequests.state, ["open", "approved"]),
        lt(approvalRequests.subjectVersion, version),
      ),
    )
    .for("update")
  await closeRequests(ctx, rows, { state: "outdated", outdatedBy: version })
  return rows.length
}
