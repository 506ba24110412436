import { NO_CONSULTATION } from "@/server/dpia/domain/consultation"
import { NO_DOSSIER } from "@/server/dpia/domain/dossier-texts"
import type { DpiaIds } from "./furnish-dpia"

type Ids = DpiaIds & {
  productId: string
  productSlug: string
  itemId: string
  itemKey: string
  userId: string
}

const missing = (input: unknown) => ({ input, answer: "NOT_FOUND" as const })
const empty = (input: unknown) => ({ input, answer: "nothing" as const })

/** Calls of the operations of dpia with ids of another workspace. */
export function foreignDpiaCases(ids: Ids) {
  const { screeningId, assessmentId: id, measureId, riskId, productId, itemId } = ids
  const lock = 1
  const version = 1
  const reason = "Test"
  const advice = { names: "X", opinion: "X", status: 1 }
  return {
    "dpia.addAction": [missing({ id, title: "X", ownerId: "own", dueOn: "2026-12-01" })],
    "dpia.addComment": [missing({ id, on: { questionId: 111 }, text: "X" })],
    "dpia.addMeasures": [missing({ id, fromLibrary: ["backup"] })],
    "dpia.addRisk": [missing({ id, risk: { title: "X" } })],
    "dpia.answerScreening": [missing({ id: screeningId, lock, changes: { description: "X" } })],
    "dpia.archiveAssessment": [missing({ id, reason })],
    "dpia.askForAdvice": [missing({ id })],
    "dpia.compareVersions": [missing({ id, from: 1, to: "present" })],
    "dpia.confirmFacts": [
      missing({ kind: "assessment", id, seen: "0".repeat(64), reason }),
      missing({ kind: "screening", id: screeningId, seen: "0".repeat(64), reason }),
    ],
    "dpia.createAssessment": [missing({ productId })],
    "dpia.declarePersonalData": [
      missing({ subject: { productId }, personalData: "none" }),
      missing({ subject: { itemId }, personalData: "none" }),
    ],
    "dpia.evaluateParts": [missing({ id, evaluations: [{ reference: "1.1", version: 0, status: 3 }] })],
    "dpia.exportAssessment": [missing({ id })],
    "dpia.getScreening": [
      missing({ subject: { productId } }),
      missing({ subject: { itemId } }),
      missing({ subject: { productSlug: ids.productSlug } }),
      missing({ subject: { itemKey: ids.itemKey } }),
    ],
    "dpia.giveAdvice": [missing({ id, lock, ...advice })],
    "dpia.giveScreeningView": [missing({ id: screeningId, lock, view: "X" })],
    "dpia.listAssessments": [empty({ filter: { productIds: [productId] } })],
    "dpia.listReleaseBlocks": [missing({ productId })],
    "dpia.overruleAdvice": [missing({ id, lock, reason })],
    "dpia.recordConsultation": [missing({ id, lock, facts: NO_CONSULTATION })],
    "dpia.recordDossier": [missing({ id, lock, texts: NO_DOSSIER })],
    "dpia.recordViews": [missing({ id, lock, people: { sought: false, reason } })],
    "dpia.removeMeasure": [missing({ id, measureId, version })],
    "dpia.removeRisk": [missing({ id, riskId, version })],
    "dpia.reopenAssessment": [missing({ id, reason })],
    "dpia.startScreening": [missing({ subject: { productId } }), missing({ subject: { itemId } })],
    "dpia.submitAssessment": [missing({ id, lock })],
    "dpia.submitScreening": [missing({ id: screeningId, lock })],
    "dpia.updateAnswer": [missing({ id, questionId: 111, version: 0, changes: { text: "X" } })],
    "dpia.updateAssessment": [missing({ id, lock, changes: { name: "X" } })],
    "dpia.updateMeasure": [missing({ id, measureId, version, changes: { title: "X" } })],
    "dpia.updateRisk": [missing({ id, riskId, version, changes: { title: "X" } })],
  }
}
