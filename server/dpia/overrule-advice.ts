import { z } from "zod"
import { conflict, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { lock, reason } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { assessmentDetails } from "./internal/assessment-details"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { finishEdit, openForEdit } from "./internal/change-assessment"

/** Goes on against the data protection officer's advice, with the reason. @throws RULE_BROKEN, CONFLICT, NOT_FOUND */
export const overruleAdvice = command("dpia.overruleAdvice", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: z.object({ id: z.uuid(), lock, reason }),
  async run(ctx, { id, lock, reason }) {
    const row = await openForEdit(ctx, id)
    if (row.lock !== lock) throw conflict("The assessment", await assessmentDetails(ctx, row))
    if (row.dpoStatus !== 0) throw ruleBroken("There is no advice against it that could be overruled")
    const overruled = { overruleReason: reason, overruledBy: ctx.userId, overruledAt: ctx.now }
    const saved = await finishEdit(ctx, row, overruled)
    ctx.record({
      targets: targetsOf(row),
      summary: `Overruled the data protection officer's advice on ${assessmentKey(row.number)}`,
      reason,
    })
    return { id, ...saved }
  },
})
