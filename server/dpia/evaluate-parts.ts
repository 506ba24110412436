import { assessmentEvaluations } from "@/db/schema/dpia-content"
import type { OpCtx } from "@/server/kernel/context"
import { conflict, invalid, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { type EvaluationInput, evaluatePartsSchema } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { isPlainPart, isReference, judgementProblem } from "./domain/completeness"
import { partOfQuestion } from "./domain/questions"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { finishEdit, openForEdit } from "./internal/change-assessment"
import { type AssessmentRows, loadRows } from "./internal/load-content"

function problemOf(one: EvaluationInput, rows: AssessmentRows) {
  if (!isReference(one.reference, rows.measures))
    return { field: "reference", message: "Choose what is judged" }
  if (one.status === 2 && isPlainPart(one.reference)) {
    return { field: "status", message: "Judge this part as acceptable or as to be fixed" }
  }
  return judgementProblem(one.reference, one)
}

/** Who wrote what is judged: of a part its answers, of a question its answer, of a measure the measure. */
function writersOf(reference: string, rows: AssessmentRows): string[] {
  const answers = rows.answers.filter(
    ({ questionId }) =>
      partOfQuestion(questionId)?.id === reference ||
      `${partOfQuestion(questionId)?.id}.${questionId}` === reference,
  )
  const measures = rows.measures.filter(({ id }) => `3.1.${id}` === reference)
  return [...answers, ...measures].map(({ updatedBy }) => updatedBy)
}

async function saveEvaluation(ctx: OpCtx, assessmentId: string, one: EvaluationInput): Promise<void> {
  const { reference, status, comment, plan, residual, personInCharge, dueOn, version } = one
  const values = {
    status,
    comment,
    plan,
    personInCharge,
    dueOn,
    severity: residual.severity,
    likelihood: residual.likelihood,
    evaluatedBy: ctx.userId,
    evaluatedAt: ctx.now,
    version: version + 1,
  }
  const { workspaceId, assessmentId: assessment, reference: key } = assessmentEvaluations
  await ctx.db
    .insert(assessmentEvaluations)
    .values({ workspaceId: ctx.workspaceId, assessmentId, reference, ...values })
    .onConflictDoUpdate({ target: [workspaceId, assessment, key], set: values })
}

/**
 * Judges parts, questions, measures and risks: all of them or none. Nobody judges what they wrote, and who judges cannot
 * approve the assessment. @throws RULE_BROKEN, INVALID at the field, CONFLICT with the evaluation as it stands, NOT_FOUND.
 */
export const evaluateParts = command("dpia.evaluateParts", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: evaluatePartsSchema,
  async run(ctx, { id, evaluations }) {
    const row = await openForEdit(ctx, id)
    const rows = await loadRows(ctx, id)
    const issues = evaluations.flatMap((one, index) => {
      const problem = problemOf(one, rows)
      return problem ? [{ path: `evaluations.${index}.${problem.field}`, message: problem.message }] : []
    })
    if (issues.length > 0) throw invalid(issues)
    for (const one of evaluations) {
      const { reference } = one
      if (writersOf(reference, rows).includes(ctx.userId)) {
        throw ruleBroken(`You wrote what ${reference} is about; somebody else has to judge it`)
      }
      const before = rows.evaluations.find((row) => row.reference === reference)
      if ((before?.version ?? 0) !== one.version) throw conflict("The evaluation", before ?? null)
      await saveEvaluation(ctx, id, one)
    }
    const saved = await finishEdit(ctx, row)
    const [only] = evaluations
    const what = evaluations.length === 1 && only ? `${only.reference} of` : `${evaluations.length} parts of`
    ctx.record({
      targets: targetsOf(row),
      summary: `Judged ${what} ${assessmentKey(row.number)}`,
      after: { evaluations: evaluations.map(({ reference, status }) => ({ reference, status })) },
    })
    return { id, assessment: saved }
  },
})
