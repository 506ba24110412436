import { and, desc, eq, gt, isNull, or, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { z } from "zod"
import { approvalDelegations } from "@/db/schema/approvals"
import { users } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import { own } from "@/server/kernel/database"
import { holds, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { pageInput } from "@/server/kernel/domain/page"
import { query } from "@/server/kernel/operation"
import { delegationState } from "./domain/delegation"

const delegators = alias(users, "delegators")
const delegates = alias(users, "delegates")

/**
 * One page of the delegations that the reader gave or holds; everybody's for those who manage members or read the audit
 * trail. Those that have not ended come first, then the newest.
 */
export const listDelegations = query("approvals.listDelegations", {
  permission: "approvals.read",
  at: "rows",
  input: z.object({
    ...pageInput,
  }),
  async run(ctx, { offset, limit }) {
    const { grants } = ctx.caller
    const everybodys =
      holds(grants, "members.manage", WORKSPACE_SCOPE) || holds(grants, "audit.read", WORKSPACE_SCOPE)
    const mine = or(
      eq(approvalDelegations.delegatorId, ctx.userId),
      eq(approvalDelegations.delegateId, ctx.userId),
    )
    const where = own(ctx, approvalDelegations, everybodys ? undefined : mine)
    const ends = and(isNull(approvalDelegations.revokedAt), gt(approvalDelegations.validUntil, ctx.now))
    const [counted] = await ctx.db
      .select({ total: sql<number>`count(*)::int` })
      .from(approvalDelegations)
      .where(where)
    const rows = await ctx.db
      .select({
        id: approvalDelegations.id,
        delegator: { id: approvalDelegations.delegatorId, name: delegators.name },
        delegate: { id: approvalDelegations.delegateId, name: delegates.name },
        kinds: approvalDelegations.kinds,
        scopeType: approvalDelegations.scopeType,
        domainName: domains.name,
        productName: products.name,
        validFrom: approvalDelegations.validFrom,
        validUntil: approvalDelegations.validUntil,
        reason: approvalDelegations.reason,
        revokedAt: approvalDelegations.revokedAt,
      })
      .from(approvalDelegations)
      .innerJoin(delegators, eq(delegators.id, approvalDelegations.delegatorId))
      .innerJoin(delegates, eq(delegates.id, approvalDelegations.delegateId))
      .leftJoin(domains, own(ctx, domains, eq(domains.id, approvalDelegations.scopeId)))
      .leftJoin(products, own(ctx, products, eq(products.id, approvalDelegations.scopeId)))
      .where(where)
      .orderBy(desc(sql`${ends}`), desc(approvalDelegations.createdAt), desc(approvalDelegations.id))
      .limit(limit)
      .offset(offset)
    const delegations = rows.map(({ domainName, productName, ...row }) => ({
      ...row,
      placeName: productName ?? domainName,
      state: delegationState(row, ctx.now),
      /** Everybody named may end it. */
      mine: row.delegator.id === ctx.userId || row.delegate.id === ctx.userId,
    }))
    return { delegations, total: counted?.total ?? 0 }
  },
})
