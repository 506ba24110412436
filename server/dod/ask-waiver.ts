import { z } from "zod"
import { dodWaivers } from "@/db/schema/dod"
import { submitForApproval } from "@/server/approvals/submit-for-approval"
import { newId } from "@/server/kernel/domain/id"
import { invalidField, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { subjectSchema } from "./domain/deliverable"
import { endOf, expiryProblem } from "./domain/waiver"
import { judgeChecklists } from "./internal/judge-checklists"
import { fetchCheck, fetchChecklist } from "./internal/open-checklist"
import { fetchSubject, scopeOfSubject, targetOf } from "./internal/subject-facts"

/**
 * Asks to leave a check open until the end of a day. It holds once somebody else approved it, and ends by itself.
 * @throws RULE_BROKEN when the check is met, or a waiver of it waits already; INVALID for the day, NOT_FOUND.
 */
export const askWaiver = command("dod.askWaiver", {
  permission: "dod.check",
  at: (ctx, input) => scopeOfSubject(ctx, input.subject),
  input: z.object({
    subject: subjectSchema,
    checkKey: z.string().min(1).max(40),
    reason: z
      .string()
      .trim()
      .min(1, "Say why the check can stay open, and what makes up for it")
      .max(2_000, "A reason has at most 2,000 characters"),
    /** The last day on which it holds, YYYY-MM-DD, UTC; at most a year ahead. */
    lastDay: z.string(),
  }),
  async run(ctx, { subject: ref, checkKey, reason, lastDay }) {
    const problem = expiryProblem(lastDay, ctx.now)
    if (problem) throw invalidField("lastDay", problem)
    const subject = await fetchSubject(ctx, ref)
    const checklist = await fetchChecklist(ctx, ref)
    await fetchCheck(ctx, checklist, checkKey)
    const [judged] = await judgeChecklists(ctx, [checklist])
    const row = judged?.rows.find(({ key }) => key === checkKey)
    if (!row) throw ruleBroken("This check is not asked here")
    if (row.state === "met") throw ruleBroken(`“${row.title}” is met: there is nothing to waive`)
    if (row.waiver?.state === "waits" || row.waiver?.renewalAsked)
      throw ruleBroken(`A waiver of “${row.title}” waits for its decision already`)
    const id = newId()
    const expiresAt = endOf(lastDay)
    await ctx.db.insert(dodWaivers).values({
      workspaceId: ctx.workspaceId,
      id,
      checklistId: checklist.id,
      checkKey,
      reason,
      expiresAt,
      askedBy: ctx.userId,
      askedAt: ctx.now,
    })
    const { requestId } = await submitForApproval(ctx, {
      kind: "waiver",
      subjectId: id,
      version: 1,
      name: `${subject.name}: waiver of “${row.title}”`,
      path: `${subject.path}#definition-of-done`,
      scope: subject.scope,
      content: {
        subject: { type: ref.type, id: ref.id, name: subject.name, title: subject.title },
        check: { key: row.key, title: row.title, help: row.help, level: row.level },
        standing: { state: row.state, reason: row.reason },
        deliverable: checklist.deliverable,
        templateVersion: checklist.templateVersion,
        reason,
        lastDay,
      },
      statement: `I accept that “${row.title}” stays open for ${subject.name} until the end of ${lastDay} (UTC), for the reason given, and the risk of it.`,
      contributors: [{ userId: ctx.userId, part: "author" }],
      endsAt: expiresAt,
      note: reason,
    })
    ctx.record({
      targets: [targetOf(subject)],
      summary: `Asked for a waiver of “${row.title}” of ${subject.name} until ${lastDay}`,
      after: { check: checkKey, lastDay, requestId },
      reason,
    })
    return { id, requestId, expiresAt }
  },
})
