import { and, eq, isNull } from "drizzle-orm"
import { accessReviewActions, accessRevocations } from "@/db/schema/access"
import { grants, users } from "@/db/schema/members"
import type { Caller, OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { PlumblineError } from "@/server/kernel/errors"
import { revokeGrant } from "@/server/members/revoke-grant"
import type { ActionOutcome } from "../domain/review"
import type { ReviewLine } from "../domain/review-line"
import { revokeAccess } from "../revoke-access"
import type { ReviewRow } from "./review-rows"

/**
 * The reviewer, with the right that the administrator lent by starting the review. The trail still names who acted; when
 * it was the due date, the revocation bears the name of whoever started the review.
 */
async function lentCaller(ctx: OpCtx, review: ReviewRow): Promise<Caller> {
  const lent = { ...ctx.caller, limitedTo: null }
  const grants: Caller["grants"] = [{ role: "administrator", scopeType: "workspace", scopeId: null }]
  if (ctx.caller.user) return { ...lent, grants }
  const [starter] = await ctx.db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(eq(users.id, review.startedBy ?? review.createdBy))
  return { ...lent, grants, user: starter ?? null }
}

/** True when what was to be revoked holds no longer anyway. */
async function isGone(ctx: OpCtx, line: Pick<ReviewLine, "kind" | "sourceId">): Promise<boolean> {
  if (line.kind === "access") {
    const rows = await ctx.db
      .select({ id: accessRevocations.requestId })
      .from(accessRevocations)
      .where(own(ctx, accessRevocations, eq(accessRevocations.requestId, line.sourceId)))
    return rows.length > 0
  }
  const rows = await ctx.db
    .select({ id: grants.id })
    .from(grants)
    .where(own(ctx, grants, and(eq(grants.id, line.sourceId), isNull(grants.revokedAt))))
  return rows.length === 0
}

async function attempt(
  ctx: OpCtx,
  review: ReviewRow,
  line: Pick<ReviewLine, "kind" | "sourceId">,
  justification: string,
): Promise<{ outcome: ActionOutcome; message: string }> {
  if (await isGone(ctx, line)) return { outcome: "gone", message: "It had been revoked before" }
  const inner = { ...ctx, caller: await lentCaller(ctx, review) }
  const reason = `Access review “${review.name}”: ${justification}`.slice(0, 500)
  try {
    if (line.kind === "role") await revokeGrant(inner, { grantId: line.sourceId, reason })
    else await revokeAccess(inner, { id: line.sourceId, reason })
    return { outcome: "done", message: "" }
  } catch (error) {
    if (!(error instanceof PlumblineError)) throw error
    // Access that ran out meanwhile needs no revoking; the last administrator is a pending action.
    if (line.kind === "access" || error.code === "NOT_FOUND")
      return { outcome: "gone", message: error.message }
    return { outcome: "failed", message: error.message }
  }
}

/** Carries out a revocation that was decided, and keeps its result. A refusal is a result, not an error. */
export async function carryOut(
  ctx: OpCtx,
  review: ReviewRow,
  line: Pick<ReviewLine, "id" | "kind" | "sourceId">,
  justification: string,
): Promise<ActionOutcome> {
  const result = await attempt(ctx, review, line, justification)
  await ctx.db.insert(accessReviewActions).values({
    workspaceId: ctx.workspaceId,
    id: newId(Date.parse(ctx.now)),
    lineId: line.id,
    ...result,
    triedAt: ctx.now,
  })
  return result.outcome
}
