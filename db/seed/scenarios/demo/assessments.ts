import { addAction } from "@/server/dpia/add-action"
import { addComment } from "@/server/dpia/add-comment"
import { addMeasures } from "@/server/dpia/add-measures"
import { addRisk } from "@/server/dpia/add-risk"
import { askForAdvice } from "@/server/dpia/ask-for-advice"
import { createAssessment } from "@/server/dpia/create-assessment"
import { evaluateParts } from "@/server/dpia/evaluate-parts"
import { CHURN_MEASURES, CHURN_RISKS, CHURN_TEXTS } from "./assessment-churn"
import { type AssessmentStage, bringToApproval, judgeAllButDisclosure } from "./finish-assessment"
import { answer, type DemoRisk, describeRisks, writeAssessment } from "./write-assessment"

/** Churn signals: written by the steward, judged by the product owner, advised on and signed by the officer. */
async function approvedAssessment(stage: AssessmentStage): Promise<void> {
  const { cast, clock, productIds } = stage
  const { marek, ines, sofia, priya } = cast
  const { id, key } = await createAssessment(marek.ctx, {
    productId: productIds.get("churn-signals")!,
    category: "Profiling",
  })
  const written = { texts: CHURN_TEXTS, measures: CHURN_MEASURES, risks: CHURN_RISKS }
  await writeAssessment(marek.ctx, key, written)
  clock.jumpTo(13)
  await judgeAllButDisclosure(ines.ctx, key, {
    plan: "Lists of the care team show first names only until a call begins.",
    residual: { severity: 2, likelihood: 2 },
  })
  const dueOn = clock.day(34)
  const line = { id, reference: "3.2", ownerId: priya.userId, dueOn }
  await addAction(marek.ctx, { ...line, title: "Show first names only in the care team's list" })
  await addComment(sofia.ctx, {
    id,
    on: { questionId: 212 },
    text: "The balance is short but holds. Keep the test of last spring with it.",
  })
  await bringToApproval(stage, id, {
    views: {
      names: "Customer panel, spring",
      opinion: "Asked in a panel of twelve customers: they expect a call and want to know why they got it.",
    },
    advisedDaysAgo: 11,
    advice:
      "In favour, as long as an objection takes effect the next night. Look at it again when new sources are added.",
    reviewInDays: 340,
    note: "Everything is judged, and the panel was heard.",
    agreed: "Read as a whole. The risks that remain are acceptable with the line of the action plan.",
  })
}

/** Delivery promise: half written, one part to be fixed, two lines of an action plan, and the officer's advice asked for. */
async function assessmentInProgress({ cast, clock, productIds }: AssessmentStage): Promise<void> {
  const { ines, tomasz, priya, marek } = cast
  const { id, key } = await createAssessment(ines.ctx, {
    productId: productIds.get("delivery-promise")!,
    category: "Logistics",
  })
  const texts: [number, string][] = [
    [113, "The company's rules on addresses, and the carriers' contracts."],
    [
      122,
      "Order → promise engine → checkout and customer care → carrier. Promises are deleted 90 days after hand-over.",
    ],
    [123, "The warehouse, the promise service, and the carriers' interfaces."],
    [211, "To tell a customer when a parcel arrives, and to keep to it."],
    [212, "Performance of the contract of sale, Art. 6(1)(b)."],
    [213, "Postcode and time window. The house number is used by the carrier only."],
  ]
  for (const [questionId, text] of texts) await answer(ines.ctx, key, questionId, { text })
  await addMeasures(ines.ctx, {
    id,
    fromLibrary: ["encrypt-transit", "retention-run", "role-access"],
    measures: [
      { title: "Postcode instead of address", content: "Analysts see the postcode area only.", kind: "data" },
    ],
  })
  const disclosure: DemoRisk = {
    impacts: ["It becomes known when nobody is at home"],
    threats: ["A carrier's account is taken over", "A role sees more than it needs"],
    sources: ["Somebody outside with a stolen account"],
    measures: ["Roles down to the column", "Encryption on the way"],
    severity: [3, "Whoever knows the window knows when a home is empty."],
    likelihood: [3, "Seven carriers have accounts, three without a second factor."],
    inherent: [3, 4],
  }
  await describeRisks(ines.ctx, key, [disclosure])
  await addRisk(ines.ctx, {
    id,
    risk: {
      title: "Drivers are measured by promises that others made",
      impacts: ["Pressure on drivers who cannot object"],
      sources: ["Carriers who use the promise as a target"],
      estimate: { severity: 2, likelihood: 3 },
    },
  })
  await evaluateParts(tomasz.ctx, {
    id,
    evaluations: [
      { reference: "2.1.211", version: 0, status: 3 },
      {
        reference: "2.1.213",
        version: 0,
        status: 1,
        comment: "Say why customer care needs the name of a neighbour.",
      },
    ],
  })
  const lines = [
    { title: "Second factor for carrier accounts", ownerId: priya.userId, dueOn: clock.day(16) },
    { title: "Thin out delivery windows after 30 days", ownerId: marek.userId, dueOn: clock.day(41) },
  ]
  for (const line of lines) await addAction(ines.ctx, { id, reference: "3.2", ...line })
  await askForAdvice(ines.ctx, { id })
}

/** One assessment that is approved, and one that is being written. */
export async function assessRisks(stage: AssessmentStage): Promise<void> {
  stage.clock.jumpTo(16)
  await approvedAssessment(stage)
  await assessmentInProgress(stage)
}
