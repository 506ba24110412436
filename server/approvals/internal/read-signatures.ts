import { asc, eq } from "drizzle-orm"
import { approvalSignatures } from "@/db/schema/approvals"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { sealOf } from "./hash"

/** The signatures of a request with all their facts, oldest first, each checked against its seal. */
export async function readSignatures(ctx: OpCtx, requestId: string, contentSha256: string) {
  const rows = await ctx.db
    .select()
    .from(approvalSignatures)
    .where(own(ctx, approvalSignatures, eq(approvalSignatures.requestId, requestId)))
    .orderBy(asc(approvalSignatures.signedAt), asc(approvalSignatures.id))
  return rows.map(({ workspaceId: _workspaceId, requestId: _requestId, ...row }) => ({
    ...row,
    sealMatches: sealOf({ ...row, workspaceId: ctx.workspaceId, requestId }) === row.seal,
    contentMatches: row.contentSha256 === contentSha256,
  }))
}
