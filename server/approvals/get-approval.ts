import { eq } from "drizzle-orm"
import { z } from "zod"
import {
  approvalContributors,
  approvalReads,
  approvalRequests,
  approvalReviewers,
} from "@/db/schema/approvals"
import { memberships, users } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { JsonValue } from "@/server/kernel/domain/plain-json"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { hasEnded, MEANINGS, type SignatureMeaning } from "./domain/approval"
import { mayTrust } from "./domain/confirmation"
import { type DecidableRequest, type Decision, mayDecide } from "./domain/decision-rules"
import { mayRemind } from "./domain/reminder"
import { statementFor } from "./domain/statement"
import { confirmationOf } from "./internal/confirmation-of"
import { decidable, signerOf } from "./internal/deciders"
import { delegationsToMe } from "./internal/delegations-to-me"
import { sha256 } from "./internal/hash"
import { readSignatures } from "./internal/read-signatures"
import type { RequestRow } from "./internal/request-row"
import { visibleTo } from "./internal/visible"

/**
 * One request in full: what is asked, the exact content, whose work it is, the signatures with hash and seals computed
 * again, and what the reader may do about it, by their own right and for each person they act for. @throws NOT_FOUND
 */
export const getApproval = query("approvals.getApproval", {
  permission: "approvals.read",
  at: "rows",
  input: z.object({ requestId: z.uuid() }),
  async run(ctx, { requestId }) {
    const [found] = await ctx.db
      .select({ row: approvalRequests, product: products.name, domain: domains.name })
      .from(approvalRequests)
      .leftJoin(products, own(ctx, products, eq(products.id, approvalRequests.productId)))
      .leftJoin(domains, own(ctx, domains, eq(domains.id, approvalRequests.domainId)))
      .where(own(ctx, approvalRequests, eq(approvalRequests.id, requestId), await visibleTo(ctx)))
    if (!found) throw notFound("The request")
    const { content: text, workspaceId: _workspaceId, requestedBy, requestedByName, ...row } = found.row
    const request = await decidable(ctx, found.row)
    const content = JSON.parse(text) as JsonValue
    return {
      ...row,
      requestedBy: { id: requestedBy, name: requestedByName },
      placeName: found.product ?? found.domain,
      ended: hasEnded(row, ctx.now),
      content,
      contentMatches: sha256(text) === row.contentSha256,
      contributors: await contributorsOf(ctx, requestId),
      reviewers: await reviewersOf(ctx, requestId),
      signatures: await readSignatures(ctx, requestId, row.contentSha256),
      statements: Object.fromEntries(
        MEANINGS.map((meaning) => [meaning, statementFor(meaning, found.row)]),
      ) as Record<SignatureMeaning, string>,
      mine: {
        waysToDecide: await waysToDecide(ctx, request),
        /** Whether the reader has just confirmed who they are, for this request. */
        confirmed: mayTrust(await confirmationOf(ctx), requestId, ctx.now),
        unread: await isUnread(ctx, found.row),
        remind: mayRemind(found.row, ctx.userId, ctx.now),
        withdraw:
          requestedBy === ctx.userId &&
          ["open", "changes_requested"].includes(row.state) &&
          !hasEnded(row, ctx.now),
      },
    }
  },
})

async function isUnread(ctx: OpCtx, row: Pick<RequestRow, "id" | "requestedAt" | "remindedAt">) {
  const [read] = await ctx.db
    .select({ at: approvalReads.readAt })
    .from(approvalReads)
    .where(own(ctx, approvalReads, eq(approvalReads.userId, ctx.userId), eq(approvalReads.requestId, row.id)))
  return read === undefined || read.at < (row.remindedAt ?? row.requestedAt)
}

const named = { id: users.id, name: users.name, leftAt: memberships.leftAt }

async function contributorsOf(ctx: OpCtx, requestId: string) {
  return ctx.db
    .select({ ...named, part: approvalContributors.part })
    .from(approvalContributors)
    .innerJoin(users, eq(users.id, approvalContributors.userId))
    .leftJoin(memberships, own(ctx, memberships, eq(memberships.userId, users.id)))
    .where(own(ctx, approvalContributors, eq(approvalContributors.requestId, requestId)))
    .orderBy(users.name)
}

async function reviewersOf(ctx: OpCtx, requestId: string) {
  return ctx.db
    .select(named)
    .from(approvalReviewers)
    .innerJoin(users, eq(users.id, approvalReviewers.userId))
    .leftJoin(memberships, own(ctx, memberships, eq(memberships.userId, users.id)))
    .where(own(ctx, approvalReviewers, eq(approvalReviewers.requestId, requestId)))
    .orderBy(users.name)
}

/** By the reader's own right first, then for everybody they may act for. */
async function waysToDecide(ctx: OpCtx, request: DecidableRequest) {
  const signer = await signerOf(ctx)
  const actorType = ctx.caller.actor.type
  const judge = (delegation: Decision["delegation"]) =>
    Object.fromEntries(
      MEANINGS.map((meaning) => [
        meaning,
        mayDecide({ request, meaning, actorType, signer, delegation, now: ctx.now }),
      ]),
    ) as Record<SignatureMeaning, ReturnType<typeof mayDecide>>
  const delegated = await delegationsToMe(ctx)
  return [
    { delegationId: null, onBehalfOf: null, may: judge(null) },
    ...delegated.map((delegation) => ({
      delegationId: delegation.id,
      onBehalfOf: delegation.delegator.name,
      may: judge(delegation),
    })),
  ]
}
