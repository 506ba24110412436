import { eq, max } from "drizzle-orm"
import { assessmentMeasures } from "@/db/schema/dpia-content"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { addMeasuresSchema } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { findLibraryMeasure } from "./domain/measure-library"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { finishEdit, openForEdit } from "./internal/change-assessment"

/** Adds measures of one's own and copies of the library's. @throws INVALID, RULE_BROKEN, NOT_FOUND */
export const addMeasures = command("dpia.addMeasures", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: addMeasuresSchema,
  async run(ctx, { id, measures, fromLibrary }) {
    const row = await openForEdit(ctx, id)
    const copies = fromLibrary.map((key, index) => {
      const found = findLibraryMeasure(key)
      if (!found) throw invalidField(`fromLibrary.${index}`, "The library has no such measure")
      return { title: found.title, content: found.content, kind: found.kind }
    })
    const added = [...copies, ...measures]
    const [last] = await ctx.db
      .select({ number: max(assessmentMeasures.number) })
      .from(assessmentMeasures)
      .where(own(ctx, assessmentMeasures, eq(assessmentMeasures.assessmentId, id)))
    const first = (last?.number ?? 0) + 1
    const written = {
      workspaceId: ctx.workspaceId,
      assessmentId: id,
      updatedBy: ctx.userId,
      updatedAt: ctx.now,
    }
    const rows = added.map((one, index) => ({ ...one, ...written, id: newId(), number: first + index }))
    await ctx.db.insert(assessmentMeasures).values(rows)
    const saved = await finishEdit(ctx, row)
    const [only] = added
    const what = added.length === 1 && only ? `the measure “${only.title}”` : `${added.length} measures`
    ctx.record({
      targets: targetsOf(row),
      summary: `Added ${what} to ${assessmentKey(row.number)}`,
      after: { measures: added.map(({ title }) => title) },
    })
    return { measureIds: rows.map((one) => one.id), assessment: saved }
  },
})
