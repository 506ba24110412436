import { read, router, write } from "@/server/kernel/trpc"
import { addKeyResult } from "./add-key-result"
import { changeObjectiveState } from "./change-objective-state"
import { correctMeasurement } from "./correct-measurement"
import { correctSpending } from "./correct-spending"
import { createInitiative } from "./create-initiative"
import { createObjective } from "./create-objective"
import { decideFunding } from "./decide-funding"
import { dropInitiative } from "./drop-initiative"
import { dropKeyResult } from "./drop-key-result"
import { getCoverage } from "./get-coverage"
import { getInitiative } from "./get-initiative"
import { getObjective } from "./get-objective"
import { linkSubject } from "./link-subject"
import { listCell } from "./list-cell"
import { listGoals } from "./list-goals"
import { listInitiatives } from "./list-initiatives"
import { listObjectives } from "./list-objectives"
import { listSubjectLinks } from "./list-subject-links"
import { listUncoveredItems } from "./list-uncovered-items"
import { recordMeasurement } from "./record-measurement"
import { recordSpending } from "./record-spending"
import { requestFunding } from "./request-funding"
import { unlinkSubject } from "./unlink-subject"
import { updateInitiative } from "./update-initiative"
import { updateKeyResult } from "./update-key-result"
import { updateObjective } from "./update-objective"

export const strategyRouter = router({
  listObjectives: read(listObjectives),
  getObjective: read(getObjective),
  createObjective: write(createObjective),
  updateObjective: write(updateObjective),
  changeObjectiveState: write(changeObjectiveState),
  addKeyResult: write(addKeyResult),
  updateKeyResult: write(updateKeyResult),
  dropKeyResult: write(dropKeyResult),
  recordMeasurement: write(recordMeasurement),
  correctMeasurement: write(correctMeasurement),
  listGoals: read(listGoals),
  listSubjectLinks: read(listSubjectLinks),
  linkSubject: write(linkSubject),
  unlinkSubject: write(unlinkSubject),
  getCoverage: read(getCoverage),
  listCell: read(listCell),
  listUncoveredItems: read(listUncoveredItems),
  listInitiatives: read(listInitiatives),
  getInitiative: read(getInitiative),
  createInitiative: write(createInitiative),
  updateInitiative: write(updateInitiative),
  dropInitiative: write(dropInitiative),
  requestFunding: write(requestFunding),
  decideFunding: write(decideFunding),
  recordSpending: write(recordSpending),
  correctSpending: write(correctSpending),
})
