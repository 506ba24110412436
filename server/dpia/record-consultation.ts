import { eq } from "drizzle-orm"
import { z } from "zod"
import { assessments } from "@/db/schema/dpia"
import { own } from "@/server/kernel/database"
import { conflict, invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { lock } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { consultationClock, consultationProblem, consultationSchema } from "./domain/consultation"
import { assessmentDetails } from "./internal/assessment-details"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { openForEdit } from "./internal/change-assessment"

/**
 * Facts of a prior consultation (Art. 36 GDPR): received, extended, suspended, advised. They happen after the assessment was
 * written, so no version begins and no approval is outdated. @throws INVALID at the field, CONFLICT, NOT_FOUND.
 */
export const recordConsultation = command("dpia.recordConsultation", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: z.object({ id: z.uuid(), lock, facts: consultationSchema }),
  async run(ctx, { id, lock, facts }) {
    const row = await openForEdit(ctx, id)
    if (row.lock !== lock) throw conflict("The assessment", await assessmentDetails(ctx, row))
    const problem = consultationProblem(facts)
    if (problem) throw invalidField(`facts.${problem.path}`, problem.message)
    await ctx.db
      .update(assessments)
      .set({ consultation: facts, lock: lock + 1, updatedAt: ctx.now })
      .where(own(ctx, assessments, eq(assessments.id, id)))
    ctx.record({
      targets: targetsOf(row),
      summary: `Recorded the consultation of the authority on ${assessmentKey(row.number)}`,
      before: row.consultation,
      after: facts,
    })
    return {
      id,
      version: row.version,
      lock: lock + 1,
      clock: consultationClock(facts, ctx.now.slice(0, 10)) ?? null,
    }
  },
})
