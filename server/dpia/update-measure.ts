import { eq } from "drizzle-orm"
import { assessmentMeasures } from "@/db/schema/dpia-content"
import { own } from "@/server/kernel/database"
import { changedFields } from "@/server/kernel/domain/changed-fields"
import { command } from "@/server/kernel/operation"
import { updateMeasureSchema } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { finishEdit, openForEdit } from "./internal/change-assessment"
import { fetchMeasure, rewriteEntries } from "./internal/measure-rows"

/**
 * Changes a measure. Risks that name it by its title get the new one; words that somebody chose instead stay.
 * @throws CONFLICT with the measure as it stands, RULE_BROKEN, NOT_FOUND.
 */
export const updateMeasure = command("dpia.updateMeasure", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: updateMeasureSchema,
  async run(ctx, { id, measureId, version, changes }) {
    const row = await openForEdit(ctx, id)
    const measure = await fetchMeasure(ctx, id, measureId, version)
    const { title, content, kind } = measure
    const changed = changedFields({ title, content, kind }, changes)
    if (!changed) return { measureId, version, assessment: { version: row.version, lock: row.lock } }
    await ctx.db
      .update(assessmentMeasures)
      .set({ ...changed.after, version: version + 1, updatedBy: ctx.userId, updatedAt: ctx.now })
      .where(own(ctx, assessmentMeasures, eq(assessmentMeasures.id, measureId)))
    const renamed = changed.after.title
    if (renamed) {
      await rewriteEntries(ctx, id, measureId, (entry) =>
        entry.text === title ? { ...entry, text: renamed } : entry,
      )
    }
    const saved = await finishEdit(ctx, row)
    ctx.record({
      targets: targetsOf(row),
      summary: `Changed the measure “${renamed ?? title}” of ${assessmentKey(row.number)}`,
      before: changed.before,
      after: changed.after,
    })
    return { measureId, version: version + 1, assessment: saved }
  },
})
