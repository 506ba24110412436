import { eq, getTableColumns } from "drizzle-orm"
import { approvalRequests } from "@/db/schema/approvals"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type Scope, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { notFound } from "@/server/kernel/errors"
import { visibleTo } from "./visible"

// The content may be two megabytes: only the page of one request reads it.
const { content: _content, ...columns } = getTableColumns(approvalRequests)
export const REQUEST_COLUMNS = columns

export type RequestRow = Omit<typeof approvalRequests.$inferSelect, "content">

/** Where the permissions for a request are asked. */
export function scopeOf({ domainId, productId }: Pick<RequestRow, "domainId" | "productId">): Scope {
  if (domainId === null) return WORKSPACE_SCOPE
  return productId === null ? { type: "domain", domainId } : { type: "product", domainId, productId }
}

/** The request with its row locked, so that decisions on it follow one another. @throws NOT_FOUND */
export async function lockRequest(ctx: OpCtx, requestId: string): Promise<RequestRow> {
  const [row] = await ctx.db
    .select(REQUEST_COLUMNS)
    .from(approvalRequests)
    .where(own(ctx, approvalRequests, eq(approvalRequests.id, requestId), await visibleTo(ctx)))
    .for("update")
  if (!row) throw notFound("The request")
  return row
}

/** What the audit trail names. */
export const targetsOf = (row: Pick<RequestRow, "id" | "kind" | "subjectId" | "subjectName">) => [
  { type: "approval", id: row.id, name: row.subjectName },
  { type: row.kind as string, id: row.subjectId, name: row.subjectName },
]

/** "the impact assessment “Route planning” v3", for summaries. */
export const named = (row: Pick<RequestRow, "subjectName" | "subjectVersion">) =>
  `${row.subjectName} v${row.subjectVersion}`
