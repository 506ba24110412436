import { addAction } from "@/server/dpia/add-action"
import { createAssessment } from "@/server/dpia/create-assessment"
import { getAssessment } from "@/server/dpia/get-assessment"
import { recordConsultation } from "@/server/dpia/record-consultation"
import { recordDossier } from "@/server/dpia/record-dossier"
import { CAMERA_DOSSIER, CAMERA_MEASURES, CAMERA_RISKS, CAMERA_TEXTS } from "./assessment-cameras"
import { type AssessmentStage, bringToApproval, judgeAllButDisclosure } from "./finish-assessment"
import { writeAssessment } from "./write-assessment"

/** Shelf availability: cameras in three stores, a high risk that remains, and an authority that was asked for advice. */
export async function consultAuthority(stage: AssessmentStage): Promise<void> {
  const { cast, clock, productIds } = stage
  const { marek, ines, priya } = cast
  const { id, key } = await createAssessment(marek.ctx, {
    productId: productIds.get("shelf-availability")!,
    name: "Shelf cameras in three stores",
    category: "Video",
  })
  const written = { texts: CAMERA_TEXTS, measures: CAMERA_MEASURES, risks: CAMERA_RISKS }
  await writeAssessment(marek.ctx, key, written)
  await judgeAllButDisclosure(ines.ctx, key, {
    plan: "Updates of the cameras are signed by us, so that the maker cannot change alone what they keep.",
    residual: { severity: 3, likelihood: 3 },
  })
  await addAction(marek.ctx, {
    id,
    reference: "3.2",
    ownerId: priya.userId,
    dueOn: clock.day(60),
    title: "Sign the cameras' updates with our own key",
  })
  await bringToApproval(stage, id, {
    views: {
      names: "Works council of the three stores",
      opinion: "Against cameras in the staff rooms, for them in the aisles, if no list names a shift.",
    },
    advice: "In favour of a pilot, after the authority was asked: staff cannot get out of the cameras' way.",
    reviewInDays: 150,
    note: "A high risk remains. The consultation is prepared.",
    agreed: "Complete. It goes to the authority before a camera is switched on.",
  })
  clock.jumpTo(8)
  const approved = await getAssessment(marek.ctx, { key })
  const told = await recordDossier(marek.ctx, { id, lock: approved.lock, texts: CAMERA_DOSSIER })
  const receivedOn = clock.day(-8)
  const facts = { receivedOn, extensionNotifiedOn: null, suspensions: [], adviceOn: null }
  await recordConsultation(marek.ctx, { id, lock: told.lock, facts })
}
