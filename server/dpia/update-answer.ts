import { isDeepStrictEqual } from "node:util"
import { and, eq } from "drizzle-orm"
import { assessmentAnswers } from "@/db/schema/dpia-content"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { conflict } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { peopleNamed } from "@/server/products/people-named"
import { updateAnswerSchema } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { findQuestion } from "./domain/questions"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { finishEdit, openForEdit } from "./internal/change-assessment"
import { checkEntries } from "./internal/check-entries"

type AnswerRecord = typeof assessmentAnswers.$inferSelect

async function fetchAnswer(ctx: OpCtx, id: string, questionId: number): Promise<AnswerRecord | undefined> {
  const { assessmentId, questionId: question } = assessmentAnswers
  const [row] = await ctx.db
    .select()
    .from(assessmentAnswers)
    .where(own(ctx, assessmentAnswers, and(eq(assessmentId, id), eq(question, questionId))))
  return row
}

/** The answer as it stands, beside which the editor shows their own. */
async function currentOf(ctx: OpCtx, row: AnswerRecord | undefined) {
  if (!row) return null
  const { questionId, text, gauge, list, version, updatedBy, updatedAt } = row
  const names = await peopleNamed(ctx, [updatedBy])
  return { questionId, text, gauge, list, version, by: names.get(updatedBy) ?? null, at: updatedAt }
}

/**
 * Saves the answer to one question: text as Markdown, list, gauge. `version` is that of the answer, so people who work on
 * different questions do not disturb each other. @throws CONFLICT with the answer as it stands, RULE_BROKEN, NOT_FOUND.
 */
export const updateAnswer = command("dpia.updateAnswer", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: updateAnswerSchema,
  async run(ctx, { id, questionId, version, changes }) {
    const row = await openForEdit(ctx, id)
    const before = await fetchAnswer(ctx, id, questionId)
    if ((before?.version ?? 0) !== version) throw conflict("The answer", await currentOf(ctx, before))
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
    if (before && isDeepStrictEqual({ ...before, ...given }, before)) {
      return { id, questionId, version, assessment: { version: row.version, lock: row.lock } }
    }
    if (changes.list) await checkEntries(ctx, id, changes.list)
    const blank = { text: "", gauge: 0 as const, list: [], kept: null }
    const answer = {
      ...blank,
      ...before,
      ...given,
      version: version + 1,
      updatedBy: ctx.userId,
      updatedAt: ctx.now,
    }
    await ctx.db
      .insert(assessmentAnswers)
      .values({ ...answer, workspaceId: ctx.workspaceId, assessmentId: id, questionId })
      .onConflictDoUpdate({
        target: [assessmentAnswers.workspaceId, assessmentAnswers.assessmentId, assessmentAnswers.questionId],
        set: { ...given, version: version + 1, updatedBy: ctx.userId, updatedAt: ctx.now },
      })
    const saved = await finishEdit(ctx, row)
    ctx.record({
      targets: targetsOf(row),
      summary: `Answered “${findQuestion(questionId)?.title}” in ${assessmentKey(row.number)}`,
      before: before ? { text: before.text, gauge: before.gauge, list: before.list } : null,
      after: given,
    })
    return { id, questionId, version: version + 1, assessment: saved }
  },
})
