import { eq } from "drizzle-orm"
import { z } from "zod"
import { assessmentRevisions, assessments } from "@/db/schema/dpia"
import { screeningVersions } from "@/db/schema/screenings"
import { approvalsOf } from "@/server/approvals/approvals-of"
import { submitForApproval } from "@/server/approvals/submit-for-approval"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { canonicalText } from "@/server/kernel/domain/canonical-text"
import { invalidField, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { daySchema } from "@/server/strategy/domain/period"
import { lock, longText } from "./domain/assessment-input"
import { assessmentKey, assessmentPath, assessmentState } from "./domain/assessment-row"
import { approvalStatement } from "./domain/completeness"
import { signedContent } from "./domain/signed-content"
import { assessmentDetails, selectEditors } from "./internal/assessment-details"
import { type AssessmentRecord, scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { noteFacts, presentFactsOf } from "./internal/known-facts"
import { openSeen } from "./internal/open-seen"
import { screeningOf } from "./internal/screening-rows"

/** The latest version of the product's screening that was handed in. */
async function screeningFact(ctx: OpCtx, productId: string) {
  const screening = await screeningOf(ctx, { productId })
  if (!screening) return null
  const { version, verdict, decision, screeningId } = screeningVersions
  const rows = await ctx.db
    .select({ version, verdict, decision })
    .from(screeningVersions)
    .where(own(ctx, screeningVersions, eq(screeningId, screening.id)))
    .orderBy(version)
  return rows.at(-1) ?? null
}

/** The next round after a decision is a version of its own. @throws RULE_BROKEN, INVALID */
async function roundOf(ctx: OpCtx, row: AssessmentRecord, adjustments: string) {
  const approval = (await approvalsOf(ctx, "dpia", [row.id])).get(row.id) ?? null
  const state = assessmentState({ ...row, approval })
  const key = assessmentKey(row.number)
  if (state === "in_review") throw ruleBroken(`${key} waits for approval already`)
  if (state === "approved") throw ruleBroken(`${key} is approved already`)
  const refused = approval?.state === "rejected"
  if (refused && adjustments === "") {
    throw invalidField("adjustments", "Say what was changed since the refusal")
  }
  const version = row.submittedVersion === row.version ? row.version + 1 : row.version
  return { version, rejectionReason: refused ? approval.note : row.rejectionReason }
}

/**
 * Hands in an assessment for approval: everything is answered and judged, the officer advised, and the people concerned
 * were heard or it says why not. What is handed in is kept as it is. @throws RULE_BROKEN saying what is missing, CONFLICT,
 * INVALID without adjustments after a refusal, NOT_FOUND.
 */
export const submitAssessment = command("dpia.submitAssessment", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: z.object({
    id: z.uuid(),
    lock,
    /** What was changed since a refusal. */
    adjustments: longText.trim().default(""),
    reviewerIds: z.array(z.uuid()).max(20).default([]),
    dueOn: daySchema.nullable().default(null),
    note: z.string().trim().max(2000, "A note has at most 2,000 characters").default(""),
  }),
  async run(ctx, { id, lock, adjustments, reviewerIds, dueOn, note }) {
    const row = await openSeen(ctx, { id, lock })
    const { version, rejectionReason } = await roundOf(ctx, row, adjustments)
    const next = { ...row, version, rejectionReason, adjustments: adjustments || row.adjustments }
    const details = await assessmentDetails(ctx, next)
    if (details.problems.length > 0) throw ruleBroken(details.problems.join(". "))
    const known = await presentFactsOf(ctx, row)
    const content = signedContent(details, version, await screeningFact(ctx, row.productId), known)
    await ctx.db
      .update(assessments)
      .set({
        version,
        submittedVersion: version,
        rejectionReason,
        adjustments: next.adjustments,
        lock: lock + 1,
        updatedAt: ctx.now,
      })
      .where(own(ctx, assessments, eq(assessments.id, id)))
    await ctx.db.insert(assessmentRevisions).values({
      workspaceId: ctx.workspaceId,
      assessmentId: id,
      version,
      note,
      content: canonicalText(content),
      submittedBy: ctx.userId,
      submittedAt: ctx.now,
    })
    if (known) await noteFacts(ctx, { assessmentId: id }, { version, facts: known })
    const key = assessmentKey(row.number)
    ctx.record({
      targets: targetsOf(row),
      summary: `Handed in ${key}, version ${version}`,
      after: { version },
    })
    const editors = await selectEditors(ctx, id)
    const { requestId } = await submitForApproval(ctx, {
      kind: "dpia",
      subjectId: id,
      version,
      name: `${key} ${row.name}`,
      path: assessmentPath(row.number),
      scope: await scopeOfAssessment(ctx, id),
      content,
      statement: approvalStatement(`${key} ${row.name}`, version),
      contributors: [
        { userId: row.authorId, part: "author" },
        ...editors.map(({ person }) => ({ userId: person.id, part: "editor" as const })),
      ],
      reviewerIds,
      dueOn,
      note,
    })
    return { id, version, lock: lock + 1, requestId }
  },
})
