import { desc, eq, inArray } from "drizzle-orm"
import { approvalContributors, approvalRequests, approvalReviewers } from "@/db/schema/approvals"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { textOfPlain } from "@/server/kernel/domain/canonical-text"
import type { Scope } from "@/server/kernel/domain/grants"
import { newId } from "@/server/kernel/domain/id"
import { plainJson } from "@/server/kernel/domain/plain-json"
import { invalidField, ruleBroken } from "@/server/kernel/errors"
import { requireMembers } from "@/server/kernel/require-members"
import { APPROVAL_LIMITS, type ContributorPart } from "./domain/approval"
import { APPROVAL_KINDS, type ApprovalKind } from "./domain/kinds"
import { closeRequests } from "./internal/close-requests"
import { sha256 } from "./internal/hash"
import { named, REQUEST_COLUMNS, targetsOf } from "./internal/request-row"

export type Submission = {
  kind: ApprovalKind
  subjectId: string
  /** The version of the subject that the content is. */
  version: number
  /** How people call the subject: "Route planning, impact assessment". */
  name: string
  /** The page of the subject inside the workspace: "/privacy/assessments/DPIA-1". */
  path: string
  /** Where the permission to decide is asked. */
  scope: Scope
  /** Everything the signer sees and decides on, linked facts included. Plain JSON; its canonical text is hashed. */
  content: Record<string, unknown>
  /** What an approval declares: "I have examined … and accept …". Shown before signing and kept with the signature. */
  statement: string
  /** How many different people have to approve; the kind's own number unless given. */
  required?: number
  /** Whose work it is. The caller is added as the requester. */
  contributors: { userId: string; part: Exclude<ContributorPart, "requester"> }[]
  /** People asked by name. None: everybody who may decide. */
  reviewerIds?: string[]
  /** "YYYY-MM-DD" */
  dueOn?: string | null
  /** When what is asked for ends by itself: from then on it waits on nobody and cannot be decided. ISO-8601 UTC. */
  endsAt?: string
  note?: string
}

/**
 * Asks for approval of one version of a thing, inside a command of the feature that owns it. A request of the subject
 * that is open, sent back or approved for an earlier version is outdated by it.
 * @throws RULE_BROKEN when this version is approved already, INVALID for reviewers who cannot decide.
 */
export async function submitForApproval(ctx: OpCtx, asked: Submission): Promise<{ requestId: string }> {
  if (ctx.caller.user === null) throw ruleBroken("Only a person asks for an approval")
  const content = canonicalContent(asked.content)
  const requestedBy = ctx.caller.user
  const contributors = partsOf(asked, requestedBy.id)
  const reviewerIds = [...new Set(asked.reviewerIds ?? [])]
  await checkReviewers(ctx, reviewerIds, new Set(contributors.map(({ userId }) => userId)))
  const required = asked.required ?? APPROVAL_KINDS[asked.kind].required
  if (!Number.isInteger(required) || required < 1 || required > APPROVAL_LIMITS.required)
    throw invalidField("required", `Ask for 1 to ${APPROVAL_LIMITS.required} approvals`)
  await closeEarlier(ctx, asked)
  const { workspaceId } = ctx
  const requestId = newId(Date.parse(ctx.now))
  const row = {
    id: requestId,
    kind: asked.kind,
    subjectId: asked.subjectId,
    subjectVersion: asked.version,
    subjectName: asked.name.toWellFormed().slice(0, APPROVAL_LIMITS.name),
    subjectPath: asked.path,
  }
  await ctx.db.insert(approvalRequests).values({
    workspaceId,
    ...row,
    domainId: asked.scope.type === "workspace" ? null : asked.scope.domainId,
    productId: asked.scope.type === "product" ? asked.scope.productId : null,
    content,
    contentSha256: sha256(content),
    statement: asked.statement.toWellFormed(),
    required,
    state: "open",
    dueOn: asked.dueOn ?? null,
    endsAt: asked.endsAt ?? null,
    note: (asked.note ?? "").toWellFormed(),
    requestedBy: requestedBy.id,
    requestedByName: requestedBy.name,
    requestedAt: ctx.now,
  })
  await ctx.db
    .insert(approvalContributors)
    .values(contributors.map((one) => ({ workspaceId, requestId, ...one })))
  if (reviewerIds.length > 0) {
    await ctx.db
      .insert(approvalReviewers)
      .values(reviewerIds.map((userId) => ({ workspaceId, requestId, userId })))
  }
  ctx.record({
    targets: targetsOf(row),
    summary: `Asked for approval of ${named(row)}`,
    after: { requestId, contentSha256: sha256(content), required, reviewerIds, dueOn: asked.dueOn ?? null },
    ...(asked.note && { reason: asked.note }),
  })
  return { requestId }
}

function canonicalContent(content: Record<string, unknown>): string {
  const text = textOfPlain(plainJson(content, "forgiving"))
  if (Buffer.byteLength(text) > APPROVAL_LIMITS.contentBytes)
    throw ruleBroken("What approval is asked for is larger than 2 MB. Leave attachments out of it")
  return text
}

function partsOf({ contributors }: Submission, requesterId: string) {
  const parts = [{ userId: requesterId, part: "requester" as ContributorPart }, ...contributors]
  return [...new Map(parts.map((one) => [`${one.userId} ${one.part}`, one])).values()]
}

async function checkReviewers(ctx: OpCtx, reviewerIds: string[], contributors: Set<string>): Promise<void> {
  await requireMembers(
    ctx,
    Object.fromEntries(reviewerIds.map((userId, index) => [`reviewerIds.${index}`, userId])),
  )
  const biased = reviewerIds.findIndex((userId) => contributors.has(userId))
  if (biased >= 0) {
    throw invalidField(`reviewerIds.${biased}`, "Choose somebody who neither wrote, changed nor submitted it")
  }
}

/** Earlier requests of the subject, locked: two who ask at the same moment follow one another. */
async function closeEarlier(ctx: OpCtx, { kind, subjectId, version }: Submission): Promise<void> {
  const earlier = await ctx.db
    .select(REQUEST_COLUMNS)
    .from(approvalRequests)
    .where(
      own(
        ctx,
        approvalRequests,
        eq(approvalRequests.kind, kind),
        eq(approvalRequests.subjectId, subjectId),
        inArray(approvalRequests.state, ["open", "changes_requested", "approved"]),
      ),
    )
    .orderBy(desc(approvalRequests.requestedAt))
    .for("update")
  const approved = earlier.find((row) => row.state === "approved" && row.subjectVersion >= version)
  if (approved) throw ruleBroken(`${named(approved)} is approved already`)
  await closeRequests(ctx, earlier, { state: "outdated", outdatedBy: version })
}
