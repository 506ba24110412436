import { z } from "zod"
import { dodAnswers } from "@/db/schema/dod"
import { newId } from "@/server/kernel/domain/id"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { subjectSchema } from "./domain/deliverable"
import { latestAnswers, placeOf } from "./internal/checklist-rows"
import { fetchChecklist, fetchManualCheck, judgeAgain } from "./internal/open-checklist"
import { fetchSubject, scopeOfSubject, targetOf } from "./internal/subject-facts"

/** Opens a manual check again, with the reason. @throws RULE_BROKEN when it is open or computed, NOT_FOUND, INVALID. */
export const reopenCheck = command("dod.reopenCheck", {
  permission: "dod.check",
  at: (ctx, input) => scopeOfSubject(ctx, input.subject),
  input: z.object({
    subject: subjectSchema,
    checkKey: z.string().min(1).max(40),
    reason: z
      .string()
      .trim()
      .min(1, "Say why it is open again")
      .max(500, "A reason has at most 500 characters"),
  }),
  async run(ctx, { subject: ref, checkKey, reason }) {
    const subject = await fetchSubject(ctx, ref)
    const checklist = await fetchChecklist(ctx, ref)
    const check = await fetchManualCheck(ctx, checklist, checkKey)
    const answer = (await latestAnswers(ctx, [checklist.id])).get(placeOf(checklist.id, checkKey))
    if (answer?.kind !== "done") throw ruleBroken(`“${check.title}” is open already`)
    await ctx.db.insert(dodAnswers).values({
      workspaceId: ctx.workspaceId,
      id: newId(),
      checklistId: checklist.id,
      checkKey,
      kind: "reopened",
      note: reason,
      createdBy: ctx.userId,
      createdAt: ctx.now,
    })
    ctx.record({
      targets: [targetOf(subject)],
      summary: `Opened “${check.title}” of ${subject.name} again`,
      before: { markedBy: answer.byName, at: answer.at },
      reason,
    })
    await judgeAgain(ctx, ref)
    return { state: "open" as const }
  },
})
