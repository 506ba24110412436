import { changedFields, inWords } from "@/server/kernel/domain/changed-fields"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { updateAssessmentSchema } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { finishEdit } from "./internal/change-assessment"
import { openSeen } from "./internal/open-seen"

const LABELS = {
  name: "name",
  category: "category",
  authorId: "author",
  authorName: "author's name",
  evaluatorName: "evaluator's name",
  validatorName: "validator's name",
  reviewOn: "review date",
  adjustments: "adjustments",
}

/** Changes the facts at the top of an assessment. @throws CONFLICT with the assessment as it stands, INVALID, NOT_FOUND */
export const updateAssessment = command("dpia.updateAssessment", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: updateAssessmentSchema,
  async run(ctx, { id, lock, changes }) {
    const row = await openSeen(ctx, { id, lock })
    const { name, category, authorId, authorName, evaluatorName, validatorName, reviewOn, adjustments } = row
    const fields = {
      name,
      category,
      authorId,
      authorName,
      evaluatorName,
      validatorName,
      reviewOn,
      adjustments,
    }
    const changed = changedFields(fields, changes)
    if (!changed) return { id, version: row.version, lock }
    await requireMembers(ctx, { "changes.authorId": changed.after.authorId })
    const saved = await finishEdit(ctx, row, changed.after)
    const words = inWords(changed.names.map((field) => LABELS[field as keyof typeof LABELS]))
    ctx.record({
      targets: targetsOf(row),
      summary: `Changed the ${words} of ${assessmentKey(row.number)}`,
      before: changed.before,
      after: changed.after,
    })
    return { id, ...saved }
  },
})
