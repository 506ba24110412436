import { z } from "zod"
import { invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { lock } from "./domain/assessment-input"
import { consultationClock, consultationProblem, consultationSchema } from "./domain/consultation"
import { scopeOfAssessment } from "./internal/assessment-rows"
import { openSeen } from "./internal/open-seen"
import { recordBeside } from "./internal/record-beside"

/**
 * Facts of a prior consultation (Art. 36 GDPR): received, extended, suspended, advised. They happen after the assessment was
 * written, so no version begins and no approval is outdated. @throws INVALID at the field, CONFLICT, NOT_FOUND.
 */
export const recordConsultation = command("dpia.recordConsultation", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: z.object({ id: z.uuid(), lock, facts: consultationSchema }),
  async run(ctx, { facts, ...seen }) {
    const row = await openSeen(ctx, seen)
    const problem = consultationProblem(facts)
    if (problem) throw invalidField(`facts.${problem.path}`, problem.message)
    const saved = await recordBeside(ctx, row, "consultation", {
      before: row.consultation,
      after: facts,
      summary: "Recorded the consultation of the authority on",
    })
    return { ...saved, clock: consultationClock(facts, ctx.now.slice(0, 10)) ?? null }
  },
})
