import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { assessmentComments, assessmentMeasures } from "@/db/schema/dpia-content"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { assessmentKey } from "./domain/assessment-row"
import { findQuestion } from "./domain/questions"
import { fetchAssessment, scopeOfAssessment, targetsOf } from "./internal/assessment-rows"

async function titleOfMeasure(ctx: OpCtx, assessmentId: string, measureId: string): Promise<string> {
  const { assessmentId: assessment, id } = assessmentMeasures
  const [row] = await ctx.db
    .select({ title: assessmentMeasures.title })
    .from(assessmentMeasures)
    .where(own(ctx, assessmentMeasures, and(eq(assessment, assessmentId), eq(id, measureId))))
  if (!row) throw notFound("The measure")
  return row.title
}

const text = z
  .string()
  .trim()
  .min(1, "Write something")
  .max(10_000, "A comment has at most 10,000 characters")

/** A remark on a question or a measure. It is talk, not content: no version begins and no approval is outdated. */
export const addComment = command("dpia.addComment", {
  permission: "backlog.comment",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: z.object({
    id: z.uuid(),
    on: z.union([
      z
        .object({
          questionId: z
            .number()
            .refine((value) => findQuestion(value) !== undefined, "There is no such question"),
        })
        .strict(),
      z.object({ measureId: z.uuid() }).strict(),
    ]),
    text,
  }),
  async run(ctx, { id, on, text }) {
    const row = await fetchAssessment(ctx, { id })
    const ofMeasure = "measureId" in on
    const about = ofMeasure ? await titleOfMeasure(ctx, id, on.measureId) : findQuestion(on.questionId)?.title
    const commentId = newId()
    await ctx.db.insert(assessmentComments).values({
      workspaceId: ctx.workspaceId,
      id: commentId,
      assessmentId: id,
      questionId: ofMeasure ? null : on.questionId,
      measureId: ofMeasure ? on.measureId : null,
      text,
      authorId: ctx.userId,
      createdAt: ctx.now,
    })
    ctx.record({
      targets: targetsOf(row),
      summary: `Commented on “${about}” in ${assessmentKey(row.number)}`,
      after: { text },
    })
    return { commentId }
  },
})
