import { addAction } from "@/server/dpia/add-action"
import { addMeasures } from "@/server/dpia/add-measures"
import { addRisk } from "@/server/dpia/add-risk"
import { createAssessment } from "@/server/dpia/create-assessment"
import { startScreening } from "@/server/dpia/start-screening"
import type { Ctx } from "@/server/kernel/context"

/** A screening, and an assessment with a measure, a risk and a line of the action plan. */
export async function furnishDpia(admin: Ctx & { userId: string }, productId: string) {
  const screening = await startScreening(admin, { subject: { productId } })
  const assessment = await createAssessment(admin, { productId })
  const { id } = assessment
  const { measureIds } = await addMeasures(admin, { id, fromLibrary: ["backup"] })
  const { riskId } = await addRisk(admin, { id, risk: { title: "Opacity" } })
  await addAction(admin, { id, title: "Explain it", ownerId: admin.userId, dueOn: "2026-12-01" })
  return { screeningId: screening.id, assessmentId: id, measureId: measureIds[0]!, riskId }
}

export type DpiaIds = Awaited<ReturnType<typeof furnishDpia>>
