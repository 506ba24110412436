import { eq } from "drizzle-orm"
import { z } from "zod"
import { assessmentMeasures } from "@/db/schema/dpia-content"
import { own } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"
import { lock } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { finishEdit, openForEdit } from "./internal/change-assessment"
import { fetchMeasure, rewriteEntries } from "./internal/measure-rows"

/** Takes a measure out; earlier versions keep it, and risks that name it keep its title. @throws CONFLICT, NOT_FOUND */
export const removeMeasure = command("dpia.removeMeasure", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: z.object({ id: z.uuid(), measureId: z.uuid(), version: lock }),
  async run(ctx, { id, measureId, version }) {
    const row = await openForEdit(ctx, id)
    const { title } = await fetchMeasure(ctx, id, measureId, version)
    await rewriteEntries(ctx, id, measureId, ({ text }) => ({ text, measureId: null }))
    await ctx.db
      .update(assessmentMeasures)
      .set({ removedAt: ctx.now, version: version + 1, updatedBy: ctx.userId, updatedAt: ctx.now })
      .where(own(ctx, assessmentMeasures, eq(assessmentMeasures.id, measureId)))
    const saved = await finishEdit(ctx, row)
    ctx.record({
      targets: targetsOf(row),
      summary: `Took the measure “${title}” out of ${assessmentKey(row.number)}`,
    })
    return { measureId, assessment: saved }
  },
})
