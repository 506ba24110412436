import { eq, gt, isNull, lte, sql } from "drizzle-orm"
import { approvalDelegations } from "@/db/schema/approvals"
import { memberships, users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { Decider } from "../domain/decision-rules"
import type { Delegation } from "../domain/delegation"
import { grantsInForce } from "./grants-in-force"

export type HeldDelegation = Delegation & { delegator: Decider }

/** The delegations in force to the reader, with the delegator's rights at this moment. */
export async function delegationsToMe(ctx: OpCtx): Promise<HeldDelegation[]> {
  const rows = await ctx.db
    .select({ delegation: approvalDelegations, name: users.name, leftAt: memberships.leftAt })
    .from(approvalDelegations)
    .innerJoin(users, eq(users.id, approvalDelegations.delegatorId))
    .innerJoin(memberships, own(ctx, memberships, eq(memberships.userId, approvalDelegations.delegatorId)))
    .where(
      own(
        ctx,
        approvalDelegations,
        eq(approvalDelegations.delegateId, ctx.userId),
        isNull(approvalDelegations.revokedAt),
        lte(approvalDelegations.validFrom, ctx.now),
        gt(approvalDelegations.validUntil, ctx.now),
      ),
    )
    .orderBy(sql`${approvalDelegations.validUntil}`, approvalDelegations.id)
  if (rows.length === 0) return []
  const grants = await grantsInForce(ctx, [...new Set(rows.map(({ delegation }) => delegation.delegatorId))])
  return rows.map(({ delegation, name, leftAt }) => ({
    ...delegation,
    delegator: {
      id: delegation.delegatorId,
      name,
      present: leftAt === null,
      grants: grants.get(delegation.delegatorId) ?? [],
    },
  }))
}
