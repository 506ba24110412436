import { asc, desc, eq, inArray, sql } from "drizzle-orm"
import { approvalRequests, approvalSignatures } from "@/db/schema/approvals"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type ApprovalSummary, hasEnded } from "./domain/approval"
import type { ApprovalKind } from "./domain/kinds"
import { REQUEST_COLUMNS, type RequestRow } from "./internal/request-row"

const DECIDED = { approved: "approval", rejected: "rejection", changes_requested: "changes" } as const

/**
 * The latest request of each subject; subjects without one are missing. A subject is approved when the state is
 * "approved" and the version is its present one. It asks no permission: the caller has shown the subject.
 */
export async function approvalsOf(
  ctx: OpCtx,
  kind: ApprovalKind,
  subjectIds: readonly string[],
): Promise<Map<string, ApprovalSummary>> {
  if (subjectIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectDistinctOn([approvalRequests.subjectId], REQUEST_COLUMNS)
    .from(approvalRequests)
    .where(
      own(
        ctx,
        approvalRequests,
        eq(approvalRequests.kind, kind),
        inArray(approvalRequests.subjectId, [...new Set(subjectIds)]),
      ),
    )
    .orderBy(
      approvalRequests.subjectId,
      desc(approvalRequests.subjectVersion),
      desc(approvalRequests.requestedAt),
      // Asked twice in one millisecond: the one that has not been replaced.
      sql`${approvalRequests.closedAt} is null desc`,
      desc(approvalRequests.id),
    )
  const signed = await signaturesOf(
    ctx,
    rows.map(({ id }) => id),
  )
  return new Map(rows.map((row) => [row.subjectId, summaryOf(row, signed.get(row.id) ?? [], ctx.now)]))
}

type Signed = Awaited<ReturnType<typeof readSignatures>>[number]

const readSignatures = (ctx: OpCtx, requestIds: string[]) =>
  ctx.db
    .select({
      requestId: approvalSignatures.requestId,
      name: approvalSignatures.signerName,
      onBehalfOf: approvalSignatures.onBehalfOfName,
      meaning: approvalSignatures.meaning,
      note: approvalSignatures.note,
      at: approvalSignatures.signedAt,
    })
    .from(approvalSignatures)
    .where(own(ctx, approvalSignatures, inArray(approvalSignatures.requestId, requestIds)))
    .orderBy(asc(approvalSignatures.signedAt), asc(approvalSignatures.id))

async function signaturesOf(ctx: OpCtx, requestIds: string[]): Promise<Map<string, Signed[]>> {
  if (requestIds.length === 0) return new Map()
  return Map.groupBy(await readSignatures(ctx, requestIds), ({ requestId }) => requestId)
}

function summaryOf(row: RequestRow, signed: Signed[], now: string): ApprovalSummary {
  const meaning = row.state in DECIDED ? DECIDED[row.state as keyof typeof DECIDED] : "approval"
  const decisive = signed.findLast((signature) => signature.meaning === meaning)
  const decided = row.state in DECIDED || row.approvedAt !== null
  return {
    requestId: row.id,
    state: row.state,
    version: row.subjectVersion,
    outdatedBy: row.outdatedBy,
    approvedAt: row.approvedAt,
    required: row.required,
    approvals: signed
      .filter((signature) => signature.meaning === "approval")
      .map(({ name, at, onBehalfOf }) => ({ name, at, ...(onBehalfOf !== null && { onBehalfOf }) })),
    decidedAt: decided ? (row.approvedAt ?? decisive?.at ?? null) : null,
    note: decided ? (decisive?.note ?? "") : row.note,
    dueOn: row.dueOn,
    ended: hasEnded(row, now),
    requestedBy: { id: row.requestedBy, name: row.requestedByName },
    requestedAt: row.requestedAt,
  }
}
