import { asc, eq, isNull } from "drizzle-orm"
import {
  assessmentAnswers,
  assessmentComments,
  assessmentEvaluations,
  assessmentMeasures,
  assessmentRisks,
} from "@/db/schema/dpia-content"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { AssessmentContent } from "../domain/content"
import type { AssessmentRecord } from "./assessment-rows"

/** Every row of an assessment, each list in a fixed order; what was taken out is left out. */
export async function loadRows(ctx: OpCtx, id: string) {
  const { db } = ctx
  const [answers, measures, evaluations, comments, risks] = await Promise.all([
    db
      .select()
      .from(assessmentAnswers)
      .where(own(ctx, assessmentAnswers, eq(assessmentAnswers.assessmentId, id)))
      .orderBy(asc(assessmentAnswers.questionId)),
    db
      .select()
      .from(assessmentMeasures)
      .where(
        own(
          ctx,
          assessmentMeasures,
          eq(assessmentMeasures.assessmentId, id),
          isNull(assessmentMeasures.removedAt),
        ),
      )
      .orderBy(asc(assessmentMeasures.number)),
    db
      .select()
      .from(assessmentEvaluations)
      .where(own(ctx, assessmentEvaluations, eq(assessmentEvaluations.assessmentId, id)))
      .orderBy(asc(assessmentEvaluations.reference)),
    db
      .select()
      .from(assessmentComments)
      .where(own(ctx, assessmentComments, eq(assessmentComments.assessmentId, id)))
      .orderBy(asc(assessmentComments.id)),
    db
      .select()
      .from(assessmentRisks)
      .where(
        own(ctx, assessmentRisks, eq(assessmentRisks.assessmentId, id), isNull(assessmentRisks.removedAt)),
      )
      .orderBy(asc(assessmentRisks.id)),
  ])
  const known = new Set(measures.map((measure) => measure.id))
  // The evaluation of a measure that was taken out goes with it.
  const standing = evaluations.filter(
    ({ reference }) => !/^3\.1\.[0-9a-f-]{36}$/.test(reference) || known.has(reference.slice(4)),
  )
  return { answers, measures, evaluations: standing, comments, risks }
}
export type AssessmentRows = Awaited<ReturnType<typeof loadRows>>

/** The part of an assessment that the exchange format can hold. */
export function contentOf(row: AssessmentRecord, rows: Omit<AssessmentRows, "risks">): AssessmentContent {
  const { name, category, authorName, evaluatorName, validatorName, rejectionReason, adjustments, kept } = row
  return {
    name,
    category,
    authorName,
    evaluatorName,
    validatorName,
    rejectionReason,
    adjustments,
    kept,
    advice: { names: row.dpoNames, opinion: row.dpoOpinion, status: row.dpoStatus },
    people: {
      sought: row.peopleSought,
      names: row.peopleNames,
      opinion: row.peopleOpinion,
      status: row.peopleStatus,
      reason: row.peopleReason,
    },
    answers: rows.answers.map(({ questionId, text, gauge, list, kept }) => ({
      questionId,
      text,
      gauge,
      list,
      kept,
    })),
    measures: rows.measures.map(({ id, number, title, content, kept }) => ({
      id,
      number,
      title,
      content,
      kept,
    })),
    evaluations: rows.evaluations.map((one) => ({
      reference: one.reference,
      status: one.status,
      comment: one.comment,
      plan: one.plan,
      residual: { severity: one.severity, likelihood: one.likelihood },
      personInCharge: one.personInCharge,
      dueOn: one.dueOn,
      evaluatedAt: one.evaluatedAt,
      kept: one.kept,
    })),
    comments: rows.comments.map(({ questionId, measureId, text, createdAt, kept }) => ({
      questionId,
      measureId,
      text,
      createdAt,
      kept,
    })),
  }
}
