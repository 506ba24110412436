import { asc, eq } from "drizzle-orm"
import { approvalSignatures } from "@/db/schema/approvals"
import type { SealedRecord } from "@/server/audit/records-about"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { sealOf } from "./hash"
import { signatureRecords } from "./signature-records"

/** The signatures of a request with all their facts, oldest first, each checked against its seal and with its audit record. */
export async function readSignatures(ctx: OpCtx, requestId: string, contentSha256: string) {
  const rows = await ctx.db
    .select()
    .from(approvalSignatures)
    .where(own(ctx, approvalSignatures, eq(approvalSignatures.requestId, requestId)))
    .orderBy(asc(approvalSignatures.signedAt), asc(approvalSignatures.id))
  const records = await signatureRecords(ctx, requestId, rows)
  return rows.map(({ workspaceId: _workspaceId, requestId: _requestId, ...row }) => ({
    ...row,
    sealMatches: sealOf({ ...row, workspaceId: ctx.workspaceId, requestId }) === row.seal,
    contentMatches: row.contentSha256 === contentSha256,
    record: recordOf(records.get(row.id)),
  }))
}

/** What the page shows; null when the trail holds no record that names this signature and its seal. */
function recordOf(record: SealedRecord | undefined) {
  if (!record) return null
  const { seq, leaf, checkpoint } = record
  return { seq, leaf, checkpoint }
}
