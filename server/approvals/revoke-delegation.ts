import { eq } from "drizzle-orm"
import { z } from "zod"
import { approvalDelegations } from "@/db/schema/approvals"
import { users } from "@/db/schema/members"
import { own } from "@/server/kernel/database"
import { holds, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { notFound, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { delegationState } from "./domain/delegation"

/**
 * Ends a delegation at once: by whoever gave it, whoever holds it, or those who manage members. Signatures given under
 * it stay. @throws NOT_FOUND, RULE_BROKEN when it is over.
 */
export const revokeDelegation = command("approvals.revokeDelegation", {
  permission: "approvals.delegate",
  at: "rows",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const [row] = await ctx.db
      .select({ delegation: approvalDelegations, delegate: users.name })
      .from(approvalDelegations)
      .innerJoin(users, eq(users.id, approvalDelegations.delegateId))
      .where(own(ctx, approvalDelegations, eq(approvalDelegations.id, id)))
      .for("update", { of: approvalDelegations })
    const involved = row && [row.delegation.delegatorId, row.delegation.delegateId].includes(ctx.userId)
    if (!row || !(involved || holds(ctx.caller.grants, "members.manage", WORKSPACE_SCOPE)))
      throw notFound("The delegation")
    const state = delegationState(row.delegation, ctx.now)
    if (state === "revoked" || state === "ended") throw ruleBroken("This delegation is over already")
    await ctx.db
      .update(approvalDelegations)
      .set({ revokedAt: ctx.now, revokedBy: ctx.userId })
      .where(own(ctx, approvalDelegations, eq(approvalDelegations.id, id)))
    ctx.record({
      targets: [{ type: "delegation", id, name: row.delegate }],
      summary: `Revoked the delegation to ${row.delegate}`,
      before: { validUntil: row.delegation.validUntil },
    })
  },
})
