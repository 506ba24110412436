import { eq } from "drizzle-orm"
import { approvalDelegations } from "@/db/schema/approvals"
import { users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { holds, reachOf, type Scope } from "@/server/kernel/domain/grants"
import { newId } from "@/server/kernel/domain/id"
import { forbidden, invalidField, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { delegationSchema } from "./domain/delegation"
import { ALL_KINDS, APPROVAL_KINDS } from "./domain/kinds"
import { placeOf } from "./internal/place-of"

/**
 * Lets somebody decide for the caller, for some kinds, within a scope, for a time of a year at most. It never gives
 * more than the caller may decide at the moment it is used, and cannot be passed on.
 * @throws FORBIDDEN (a token), INVALID naming the field, RULE_BROKEN when there is nothing to delegate.
 */
export const createDelegation = command("approvals.createDelegation", {
  permission: "approvals.delegate",
  at: "rows",
  input: delegationSchema,
  async run(ctx, input) {
    if (ctx.caller.actor.type !== "user")
      throw forbidden("A delegation is given by a person, not by an API token")
    if (input.delegateId === ctx.userId) throw invalidField("delegateId", "Choose somebody else")
    await requireMembers(ctx, { delegateId: input.delegateId })
    const place = await placeOf(ctx, input)
    if (input.validUntil <= ctx.now) throw invalidField("validUntil", "Choose an end in the future")
    if (!decidesSomething(ctx, input.kinds ?? ALL_KINDS, place.scope))
      throw ruleBroken("You may decide none of this yourself, so there is nothing to delegate")
    const [delegate] = await ctx.db
      .select({ name: users.name })
      .from(users)
      .where(eq(users.id, input.delegateId))
    const id = newId(Date.parse(ctx.now))
    const { workspaceId, userId: delegatorId, now: createdAt } = ctx
    await ctx.db.insert(approvalDelegations).values({ workspaceId, id, delegatorId, createdAt, ...input })
    const where = place.name === null ? "the whole workspace" : place.name
    ctx.record({
      targets: [
        { type: "delegation", id, name: delegate?.name ?? "" },
        { type: "member", id: input.delegateId, name: delegate?.name ?? "" },
      ],
      summary: `Let ${delegate?.name} decide on their behalf in ${where}`,
      after: { kinds: input.kinds ?? "all", from: input.validFrom, until: input.validUntil },
      reason: input.reason,
    })
    return { id }
  },
})

/** Some kind that the caller may decide at the place or, for a wide one, somewhere in it. */
function decidesSomething(ctx: OpCtx, kinds: readonly (typeof ALL_KINDS)[number][], scope: Scope): boolean {
  const { grants } = ctx.caller
  return kinds.some((kind) => {
    const { permission } = APPROVAL_KINDS[kind]
    if (holds(grants, permission, scope)) return true
    if (scope.type === "product") return false
    const reach = reachOf(grants, permission)
    return (
      reach === "all" || (scope.type === "workspace" && reach.domainIds.length + reach.productIds.length > 0)
    )
  })
}
