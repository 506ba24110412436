import { eq, inArray, isNull } from "drizzle-orm"
import { approvalContributors, approvalDelegations, approvalSignatures } from "@/db/schema/approvals"
import { memberships, users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import type { DecidableRequest, Decider, Decision } from "../domain/decision-rules"
import { grantsInForce } from "./grants-in-force"
import { type RequestRow, scopeOf } from "./request-row"

/** The request as the rules of deciding want it: with who had a part in it and who approved so far. */
export async function decidable(ctx: OpCtx, row: RequestRow): Promise<DecidableRequest> {
  const contributors = await ctx.db
    .select({ userId: approvalContributors.userId, part: approvalContributors.part })
    .from(approvalContributors)
    .where(own(ctx, approvalContributors, eq(approvalContributors.requestId, row.id)))
  const approvals = await ctx.db
    .select({ signerId: approvalSignatures.signerId, onBehalfOfId: approvalSignatures.onBehalfOfId })
    .from(approvalSignatures)
    .where(
      own(
        ctx,
        approvalSignatures,
        eq(approvalSignatures.requestId, row.id),
        eq(approvalSignatures.meaning, "approval"),
      ),
    )
  const { kind, state, subjectVersion, outdatedBy, endsAt, requestedBy } = row
  return {
    kind,
    state,
    subjectVersion,
    outdatedBy,
    endsAt,
    requestedBy,
    scope: scopeOf(row),
    contributors,
    approvals,
  }
}

/** People with their rights at this moment; whoever left is not present. */
export async function decidersOf(ctx: OpCtx, userIds: string[]): Promise<Map<string, Decider>> {
  const people = await ctx.db
    .select({ id: users.id, name: users.name, leftAt: memberships.leftAt })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(own(ctx, memberships, inArray(memberships.userId, userIds)))
  const grants = await grantsInForce(ctx, userIds)
  return new Map(
    people.map(({ id, name, leftAt }) => [
      id,
      { id, name, present: leftAt === null, grants: grants.get(id) ?? [] },
    ]),
  )
}

/** The caller, who signs. */
export async function signerOf(ctx: OpCtx): Promise<Decider> {
  const [membership] = await ctx.db
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(own(ctx, memberships, eq(memberships.userId, ctx.userId), isNull(memberships.leftAt)))
  const { user, grants } = ctx.caller
  return { id: ctx.userId, name: user?.name ?? "", grants, present: membership !== undefined }
}

/** A delegation to the caller, whatever its state, its row locked against a revocation. @throws NOT_FOUND */
export async function openDelegation(ctx: OpCtx, id: string): Promise<NonNullable<Decision["delegation"]>> {
  const [row] = await ctx.db
    .select()
    .from(approvalDelegations)
    .where(
      own(
        ctx,
        approvalDelegations,
        eq(approvalDelegations.id, id),
        eq(approvalDelegations.delegateId, ctx.userId),
      ),
    )
    .for("update")
  const delegator = row && (await decidersOf(ctx, [row.delegatorId])).get(row.delegatorId)
  if (!delegator) throw notFound("The delegation")
  return { ...row, delegator }
}
