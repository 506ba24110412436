import { askForAdvice } from "@/server/dpia/ask-for-advice"
import { referencesOf } from "@/server/dpia/domain/completeness"
import { PARTS } from "@/server/dpia/domain/questions"
import type { Estimate } from "@/server/dpia/domain/risk"
import { evaluateParts } from "@/server/dpia/evaluate-parts"
import { getAssessment } from "@/server/dpia/get-assessment"
import { giveAdvice } from "@/server/dpia/give-advice"
import { recordViews } from "@/server/dpia/record-views"
import { submitAssessment } from "@/server/dpia/submit-assessment"
import { updateAssessment } from "@/server/dpia/update-assessment"
import type { Ctx } from "@/server/kernel/context"
import { approveInDemo } from "./approve"
import type { Cast } from "./cast"
import type { StoryClock } from "./story-clock"

export type AssessmentStage = {
  cast: Cast
  clock: StoryClock
  password: string
  productIds: Map<string, string>
}

/** Everything is acceptable but 3.2, the risk that somebody sees what they should not: the plan lowers it. */
export async function judgeAllButDisclosure(
  evaluator: Ctx,
  key: string,
  disclosure: { plan: string; residual: Estimate },
): Promise<void> {
  const { id, measures } = await getAssessment(evaluator, { key })
  const references = PARTS.flatMap((part) => referencesOf(part, measures)).filter((one) => one !== "3.2")
  await evaluateParts(evaluator, {
    id,
    evaluations: [
      ...references.map((reference) => ({ reference, version: 0, status: 3 as const })),
      { ...disclosure, reference: "3.2", version: 0, status: 2 },
    ],
  })
}

type Ending = {
  views: { names: string; opinion: string }
  /** How many days ago the officer gives advice, when that is a later day of the story. */
  advisedDaysAgo?: number
  advice: string
  reviewInDays: number
  note: string
  agreed: string
}

/** Marek asks for advice and for views, Sofia advises in favour, he hands it in and she signs. */
export async function bringToApproval(
  { cast, clock, password }: AssessmentStage,
  id: string,
  { views, advisedDaysAgo, advice, reviewInDays, note, agreed }: Ending,
): Promise<void> {
  const { marek, sofia } = cast
  const asked = await askForAdvice(marek.ctx, { id })
  const people = { sought: true as const, ...views, status: 1 as const }
  const viewed = await recordViews(marek.ctx, { id, lock: asked.lock, people })
  if (advisedDaysAgo !== undefined) clock.jumpTo(advisedDaysAgo)
  const inFavour = { names: "Sofia Lindqvist", opinion: advice, status: 1 as const }
  const advised = await giveAdvice(sofia.ctx, { id, lock: viewed.lock, ...inFavour })
  const review = { id, lock: advised.lock, changes: { reviewOn: clock.day(reviewInDays) } }
  const { lock } = await updateAssessment(marek.ctx, review)
  const { requestId } = await submitAssessment(marek.ctx, { id, lock, note })
  await approveInDemo(cast, "sofia", password, { requestId, note: agreed })
}
