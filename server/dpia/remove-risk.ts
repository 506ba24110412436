import { eq } from "drizzle-orm"
import { z } from "zod"
import { assessmentRisks } from "@/db/schema/dpia-content"
import { own } from "@/server/kernel/database"
import { conflict, notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { lock } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { finishEdit, openForEdit } from "./internal/change-assessment"
import { findRisk } from "./internal/own-risk"

/** Takes a risk of one's own out; the three feared events stay, earlier versions keep it. @throws CONFLICT, NOT_FOUND */
export const removeRisk = command("dpia.removeRisk", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: z.object({ id: z.uuid(), riskId: z.uuid(), version: lock }),
  async run(ctx, { id, riskId, version }) {
    const row = await openForEdit(ctx, id)
    const risk = await findRisk(ctx, id, { id: riskId })
    if (!risk?.fields) throw notFound("The risk")
    if (risk.version !== version) throw conflict("The risk", risk)
    await ctx.db
      .update(assessmentRisks)
      .set({ removedAt: ctx.now, version: version + 1, updatedBy: ctx.userId, updatedAt: ctx.now })
      .where(own(ctx, assessmentRisks, eq(assessmentRisks.id, riskId)))
    const saved = await finishEdit(ctx, row)
    ctx.record({
      targets: targetsOf(row),
      summary: `Took the risk “${risk.title}” out of ${assessmentKey(row.number)}`,
    })
    return { riskId, assessment: saved }
  },
})
