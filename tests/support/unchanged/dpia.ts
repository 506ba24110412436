import { sql } from "drizzle-orm"
import { addMeasures } from "@/server/dpia/add-measures"
import { addRisk } from "@/server/dpia/add-risk"
import { answerScreening } from "@/server/dpia/answer-screening"
import { createAssessment } from "@/server/dpia/create-assessment"
import { SCREENING_QUESTIONS } from "@/server/dpia/domain/screening"
import { ADDS, byOther, missing, quiet, ruledOut, type Scene, type Unchanged } from "./scene"

const reason = "Test"
const assessment = async (s: Scene, id = s.ids.assessmentId) => ({
  id,
  lock: await s.version("assessments", id, "lock"),
})
const screening = async (s: Scene) => ({
  id: s.ids.screeningId,
  lock: await s.version("screenings", s.ids.screeningId, "lock"),
})
const opinion = { names: "Officer", opinion: "Sound", status: 1 }
const another = (s: Scene) => createAssessment(s.ctx, { productId: s.ids.productId, name: "Another" })

export const UNCHANGED_DPIA: Unchanged = {
  "dpia.addAction": ADDS,
  "dpia.addComment": ADDS,
  "dpia.addMeasures": ADDS,
  "dpia.addRisk": ADDS,
  "dpia.answerScreening": quiet(async (s) => ({
    ...(await screening(s)),
    changes: { description: "Orders", answers: { scoring: "no" }, decision: null, reason: "", occasion: "" },
  })),
  "dpia.archiveAssessment": ruledOut((_, { id }) => ({ id, reason }), another),
  "dpia.askForAdvice": "asks once more",
  "dpia.confirmFacts": byOther(
    ruledOut((s) => ({ kind: "assessment", id: s.ids.assessmentId, seen: "0".repeat(64), reason })),
  ),
  "dpia.createAssessment": ADDS,
  "dpia.declarePersonalData": quiet((s) => ({
    subject: { itemId: s.ids.itemId },
    personalData: "none",
    note: "Counts only",
  })),
  "dpia.evaluateParts": "judges what stands now, with its own day",
  "dpia.giveAdvice": byOther(quiet(async (s) => ({ ...(await assessment(s)), ...opinion, status: 0 }))),
  "dpia.giveScreeningView": byOther(
    quiet(
      async (s) => ({ ...(await screening(s)), view: "Fine" }),
      async (s) => {
        const answers = Object.fromEntries(SCREENING_QUESTIONS.map((question) => [question, "no" as const]))
        await answerScreening(s.ctx, { ...(await screening(s)), changes: { answers } })
      },
    ),
  ),
  "dpia.importAssessment": ADDS,
  "dpia.overruleAdvice": quiet(async (s) => ({ ...(await assessment(s)), reason })),
  "dpia.recordConsultation": quiet(async (s) => ({
    ...(await assessment(s)),
    facts: {
      receivedOn: "2026-10-01",
      extensionNotifiedOn: null,
      suspensions: [{ from: "2026-10-05", until: null }],
      adviceOn: null,
    },
  })),
  "dpia.recordDossier": quiet(async (s) => ({
    ...(await assessment(s)),
    texts: { responsibilities: "We decide", officerContact: "office", otherInformation: "" },
  })),
  "dpia.recordViews": quiet(async (s) => ({
    ...(await assessment(s)),
    people: { sought: true, ...opinion },
  })),
  "dpia.startScreening": ruledOut((s) => ({ subject: { itemId: s.ids.itemId } })),
  "dpia.updateAnswer": quiet(async (s) => ({
    id: s.ids.assessmentId,
    questionId: 111,
    version: await s.number(
      sql`select version::int as found from assessment_answers where question_id = 111`,
    ),
    changes: { text: "Orders" },
  })),
  "dpia.updateAssessment": quiet(async (s) => ({
    ...(await assessment(s)),
    changes: { name: "Of orders", category: "Sales", authorId: s.other.userId, reviewOn: "2027-01-01" },
  })),
  "dpia.updateMeasure": quiet(async (s) => ({
    id: s.ids.assessmentId,
    measureId: s.ids.measureId,
    version: await s.version("assessment_measures", s.ids.measureId),
    changes: { title: "Copies", content: "Each night" },
  })),
  "dpia.updateRisk": quiet(async (s) => ({
    id: s.ids.assessmentId,
    riskId: s.ids.riskId,
    version: await s.number(
      sql`select version::int as found from assessment_risks where id = ${s.ids.riskId}::uuid`,
    ),
    changes: { title: "Opaque", likelihood: 2 },
  })),
  "dpia.removeMeasure": missing(
    (s, { measureIds }) => ({ id: s.ids.assessmentId, measureId: measureIds[0], version: 1 }),
    (s: Scene) => addMeasures(s.ctx, { id: s.ids.assessmentId, measures: [{ title: "To remove" }] }),
  ),
  "dpia.removeRisk": missing(
    (s, { riskId }) => ({ id: s.ids.assessmentId, riskId, version: 1 }),
    (s: Scene) => addRisk(s.ctx, { id: s.ids.assessmentId, risk: { title: "To remove" } }),
  ),
  "dpia.submitAssessment": ruledOut((s) => assessment(s)),
  "dpia.submitScreening": ruledOut((s) => screening(s)),
  "dpia.reopenAssessment": ruledOut((s) => ({ id: s.ids.assessmentId, reason })),
}
