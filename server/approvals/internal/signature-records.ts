import { recordsAbout, type SealedRecord } from "@/server/audit/records-about"
import type { OpCtx } from "@/server/kernel/context"

/** The audit record of each signature of a request, by the signature's id. One that names another seal is left out. */
export async function signatureRecords(
  ctx: OpCtx,
  requestId: string,
  signatures: readonly { id: string; seal: string }[],
): Promise<Map<string, SealedRecord>> {
  if (signatures.length === 0) return new Map()
  const records = await recordsAbout(ctx, "approvals.decideApproval", { type: "approval", id: requestId })
  return new Map(
    signatures.flatMap(({ id, seal }) => {
      const record = records.find(({ after }) => names(after, id, seal))
      return record ? [[id, record] as const] : []
    }),
  )
}

function names(after: SealedRecord["after"], id: string, seal: string): boolean {
  if (after === null || typeof after !== "object" || Array.isArray(after)) return false
  return after.signatureId === id && after.seal === seal
}
