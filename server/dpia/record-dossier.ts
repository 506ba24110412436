import { eq } from "drizzle-orm"
import { z } from "zod"
import { assessments } from "@/db/schema/dpia"
import { own } from "@/server/kernel/database"
import { conflict } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { lock } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { dossierTextsSchema, NO_DOSSIER } from "./domain/dossier-texts"
import { assessmentDetails } from "./internal/assessment-details"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { openForEdit } from "./internal/change-assessment"

/**
 * What the authority is told besides the assessment (Art. 36(3) GDPR). It is no part of what is signed: no version begins
 * and no approval is outdated. @throws CONFLICT with the assessment as it stands, INVALID, NOT_FOUND.
 */
export const recordDossier = command("dpia.recordDossier", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: z.object({ id: z.uuid(), lock, texts: dossierTextsSchema }),
  async run(ctx, { id, lock, texts }) {
    const row = await openForEdit(ctx, id)
    if (row.lock !== lock) throw conflict("The assessment", await assessmentDetails(ctx, row))
    await ctx.db
      .update(assessments)
      .set({ dossier: texts, lock: lock + 1, updatedAt: ctx.now })
      .where(own(ctx, assessments, eq(assessments.id, id)))
    ctx.record({
      targets: targetsOf(row),
      summary: `Wrote the dossier for the authority on ${assessmentKey(row.number)}`,
      before: row.dossier ?? NO_DOSSIER,
      after: texts,
    })
    return { id, version: row.version, lock: lock + 1 }
  },
})
