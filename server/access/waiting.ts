import { and, asc, eq, gt, isNotNull, lte, notInArray, or, sql } from "drizzle-orm"
import { accessRequests, accessReviewDecisions, accessReviewLines, accessReviews } from "@/db/schema/access"
import { approvalRequests, approvalSignatures } from "@/db/schema/approvals"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { ENDS_SOON_DAYS } from "./domain/access-rules"
import { lastDayOf, rightsWords } from "./domain/request"
import { accessWithin, heldAt, pageOfAccess, toRemove, toSetUp } from "./internal/access-rows"

const MOST = 100
const DAY_MS = 86_400_000
/** An answer is news for so many days. */
const NEWS_DAYS = 7

const page = (ctx: OpCtx, path: string) => `/${ctx.caller.workspace?.slug ?? ""}${path}`
const shifted = (iso: string, days: number) => new Date(Date.parse(iso) + days * DAY_MS).toISOString()

/** Access of mine that ends soon and that nobody asked to renew, and what was refused lately. */
export async function waitingAccess(ctx: OpCtx): Promise<WaitingThing[]> {
  const renewed = ctx.db
    .select({ id: sql<string>`${accessRequests.renewsId}` })
    .from(accessRequests)
    .where(own(ctx, accessRequests, isNotNull(accessRequests.renewsId)))
  const ending = await pageOfAccess(
    ctx,
    { limit: MOST, order: asc(accessRequests.validUntil) },
    eq(accessRequests.beneficiaryId, ctx.userId),
    heldAt(ctx.now),
    lte(accessRequests.validUntil, shifted(ctx.now, ENDS_SOON_DAYS)),
    notInArray(accessRequests.id, renewed),
  )
  const answered = await pageOfAccess(
    ctx,
    { limit: MOST },
    eq(accessRequests.requestedBy, ctx.userId),
    or(eq(approvalRequests.state, "approved"), eq(approvalRequests.state, "rejected")),
    sql`exists (select 1 from ${approvalSignatures} s where s.workspace_id = ${approvalRequests.workspaceId}
      and s.request_id = ${approvalRequests.id} and s.signed_at >= ${shifted(ctx.now, -NEWS_DAYS)})`,
  )
  return [
    ...ending.rows.map(
      (row): WaitingThing => ({
        kind: "access",
        id: `ends ${row.id}`,
        title: `Your access to ${row.subject.name} ends`,
        detail: `${rightsWords(row.rights)}. Ask to renew it if you still need it`,
        due: lastDayOf(row.validUntil),
        state: "ends",
        action: { label: "Renew access", href: page(ctx, `/access?new=access&renew=${row.id}`) },
      }),
    ),
    ...answered.rows
      .filter(({ state }) => state === "refused" || state === "active" || state === "upcoming")
      .map(
        (row): WaitingThing => ({
          kind: "access",
          id: `answer ${row.id}`,
          title: `${row.state === "refused" ? "Refused" : "Approved"}: access of ${row.beneficiary.name} to ${row.subject.name}`,
          detail:
            row.state === "refused"
              ? "Read why; a new request can ask for less"
              : row.granted
                ? `Set up by ${row.granted.by}. Until ${lastDayOf(row.validUntil)}`
                : "An engineer sets it up next",
          state: row.state === "refused" ? "refused" : "approved",
          action: { label: "See answer", href: page(ctx, `/access/${row.id}`) },
        }),
      ),
  ]
}

/** Access to be set up or removed where the data is, for those who do it. */
export async function waitingExecutions(ctx: OpCtx): Promise<WaitingThing[]> {
  const within = accessWithin(ctx, "access.execute")
  const { rows } = await pageOfAccess(ctx, { limit: MOST }, or(toSetUp(ctx.now), toRemove(ctx.now)), within)
  return rows.map((row) => {
    const removal = row.granted !== null
    return {
      kind: "access",
      id: `${removal ? "remove" : "set up"} ${row.id}`,
      title: `${removal ? "Remove" : "Set up"} access for ${row.beneficiary.name}`,
      detail: `${rightsWords(row.rights)} on ${row.subject.name}. ${
        removal
          ? `It ended on ${lastDayOf(row.ends)}; nothing removes it by itself`
          : "It is approved, and nothing provisions it by itself"
      }`,
      due: removal ? row.ends.slice(0, 10) : row.begins.slice(0, 10),
      state: removal ? "ended" : "approved",
      action: { label: removal ? "Record removal" : "Record set-up", href: page(ctx, `/access/${row.id}`) },
    }
  })
}

/** Reviews with lines that the reader has to decide on. */
export async function waitingReviews(ctx: OpCtx): Promise<WaitingThing[]> {
  const rows = await ctx.db
    .select({
      id: accessReviews.id,
      name: accessReviews.name,
      dueOn: accessReviews.dueOn,
      noAnswer: accessReviews.noAnswer,
      open: sql<number>`count(*)::int`,
    })
    .from(accessReviews)
    .innerJoin(
      accessReviewLines,
      own(ctx, accessReviewLines, eq(accessReviewLines.reviewId, accessReviews.id)),
    )
    .where(
      own(
        ctx,
        accessReviews,
        and(
          eq(accessReviewLines.reviewerId, ctx.userId),
          isNotNull(accessReviews.startedAt),
          sql`${accessReviews.closedAt} is null and ${accessReviews.cancelledAt} is null`,
          gt(sql`(${accessReviews.dueOn} + 1)::timestamp at time zone 'UTC'`, sql`${ctx.now}::timestamptz`),
          sql`not exists (select 1 from ${accessReviewDecisions} d where d.workspace_id = ${accessReviewLines.workspaceId}
            and d.line_id = ${accessReviewLines.id} and d.decision in ('keep', 'revoke'))`,
        ),
      ),
    )
    .groupBy(accessReviews.id, accessReviews.name, accessReviews.dueOn, accessReviews.noAnswer)
    .limit(MOST)
  return rows.map(({ id, name, dueOn, noAnswer, open }) => ({
    kind: "access",
    id: `review ${id}`,
    title: `Review ${open} ${open === 1 ? "line" : "lines"}: ${name}`,
    detail: `Without your answer they are ${noAnswer === "keep" ? "kept" : "revoked"}`,
    due: dueOn,
    state: "to review",
    action: { label: "Decide", href: page(ctx, `/settings/access-reviews/${id}?show=mine`) },
  }))
}
