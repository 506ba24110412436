import { assessmentRisks } from "@/db/schema/dpia-content"
import { newId } from "@/server/kernel/domain/id"
import { command } from "@/server/kernel/operation"
import { addRiskSchema } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { finishEdit, openForEdit } from "./internal/change-assessment"
import { checkEntries } from "./internal/check-entries"
import { ownRiskColumns } from "./internal/own-risk"

/** Adds a risk beside the three feared events. The exchange format has no place for it. @throws INVALID, NOT_FOUND */
export const addRisk = command("dpia.addRisk", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: addRiskSchema,
  async run(ctx, { id, risk }) {
    const row = await openForEdit(ctx, id)
    await checkEntries(ctx, id, risk.measures ?? [], "risk.measures")
    const riskId = newId()
    await ctx.db.insert(assessmentRisks).values({
      workspaceId: ctx.workspaceId,
      id: riskId,
      assessmentId: id,
      event: null,
      ...ownRiskColumns(risk),
      title: risk.title,
      updatedBy: ctx.userId,
      updatedAt: ctx.now,
    })
    const saved = await finishEdit(ctx, row)
    ctx.record({
      targets: targetsOf(row),
      summary: `Added the risk “${risk.title}” to ${assessmentKey(row.number)}`,
      after: risk,
    })
    return { riskId, version: 1, assessment: saved }
  },
})
