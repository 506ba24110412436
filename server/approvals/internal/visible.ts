import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm"
import { approvalRequests } from "@/db/schema/approvals"
import type { OpCtx } from "@/server/kernel/context"
import type { Reach } from "@/server/kernel/domain/grants"
import { delegationsToMe, type HeldDelegation } from "./delegations-to-me"

/** Condition on `approval_requests`: those that lie within the reach. Undefined when it covers everything. */
export function requestWithin(reach: Reach): SQL | undefined {
  if (reach === "all") return undefined
  const { domainIds, productIds } = reach
  if (domainIds.length === 0 && productIds.length === 0) return sql`false`
  return or(
    domainIds.length > 0 ? inArray(approvalRequests.domainId, domainIds) : undefined,
    productIds.length > 0 ? inArray(approvalRequests.productId, productIds) : undefined,
  )
}

/** Condition: what a delegation is for, by kind and place. */
export function coveredBy({ kinds, scopeType, scopeId }: HeldDelegation): SQL {
  const kind = kinds === null ? undefined : inArray(approvalRequests.kind, [...kinds])
  const place =
    scopeType === "workspace"
      ? undefined
      : eq(scopeType === "domain" ? approvalRequests.domainId : approvalRequests.productId, scopeId ?? "")
  return and(kind, place) ?? sql`true`
}

/** Condition: requests that the reader may see: in reach, their own, and those that they may decide for somebody. */
export async function visibleTo(ctx: OpCtx): Promise<SQL | undefined> {
  const reach = requestWithin(ctx.reach("approvals.read"))
  if (reach === undefined) return undefined
  const delegated = await delegationsToMe(ctx)
  return or(reach, eq(approvalRequests.requestedBy, ctx.userId), ...delegated.map(coveredBy))
}
