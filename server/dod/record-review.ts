import { z } from "zod"
import { dodReviews } from "@/db/schema/dod"
import { newId } from "@/server/kernel/domain/id"
import { command } from "@/server/kernel/operation"
import { subjectSchema } from "./domain/deliverable"
import { fetchChecklist, judgeAgain } from "./internal/open-checklist"
import { fetchSubject, scopeOfSubject, targetOf } from "./internal/subject-facts"

/**
 * Records that somebody looked the work over, and what they found. Of each person the latest review counts; one by the
 * owner or the author is kept and does not count. @throws NOT_FOUND, RULE_BROKEN without a checklist, INVALID.
 */
export const recordReview = command("dod.recordReview", {
  permission: "dod.check",
  at: (ctx, input) => scopeOfSubject(ctx, input.subject),
  input: z.object({
    subject: subjectSchema,
    accepted: z.boolean(),
    note: z
      .string()
      .trim()
      .min(1, "Say what you looked at and what you found")
      .max(2_000, "A note has at most 2,000 characters"),
  }),
  async run(ctx, { subject: ref, accepted, note }) {
    const subject = await fetchSubject(ctx, ref)
    const checklist = await fetchChecklist(ctx, ref)
    const independent = ctx.userId !== subject.ownerId && ctx.userId !== subject.authorId
    const id = newId()
    await ctx.db.insert(dodReviews).values({
      workspaceId: ctx.workspaceId,
      id,
      checklistId: checklist.id,
      accepted,
      independent,
      note,
      createdBy: ctx.userId,
      createdAt: ctx.now,
    })
    ctx.record({
      targets: [targetOf(subject)],
      summary: accepted
        ? `Reviewed ${subject.name} and accepted it`
        : `Reviewed ${subject.name} and asked for changes`,
      after: { accepted, note, independent },
    })
    await judgeAgain(ctx, ref)
    return { id, independent }
  },
})
