import { z } from "zod"
import { command } from "@/server/kernel/operation"
import { lock } from "./domain/assessment-input"
import { dossierTextsSchema, NO_DOSSIER } from "./domain/dossier-texts"
import { scopeOfAssessment } from "./internal/assessment-rows"
import { openSeen } from "./internal/open-seen"
import { recordBeside } from "./internal/record-beside"

/**
 * What the authority is told besides the assessment (Art. 36(3) GDPR). It is no part of what is signed: no version begins
 * and no approval is outdated. @throws CONFLICT with the assessment as it stands, INVALID, NOT_FOUND.
 */
export const recordDossier = command("dpia.recordDossier", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: z.object({ id: z.uuid(), lock, texts: dossierTextsSchema }),
  run: async (ctx, { texts, ...seen }) => {
    const row = await openSeen(ctx, seen)
    const before = row.dossier ?? NO_DOSSIER
    const summary = "Wrote the dossier for the authority on"
    return recordBeside(ctx, row, "dossier", { before, after: texts, summary })
  },
})
