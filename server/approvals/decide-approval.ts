import { eq, sql } from "drizzle-orm"
import { z } from "zod"
import { approvalRequests, approvalSignatures } from "@/db/schema/approvals"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { forbidden, invalidField, PlumblineError } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { APPROVAL_LIMITS, type ApprovalState, MEANINGS, type SignatureMeaning } from "./domain/approval"
import { type Confirmation, mayTrust } from "./domain/confirmation"
import {
  carryingGrant,
  closedReason,
  type Decision,
  mayDecide,
  needsNote,
  permissionFor,
  TOKEN_CANNOT_SIGN,
} from "./domain/decision-rules"
import { statementFor } from "./domain/statement"
import { confirmationOf } from "./internal/confirmation-of"
import { decidable, openDelegation, signerOf } from "./internal/deciders"
import { sealOf } from "./internal/hash"
import { obey } from "./internal/obey"
import { lockRequest, named, type RequestRow, scopeOf, targetsOf } from "./internal/request-row"

const SIGNED: Record<SignatureMeaning, string> = {
  approval: "Approved",
  rejection: "Rejected",
  changes: "Asked for changes to",
  review: "Signed the review of",
}

/**
 * Signs an approval, a rejection, a request for changes or a review, by a person who has confirmed who they are for this
 * request in the last 5 minutes (`members.confirmPassword`, or the provider). `contentSha256` is the hash of what they
 * were shown. The request's row stays locked, so two signatures at once follow one another.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT (it was changed, decided or shown otherwise), RULE_BROKEN with the reason,
 * INVALID without the note that a rejection and a request for changes need.
 */
export const decideApproval = command("approvals.decideApproval", {
  permission: "approvals.review",
  at: "rows",
  input: z.object({
    requestId: z.uuid(),
    meaning: z.enum(MEANINGS),
    contentSha256: z.string().regex(/^[0-9a-f]{64}$/, "Give the SHA-256 of what you were shown, in hex"),
    note: z.string().trim().max(APPROVAL_LIMITS.note).default(""),
    delegationId: z.uuid().nullable().default(null),
  }),
  async run(ctx, { requestId, meaning, contentSha256, delegationId, note: typed }) {
    const actorType = ctx.caller.actor.type
    if (actorType !== "user") throw forbidden(TOKEN_CANNOT_SIGN)
    const row = await lockRequest(ctx, requestId)
    const closed = closedReason(row, ctx.now)
    if (closed) throw new PlumblineError("CONFLICT", closed, { current: row })
    if (contentSha256 !== row.contentSha256) {
      throw new PlumblineError(
        "CONFLICT",
        "You were shown something else than what is to be signed. Read it again",
        {
          current: row,
        },
      )
    }
    const request = await decidable(ctx, row)
    const delegation = delegationId === null ? null : await openDelegation(ctx, delegationId)
    const signer = await signerOf(ctx)
    if (!delegation) ctx.require(permissionFor(row.kind, meaning), request.scope)
    const decision: Decision = { request, meaning, actorType, signer, delegation, now: ctx.now }
    obey(mayDecide(decision))
    const note = typed.toWellFormed()
    if (needsNote(meaning) && note === "") {
      throw invalidField("note", "Say why in a note, so that the requester knows what to do")
    }
    const confirmation = await confirmationOf(ctx)
    obey(mayTrust(confirmation, requestId, ctx.now))
    const signature = await sign(ctx, row, decision, { note, confirmation: confirmation! })
    const approvals = request.approvals.length + (meaning === "approval" ? 1 : 0)
    const state = stateAfter(meaning, approvals, row)
    await moveTo(ctx, row, state)
    const onBehalf = delegation ? ` on behalf of ${delegation.delegator.name}` : ""
    ctx.record({
      targets: targetsOf(row),
      summary: `${SIGNED[meaning]} ${named(row)}${onBehalf}`,
      before: { state: row.state },
      after: {
        state,
        approvals,
        required: row.required,
        contentSha256,
        ...signature,
        ...(delegationId && { delegationId }),
      },
      ...(note && { reason: note }),
    })
    return { state, approvals, required: row.required }
  },
})

function stateAfter(meaning: SignatureMeaning, approvals: number, row: RequestRow): ApprovalState {
  if (meaning === "rejection") return "rejected"
  if (meaning === "changes") return "changes_requested"
  return meaning === "approval" && approvals >= row.required ? "approved" : row.state
}

/** Writes the signature; the answer binds its audit record to it. */
async function sign(
  ctx: OpCtx,
  row: RequestRow,
  { meaning, signer, delegation }: Decision,
  { note, confirmation }: { note: string; confirmation: Confirmation },
): Promise<{ signatureId: string; seal: string }> {
  const acting = delegation?.delegator ?? signer
  const grant = carryingGrant(acting.grants, permissionFor(row.kind, meaning), scopeOf(row))!
  const facts = {
    workspaceId: ctx.workspaceId,
    id: newId(Date.parse(ctx.now)),
    requestId: row.id,
    signerId: signer.id,
    signerName: signer.name,
    signerEmail: ctx.caller.user?.email ?? "",
    role: grant.role,
    scopeType: grant.scopeType,
    scopeId: grant.scopeId,
    meaning,
    statement: statementFor(meaning, row),
    contentKind: row.kind,
    contentId: row.subjectId,
    contentVersion: row.subjectVersion,
    contentSha256: row.contentSha256,
    authMethod: confirmation.by!,
    authTime: confirmation.at!,
    delegationId: delegation?.id ?? null,
    onBehalfOfId: delegation?.delegator.id ?? null,
    onBehalfOfName: delegation?.delegator.name ?? null,
    ip: ctx.request.ip ?? null,
    userAgent: ctx.request.userAgent ?? null,
    note,
    signedAt: ctx.now,
  }
  const seal = sealOf(facts)
  await ctx.db.insert(approvalSignatures).values({ ...facts, seal })
  return { signatureId: facts.id, seal }
}

async function moveTo(ctx: OpCtx, row: RequestRow, state: ApprovalState): Promise<void> {
  await ctx.db
    .update(approvalRequests)
    .set({
      state,
      version: sql`${approvalRequests.version} + 1`,
      ...(state === "approved" && { approvedAt: ctx.now }),
      ...(state === "rejected" && { closedAt: ctx.now }),
    })
    .where(own(ctx, approvalRequests, eq(approvalRequests.id, row.id)))
}
