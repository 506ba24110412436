import { and, eq, gt, isNull, or, type SQL, sql } from "drizzle-orm"
import {
  approvalContributors,
  approvalRequests,
  approvalReviewers,
  approvalSignatures,
} from "@/db/schema/approvals"
import type { OpCtx } from "@/server/kernel/context"
import { holds, type Reach, reachOf } from "@/server/kernel/domain/grants"
import { ALL_KINDS, APPROVAL_KINDS } from "../domain/kinds"
import { delegationsToMe, type HeldDelegation } from "./delegations-to-me"
import { coveredBy, requestWithin } from "./visible"

const row = approvalRequests

/**
 * Whether a row of the request exists. Not `exists`: the planner would hash all rows of the workspace, where looking up
 * those of the few requests on a page is a matter of microseconds.
 */
const some = (from: SQL) => sql`(select 1 from ${from} limit 1) is not null`

const ofRequest = (name: string) =>
  sql.raw(
    `${name}.workspace_id = approval_requests.workspace_id and ${name}.request_id = approval_requests.id`,
  )

const namesNobody = sql`not (${some(sql`${approvalReviewers} w where ${ofRequest("w")}`)})`

const isNamed = (userId: string) =>
  some(sql`${approvalReviewers} w where ${ofRequest("w")} and w.user_id = ${userId}`)

/** The person has a part in the work. */
const hasPart = (userId: string) =>
  some(sql`${approvalContributors} c where ${ofRequest("c")} and c.user_id = ${userId}`)

const hasApproved = (userId: string) =>
  some(sql`${approvalSignatures} s where ${ofRequest("s")} and s.meaning = 'approval'
    and (s.signer_id = ${userId} or s.on_behalf_of_id = ${userId})`)

const hasSigned = (userId: string) =>
  some(sql`${approvalSignatures} s where ${ofRequest("s")} and s.signer_id = ${userId}`)

/** Requests of the kinds that are held within the reach of each. */
function decidableWith(reachFor: (kind: (typeof ALL_KINDS)[number]) => Reach): SQL {
  const parts = ALL_KINDS.flatMap((kind) => {
    const within = reachFor(kind)
    if (within !== "all" && within.domainIds.length + within.productIds.length === 0) return []
    return [and(eq(row.kind, kind), requestWithin(within))]
  })
  return or(...parts) ?? sql`false`
}

function forSomebody(delegation: HeldDelegation): SQL | undefined {
  const { delegator } = delegation
  return and(
    coveredBy(delegation),
    decidableWith((kind) => reachOf(delegator.grants, APPROVAL_KINDS[kind].permission)),
    or(namesNobody, isNamed(delegator.id)),
    sql`not (${hasPart(delegator.id)})`,
    sql`not (${hasApproved(delegator.id)})`,
  )
}

/** Condition on `approval_requests`: what is asked for has not ended by its own date. */
export const goesOn = (ctx: OpCtx) => or(isNull(row.endsAt), gt(row.endsAt, ctx.now))

/**
 * Condition on `approval_requests`: what waits on the reader. Open ones that they may decide, by their own right or for
 * somebody, and have not; reviews they are asked for by name; and what was sent back to them.
 */
export async function waitsOnMe(ctx: OpCtx): Promise<SQL> {
  const me = ctx.userId
  const delegations = (await delegationsToMe(ctx)).filter(({ delegator }) => delegator.present)
  const byRight = and(
    or(namesNobody, isNamed(me)),
    decidableWith((kind) => ctx.reach(APPROVAL_KINDS[kind].permission)),
  )
  const toReview = holds(ctx.caller.grants, "approvals.review")
    ? and(isNamed(me), requestWithin(ctx.reach("approvals.review")), sql`not (${hasSigned(me)})`)
    : undefined
  const toDecide = and(
    eq(row.state, "open"),
    sql`not (${hasPart(me)})`,
    sql`not (${hasApproved(me)})`,
    or(byRight, toReview, ...delegations.map(forSomebody)),
  )
  const sentBack = and(eq(row.state, "changes_requested"), eq(row.requestedBy, me))
  return and(goesOn(ctx), or(toDecide, sentBack))!
}
