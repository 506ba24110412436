import { inArray, sql } from "drizzle-orm"
import { approvalRequests } from "@/db/schema/approvals"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { named, type RequestRow, targetsOf } from "./request-row"

type Closing = { state: "outdated" | "withdrawn"; outdatedBy?: number; reason?: string }

const SUMMARIES: Record<Closing["state"], (row: RequestRow) => string> = {
  outdated: (row) =>
    row.state === "approved"
      ? `Outdated the approval of ${named(row)}`
      : `Outdated the request to approve ${named(row)}`,
  withdrawn: (row) => `Withdrew the request to approve ${named(row)}`,
}

/** Ends requests whose rows the caller has locked, and records each. */
export async function closeRequests(ctx: OpCtx, rows: RequestRow[], closing: Closing): Promise<void> {
  if (rows.length === 0) return
  const { state, outdatedBy = null, reason } = closing
  await ctx.db
    .update(approvalRequests)
    .set({ state, outdatedBy, closedAt: ctx.now, version: sql`${approvalRequests.version} + 1` })
    .where(
      own(
        ctx,
        approvalRequests,
        inArray(
          approvalRequests.id,
          rows.map(({ id }) => id),
        ),
      ),
    )
  for (const row of rows) {
    ctx.record({
      targets: targetsOf(row),
      summary: SUMMARIES[state](row),
      before: { state: row.state, version: row.subjectVersion },
      after: { state, ...(outdatedBy !== null && { currentVersion: outdatedBy }) },
      ...(reason && { reason }),
    })
  }
}
