import { z } from "zod"
import { command } from "@/server/kernel/operation"
import { assessmentKey } from "./domain/assessment-row"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { finishEdit, openForEdit } from "./internal/change-assessment"

/** Asks the data protection officer for advice (Art. 35(2) GDPR); it then waits on everybody who may give it. */
export const askForAdvice = command("dpia.askForAdvice", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const row = await openForEdit(ctx, id)
    const saved = await finishEdit(ctx, row, { adviceAskedAt: ctx.now, adviceAskedBy: ctx.userId })
    ctx.record({
      targets: targetsOf(row),
      summary: `Asked for the data protection officer's advice on ${assessmentKey(row.number)}`,
    })
    return { id, ...saved }
  },
})
