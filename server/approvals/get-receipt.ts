import { eq } from "drizzle-orm"
import { z } from "zod"
import { approvalRequests, approvalSignatures } from "@/db/schema/approvals"
import { writeReceipt } from "@/server/audit/write-receipt"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { signatureRecords } from "./internal/signature-records"
import { visibleTo } from "./internal/visible"

/**
 * Proof that a signature was recorded, to be kept with the document: the receipt of its audit record, which
 * `plumbline audit verify` checks offline. A file name and its text.
 * @throws NOT_FOUND, RULE_BROKEN while no signed checkpoint covers the record.
 */
export const getReceipt = query("approvals.getReceipt", {
  permission: "approvals.read",
  at: "rows",
  input: z.object({ requestId: z.uuid(), signatureId: z.uuid() }),
  async run(ctx, { requestId, signatureId }) {
    const [signature] = await ctx.db
      .select({ id: approvalSignatures.id, seal: approvalSignatures.seal })
      .from(approvalSignatures)
      .innerJoin(approvalRequests, own(ctx, approvalRequests, eq(approvalRequests.id, requestId)))
      .where(
        own(
          ctx,
          approvalSignatures,
          eq(approvalSignatures.id, signatureId),
          eq(approvalSignatures.requestId, requestId),
          await visibleTo(ctx),
        ),
      )
    if (!signature) throw notFound("The signature")
    const record = (await signatureRecords(ctx, requestId, [signature])).get(signatureId)
    if (!record) throw notFound("The record of the signature")
    return { fileName: `receipt-record-${record.seq}.json`, text: await writeReceipt(ctx, record.eventId) }
  },
})
