import { expect, it } from "vitest"
import { moveItem } from "@/server/backlog/move-item"
import { addRisk } from "@/server/dpia/add-risk"
import { assessmentCoverage } from "@/server/dpia/assessment-coverage"
import { createAssessment } from "@/server/dpia/create-assessment"
import { declarePersonalData } from "@/server/dpia/declare-personal-data"
import { getAssessment } from "@/server/dpia/get-assessment"
import { recordConsultation } from "@/server/dpia/record-consultation"
import { submitAssessment } from "@/server/dpia/submit-assessment"
import { submitScreening } from "@/server/dpia/submit-screening"
import { updateAssessment } from "@/server/dpia/update-assessment"
import type { Ctx } from "@/server/kernel/context"
import { createControl } from "@/server/privacy/create-control"
import { listObligations } from "@/server/privacy/list-obligations"
import { decide, within } from "@/tests/server/approvals/approvals-world"
import { openWorld } from "@/tests/support/world"
import { answersWith, beginPrivacy } from "./dpia-world"
import { readyAssessment } from "./fill-assessment"

const world = openWorld()

it("what a screening asks to be assessed is covered by an approval of the present version, and by the authority's advice", async () => {
  const { admin, author, officer, product, addItem, addProduct, screen } = await beginPrivacy(world)
  const covered = (ctx: Ctx = officer) => within(ctx, assessmentCoverage)
  const none = { due: 0, approved: 0, unscreened: 0, unadvised: 0 }
  expect(await covered()).toEqual(none)
  const other = await addProduct("Returns", { ownerId: author.userId })
  await declarePersonalData(author, { subject: { productId: other.id }, personalData: "personal" })
  await declarePersonalData(author, { subject: { productId: product.id }, personalData: "personal" })
  expect(await covered()).toEqual({ ...none, unscreened: 2 })

  const answered = await screen(author, answersWith(3))
  expect(await covered()).toEqual({ ...none, unscreened: 1 })
  await submitScreening(author, { id: answered.id, lock: answered.lock })
  const item = await addItem("Score customers")
  await declarePersonalData(author, { subject: { itemId: item.id }, personalData: "personal" })
  const ofItem = await screen(author, answersWith(3), { itemId: item.id })
  await submitScreening(author, { id: ofItem.id, lock: ofItem.lock })
  expect(await covered()).toEqual({ ...none, due: 2, unscreened: 1 })

  const { id, key } = await readyAssessment({ author, evaluator: admin, officer }, product.id)
  const risk = await addRisk(author, {
    id,
    risk: { title: "Drivers are watched", estimate: { severity: 3, likelihood: 4 } },
  })
  const sent = await submitAssessment(author, { id, lock: risk.assessment.lock })
  expect(await covered()).toEqual({ ...none, due: 2, unscreened: 1, unadvised: 1 })
  await decide(world, officer, sent.requestId)
  expect(await covered()).toEqual({ due: 2, approved: 2, unscreened: 1, unadvised: 1 })
  await createControl(officer, { name: "Assessments", kind: "dpia" })
  expect((await listObligations(officer, {})).controls[0]!.reading.state).toBe("bad")

  const { lock } = await getAssessment(author, { key })
  const facts = { receivedOn: "2026-08-01", extensionNotifiedOn: null, suspensions: [] }
  await recordConsultation(author, { id, lock, facts: { ...facts, adviceOn: "2026-09-01" } })
  const advised = await covered()
  expect(advised).toMatchObject({ due: 2, unscreened: 1, unadvised: 0 })
  await createAssessment(author, { productId: product.id, itemId: item.id })
  expect((await covered()).approved).toBe(advised.approved - 1)
  await moveItem(admin, { id: item.id, status: "dropped" })
  expect(await covered()).toMatchObject({ due: 1 })
  const now = await getAssessment(author, { key })
  await updateAssessment(author, { id, lock: now.lock, changes: { name: "Changed after approval" } })
  expect(await covered()).toMatchObject({ due: 1, approved: 0 })
})
