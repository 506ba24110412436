import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { screenings, screeningVersions } from "@/db/schema/screenings"
import { submitForApproval } from "@/server/approvals/submit-for-approval"
import { own } from "@/server/kernel/database"
import { canonicalText } from "@/server/kernel/domain/canonical-text"
import { conflict, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { VERDICT_LABELS } from "./domain/screening"
import { screeningContent } from "./domain/screening-content"
import { DECISION_LABELS, isOverride, usualDecision } from "./domain/screening-decision"
import { screeningPath } from "./domain/screening-row"
import { screeningWriters } from "./internal/change-screening"
import { noteFacts, presentFactsOf } from "./internal/known-facts"
import { fetchScreening, obstacleOf, screeningDetails } from "./internal/screening-rows"
import { findSubject, scopeOfSubject, subjectOfRow, targetOf } from "./internal/subject"

/**
 * Hands in the present version of a screening: it is kept as it is and goes to the data protection officer for approval,
 * also when nothing is indicated. @throws RULE_BROKEN saying what is missing, CONFLICT, NOT_FOUND.
 */
export const submitScreening = command("dpia.submitScreening", {
  permission: "dpia.edit",
  at: async (ctx, { id }) => scopeOfSubject(ctx, subjectOfRow(await fetchScreening(ctx, id))),
  input: z.object({
    id: z.uuid(),
    lock: z.number().int().min(1),
    reviewerIds: z.array(z.uuid()).max(20).default([]),
    note: z.string().trim().max(2000, "A note has at most 2,000 characters").default(""),
  }),
  async run(ctx, { id, lock, reviewerIds, note }) {
    const row = await fetchScreening(ctx, id)
    const stale = async () => conflict("The screening", await screeningDetails(ctx, id))
    if (row.lock !== lock) throw await stale()
    const obstacle = obstacleOf(row)
    const { verdict, version } = row
    const decision = row.decision ?? (verdict && usualDecision(verdict))
    if (obstacle || !verdict || !decision) throw ruleBroken(obstacle ?? "Answer all questions first")
    const subject = await findSubject(ctx, subjectOfRow(row))
    const facts = await presentFactsOf(ctx, row)
    const content = screeningContent({ ...row, verdict, decision, subject, facts })
    const sent = await ctx.db
      .update(screenings)
      .set({ submittedAt: ctx.now, lock: lock + 1 })
      .where(and(own(ctx, screenings, eq(screenings.id, id)), eq(screenings.lock, lock)))
      .returning({ id: screenings.id })
    if (sent.length === 0) throw await stale()
    await ctx.db.insert(screeningVersions).values({
      workspaceId: ctx.workspaceId,
      screeningId: id,
      version,
      content: canonicalText(content),
      verdict,
      decision,
      submittedBy: ctx.userId,
      submittedAt: ctx.now,
    })
    if (facts) await noteFacts(ctx, { screeningId: id }, { version, facts })
    ctx.record({
      targets: [targetOf(subject)],
      summary: `Handed in the screening of ${subject.name}, version ${version}: ${VERDICT_LABELS[verdict].toLowerCase()}`,
      after: { version, verdict, decision },
      ...(row.reason && { reason: row.reason }),
    })
    const overrides = isOverride(verdict, decision)
    const writers = await screeningWriters(ctx, id)
    const { requestId } = await submitForApproval(ctx, {
      kind: "screening",
      subjectId: id,
      version,
      name: `${subject.name}, screening`,
      path: screeningPath(subject),
      scope: subject.scope,
      content,
      statement: `I have examined the screening of ${subject.name}, version ${version}, and agree with its verdict “${VERDICT_LABELS[verdict]}” and with the decision “${DECISION_LABELS[decision]}”${overrides ? ", which departs from it for the reason given" : ""}.`,
      contributors: writers.map((userId) => ({ userId, part: "editor" as const })),
      reviewerIds,
      note,
    })
    return { id, version, lock: lock + 1, verdict, decision, requestId }
  },
})
