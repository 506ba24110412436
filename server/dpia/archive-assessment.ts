import { z } from "zod"
import { command } from "@/server/kernel/operation"
import { reason } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { finishEdit, openForEdit } from "./internal/change-assessment"

/** Puts an assessment away, as when the processing is given up. Nothing is deleted; an open request is outdated. */
export const archiveAssessment = command("dpia.archiveAssessment", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: z.object({ id: z.uuid(), reason }),
  async run(ctx, { id, reason }) {
    const row = await openForEdit(ctx, id)
    const archived = { archivedAt: ctx.now, archivedBy: ctx.userId, archiveReason: reason }
    const saved = await finishEdit(ctx, row, { ...archived, adviceAskedAt: null, adviceAskedBy: null })
    ctx.record({ targets: targetsOf(row), summary: `Archived ${assessmentKey(row.number)}`, reason })
    return { id, ...saved }
  },
})
