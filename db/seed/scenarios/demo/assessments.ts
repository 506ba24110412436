import { addAction } from "@/server/dpia/add-action"
import { addComment } from "@/server/dpia/add-comment"
import { addMeasures } from "@/server/dpia/add-measures"
import { addRisk } from "@/server/dpia/add-risk"
import { askForAdvice } from "@/server/dpia/ask-for-advice"
import { createAssessment } from "@/server/dpia/create-assessment"
import { referencesOf } from "@/server/dpia/domain/completeness"
import { PARTS } from "@/server/dpia/domain/questions"
import { evaluateParts } from "@/server/dpia/evaluate-parts"
import { getAssessment } from "@/server/dpia/get-assessment"
import { giveAdvice } from "@/server/dpia/give-advice"
import { recordViews } from "@/server/dpia/record-views"
import { submitAssessment } from "@/server/dpia/submit-assessment"
import { updateAssessment } from "@/server/dpia/update-assessment"
import { approveInDemo } from "./approve"
import { CHURN_MEASURES, CHURN_RISKS, CHURN_TEXTS } from "./assessment-churn"
import type { Cast } from "./cast"
import type { StoryClock } from "./story-clock"
import { answer, type DemoRisk, describeRisks, writeAssessment } from "./write-assessment"

type Stage = { cast: Cast; clock: StoryClock; password: string; productIds: Map<string, string> }

/** Churn signals: written by the steward, judged by the product owner, advised on and signed by the officer. */
async function approvedAssessment({ cast, clock, password, productIds }: Stage): Promise<void> {
  const { marek, ines, sofia, priya } = cast
  const { id, key } = await createAssessment(marek.ctx, {
    productId: productIds.get("churn-signals")!,
    category: "Profiling",
  })
  const written = { texts: CHURN_TEXTS, measures: CHURN_MEASURES, risks: CHURN_RISKS }
  await writeAssessment(marek.ctx, key, written)
  clock.jumpTo(13)
  const { measures } = await getAssessment(ines.ctx, { key })
  const references = PARTS.flatMap((part) => referencesOf(part, measures)).filter((one) => one !== "3.2")
  await evaluateParts(ines.ctx, {
    id,
    evaluations: [
      ...references.map((reference) => ({ reference, version: 0, status: 3 as const })),
      {
        reference: "3.2",
        version: 0,
        status: 2,
        plan: "Lists of the care team show first names only until a call begins.",
        residual: { severity: 2, likelihood: 2 },
      },
    ],
  })
  const dueOn = clock.day(34)
  const line = { id, reference: "3.2", ownerId: priya.userId, dueOn }
  await addAction(marek.ctx, { ...line, title: "Show first names only in the care team's list" })
  await addComment(sofia.ctx, {
    id,
    on: { questionId: 212 },
    text: "The balance is short but holds. Keep the test of last spring with it.",
  })
  const asked = await askForAdvice(marek.ctx, { id })
  const views = "Asked in a panel of twelve customers: they expect a call and want to know why they got it."
  const people = {
    sought: true as const,
    names: "Customer panel, spring",
    opinion: views,
    status: 1 as const,
  }
  const viewed = await recordViews(marek.ctx, { id, lock: asked.lock, people })
  clock.jumpTo(11)
  const opinion =
    "In favour, as long as an objection takes effect the next night. Look at it again when new sources are added."
  const advised = await giveAdvice(sofia.ctx, {
    id,
    lock: viewed.lock,
    names: "Sofia Lindqvist",
    opinion,
    status: 1,
  })
  const review = { id, lock: advised.lock, changes: { reviewOn: clock.day(340) } }
  const { lock } = await updateAssessment(marek.ctx, review)
  const note = "Everything is judged, and the panel was heard."
  const { requestId } = await submitAssessment(marek.ctx, { id, lock, note })
  const agreed = "Read as a whole. The risks that remain are acceptable with the line of the action plan."
  await approveInDemo(cast, "sofia", password, { requestId, note: agreed })
}

/** Delivery promise: half written, one part to be fixed, two lines of an action plan, and the officer's advice asked for. */
async function assessmentInProgress({ cast, clock, productIds }: Stage): Promise<void> {
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
export async function assessRisks(stage: Stage): Promise<void> {
  stage.clock.jumpTo(16)
  await approvedAssessment(stage)
  await assessmentInProgress(stage)
}
