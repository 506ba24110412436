import { and, eq, isNull } from "drizzle-orm"
import { assessmentRisks } from "@/db/schema/dpia-content"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { OwnRiskFields } from "../domain/assessment-fields"
import type { RiskChanges } from "../domain/assessment-input"

type RiskRecord = typeof assessmentRisks.$inferSelect

const EMPTY: OwnRiskFields = {
  impacts: [],
  threats: [],
  sources: [],
  measures: [],
  severityText: "",
  likelihoodText: "",
}

/** The columns of a risk of one's own after changes. */
export function ownRiskColumns(changes: RiskChanges, before: OwnRiskFields = EMPTY) {
  const { title, inherent, estimate, reestimate, ...fields } = changes
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  return {
    fields: { ...before, ...given } as OwnRiskFields,
    ...(title !== undefined && { title }),
    ...(inherent && { inherentSeverity: inherent.severity, inherentLikelihood: inherent.likelihood }),
    ...(estimate && { severity: estimate.severity, likelihood: estimate.likelihood }),
    ...(reestimate && { residualSeverity: reestimate.severity, residualLikelihood: reestimate.likelihood }),
  }
}

/** The risk of an assessment that a condition finds, unless it was taken out. */
export async function findRisk(
  ctx: OpCtx,
  assessmentId: string,
  by: { id: string } | { event: NonNullable<RiskRecord["event"]> },
): Promise<RiskRecord | undefined> {
  const condition = "id" in by ? eq(assessmentRisks.id, by.id) : eq(assessmentRisks.event, by.event)
  const [row] = await ctx.db
    .select()
    .from(assessmentRisks)
    .where(
      own(
        ctx,
        assessmentRisks,
        and(eq(assessmentRisks.assessmentId, assessmentId), condition),
        isNull(assessmentRisks.removedAt),
      ),
    )
  return row
}
