import { asc, eq } from "drizzle-orm"
import { z } from "zod"
import { accessRequests } from "@/db/schema/access"
import { holds } from "@/server/kernel/domain/grants"
import { query } from "@/server/kernel/operation"
import { mayRecord, mayRevokeAccess } from "./domain/access-rules"
import { accessVisible, fetchAccess, pageOfAccess, scopeOf } from "./internal/access-rows"

/** One request with its renewals, and what the reader may do about it. @throws NOT_FOUND */
export const getRequest = query("access.getRequest", {
  permission: "access.read",
  at: "rows",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const row = await fetchAccess(ctx, id)
    const scope = scopeOf(row)
    const { grants } = ctx.caller
    const before = row.renewsId === null ? null : await fetchAccess(ctx, row.renewsId)
    const { rows: renewals } = await pageOfAccess(
      ctx,
      { limit: 50, order: asc(accessRequests.requestedAt) },
      eq(accessRequests.renewsId, id),
      accessVisible(ctx),
    )
    const asks = holds(grants, "access.request")
    return {
      ...row,
      before,
      renewals,
      may: {
        revoke: asks && mayRevokeAccess(row, ctx.userId, holds(grants, "access.approve", scope)).ok,
        revise: row.requester.id === ctx.userId && (row.state === "waiting" || row.state === "changes"),
        renew: holds(grants, "access.request", scope) && row.approvedAt !== null,
        recordGranted: holds(grants, "access.execute", scope) && mayRecord(row, "granted").ok,
        recordRemoved: holds(grants, "access.execute", scope) && mayRecord(row, "removed").ok,
      },
    }
  },
})
