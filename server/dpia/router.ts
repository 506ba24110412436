import { read, router, write } from "@/server/kernel/trpc"
import { addAction } from "./add-action"
import { addComment } from "./add-comment"
import { addMeasures } from "./add-measures"
import { addRisk } from "./add-risk"
import { answerScreening } from "./answer-screening"
import { archiveAssessment } from "./archive-assessment"
import { askForAdvice } from "./ask-for-advice"
import { compareVersions } from "./compare-versions"
import { confirmFacts } from "./confirm-facts"
import { createAssessment } from "./create-assessment"
import { declarePersonalData } from "./declare-personal-data"
import { evaluateParts } from "./evaluate-parts"
import { exportAssessment } from "./export-assessment"
import { getAssessment } from "./get-assessment"
import { getScreening } from "./get-screening"
import { giveAdvice } from "./give-advice"
import { giveScreeningView } from "./give-screening-view"
import { listAssessments } from "./list-assessments"
import { listReleaseBlocks } from "./list-release-blocks"
import { listScreenings } from "./list-screenings"
import { overruleAdvice } from "./overrule-advice"
import { recordConsultation } from "./record-consultation"
import { recordDossier } from "./record-dossier"
import { recordViews } from "./record-views"
import { removeMeasure } from "./remove-measure"
import { removeRisk } from "./remove-risk"
import { reopenAssessment } from "./reopen-assessment"
import { startScreening } from "./start-screening"
import { submitAssessment } from "./submit-assessment"
import { submitScreening } from "./submit-screening"
import { updateAnswer } from "./update-answer"
import { updateAssessment } from "./update-assessment"
import { updateMeasure } from "./update-measure"
import { updateRisk } from "./update-risk"

export const dpiaRouter = router({
  listScreenings: read(listScreenings),
  getScreening: read(getScreening),
  declarePersonalData: write(declarePersonalData),
  startScreening: write(startScreening),
  answerScreening: write(answerScreening),
  giveScreeningView: write(giveScreeningView),
  submitScreening: write(submitScreening),
  confirmFacts: write(confirmFacts),
  listAssessments: read(listAssessments),
  getAssessment: read(getAssessment),
  compareVersions: read(compareVersions),
  exportAssessment: read(exportAssessment),
  listReleaseBlocks: read(listReleaseBlocks),
  createAssessment: write(createAssessment),
  updateAssessment: write(updateAssessment),
  updateAnswer: write(updateAnswer),
  addMeasures: write(addMeasures),
  updateMeasure: write(updateMeasure),
  removeMeasure: write(removeMeasure),
  addRisk: write(addRisk),
  updateRisk: write(updateRisk),
  removeRisk: write(removeRisk),
  evaluateParts: write(evaluateParts),
  addComment: write(addComment),
  addAction: write(addAction),
  askForAdvice: write(askForAdvice),
  giveAdvice: write(giveAdvice),
  overruleAdvice: write(overruleAdvice),
  recordViews: write(recordViews),
  submitAssessment: write(submitAssessment),
  reopenAssessment: write(reopenAssessment),
  archiveAssessment: write(archiveAssessment),
  recordConsultation: write(recordConsultation),
  recordDossier: write(recordDossier),
})
