import { addAction } from "@/server/dpia/add-action"
import { askForAdvice } from "@/server/dpia/ask-for-advice"
import { createAssessment } from "@/server/dpia/create-assessment"
import { referencesOf } from "@/server/dpia/domain/completeness"
import { PARTS } from "@/server/dpia/domain/questions"
import { evaluateParts } from "@/server/dpia/evaluate-parts"
import { getAssessment } from "@/server/dpia/get-assessment"
import { giveAdvice } from "@/server/dpia/give-advice"
import { recordConsultation } from "@/server/dpia/record-consultation"
import { recordDossier } from "@/server/dpia/record-dossier"
import { recordViews } from "@/server/dpia/record-views"
import { submitAssessment } from "@/server/dpia/submit-assessment"
import { updateAssessment } from "@/server/dpia/update-assessment"
import type { Ctx } from "@/server/kernel/context"
import { approveInDemo } from "./approve"
import { CAMERA_DOSSIER, CAMERA_MEASURES, CAMERA_RISKS, CAMERA_TEXTS } from "./assessment-cameras"
import type { Cast } from "./cast"
import type { StoryClock } from "./story-clock"
import { writeAssessment } from "./write-assessment"

type Stage = { cast: Cast; clock: StoryClock; password: string; productIds: Map<string, string> }

/** Everything is acceptable but the risk of being watched, which the plan lowers and does not take away. */
async function judge(evaluator: Ctx, key: string): Promise<void> {
  const { id, measures } = await getAssessment(evaluator, { key })
  const references = PARTS.flatMap((part) => referencesOf(part, measures)).filter((one) => one !== "3.2")
  await evaluateParts(evaluator, {
    id,
    evaluations: [
      ...references.map((reference) => ({ reference, version: 0, status: 3 as const })),
      {
        reference: "3.2",
        version: 0,
        status: 2,
        plan: "Updates of the cameras are signed by us, so that the maker cannot change alone what they keep.",
        residual: { severity: 3, likelihood: 3 },
      },
    ],
  })
}

/** Shelf availability: cameras in three stores, a high risk that remains, and an authority that was asked for advice. */
export async function consultAuthority({ cast, clock, password, productIds }: Stage): Promise<void> {
  const { marek, ines, sofia, priya } = cast
  const { id, key } = await createAssessment(marek.ctx, {
    productId: productIds.get("shelf-availability")!,
    name: "Shelf cameras in three stores",
    category: "Video",
  })
  const written = { texts: CAMERA_TEXTS, measures: CAMERA_MEASURES, risks: CAMERA_RISKS }
  await writeAssessment(marek.ctx, key, written)
  await judge(ines.ctx, key)
  await addAction(marek.ctx, {
    id,
    reference: "3.2",
    ownerId: priya.userId,
    dueOn: clock.day(60),
    title: "Sign the cameras' updates with our own key",
  })
  const asked = await askForAdvice(marek.ctx, { id })
  const views = "Against cameras in the staff rooms, for them in the aisles, if no list names a shift."
  const viewed = await recordViews(marek.ctx, {
    id,
    lock: asked.lock,
    people: { sought: true, names: "Works council of the three stores", opinion: views, status: 1 },
  })
  const advised = await giveAdvice(sofia.ctx, {
    id,
    lock: viewed.lock,
    names: "Sofia Lindqvist",
    status: 1,
    opinion: "In favour of a pilot, after the authority was asked: staff cannot get out of the cameras' way.",
  })
  const review = { id, lock: advised.lock, changes: { reviewOn: clock.day(150) } }
  const { lock } = await updateAssessment(marek.ctx, review)
  const note = "A high risk remains. The consultation is prepared."
  const { requestId } = await submitAssessment(marek.ctx, { id, lock, note })
  const agreed = "Complete. It goes to the authority before a camera is switched on."
  await approveInDemo(cast, "sofia", password, { requestId, note: agreed })
  clock.jumpTo(8)
  const approved = await getAssessment(marek.ctx, { key })
  const told = await recordDossier(marek.ctx, { id, lock: approved.lock, texts: CAMERA_DOSSIER })
  const receivedOn = clock.day(-8)
  const facts = { receivedOn, extensionNotifiedOn: null, suspensions: [], adviceOn: null }
  await recordConsultation(marek.ctx, { id, lock: told.lock, facts })
}
