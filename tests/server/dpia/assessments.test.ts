import { describe, expect, it } from "vitest"
import { getItem } from "@/server/backlog/get-item"
import { moveItem } from "@/server/backlog/move-item"
import { addAction } from "@/server/dpia/add-action"
import { addComment } from "@/server/dpia/add-comment"
import { addRisk } from "@/server/dpia/add-risk"
import { archiveAssessment } from "@/server/dpia/archive-assessment"
import { compareVersions } from "@/server/dpia/compare-versions"
import { createAssessment } from "@/server/dpia/create-assessment"
import { evaluateParts } from "@/server/dpia/evaluate-parts"
import { getAssessment } from "@/server/dpia/get-assessment"
import { giveAdvice } from "@/server/dpia/give-advice"
import { listAssessments } from "@/server/dpia/list-assessments"
import { overruleAdvice } from "@/server/dpia/overrule-advice"
import { recordConsultation } from "@/server/dpia/record-consultation"
import { removeMeasure } from "@/server/dpia/remove-measure"
import { reopenAssessment } from "@/server/dpia/reopen-assessment"
import { submitAssessment } from "@/server/dpia/submit-assessment"
import { updateAnswer } from "@/server/dpia/update-answer"
import { updateAssessment } from "@/server/dpia/update-assessment"
import { updateMeasure } from "@/server/dpia/update-measure"
import { updateRisk } from "@/server/dpia/update-risk"
import { decide } from "@/tests/server/approvals/approvals-world"
import { openWorld } from "@/tests/support/world"
import { beginPrivacy } from "./dpia-world"
import { readyAssessment } from "./fill-assessment"

const world = openWorld()

describe("an assessment", () => {
  it("goes from the product to the signature, and one changed character outdates it", async () => {
    const { admin: evaluator, author, officer, product } = await beginPrivacy(world)
    const { id, key, lock } = await readyAssessment({ author, evaluator, officer }, product.id)
    expect(key).toBe("DPIA-1")
    const ready = await getAssessment(author, { key: "dpia-1" })
    expect(ready).toMatchObject({
      state: "in_progress",
      progress: 100,
      problems: [],
      version: 1,
      riskWeight: "low",
    })
    const sent = await submitAssessment(author, { id, lock })
    expect((await getAssessment(author, { key })).state).toBe("in_review")
    for (const writer of [author, evaluator]) {
      await expect(decide(world, writer, sent.requestId)).rejects.toMatchObject({ code: expect.any(String) })
    }
    await decide(world, officer, sent.requestId)
    const approved = await getAssessment(author, { key })
    expect(approved).toMatchObject({ state: "approved", approval: { version: 1, state: "approved" } })
    const answer = approved.answers.find(({ questionId }) => questionId === 214)!
    const edit = { id, questionId: 214, version: answer.version, changes: { text: `${answer.text}.` } }
    expect((await updateAnswer(author, edit)).assessment.version).toBe(2)
    expect(await getAssessment(author, { key })).toMatchObject({
      state: "outdated",
      version: 2,
      approval: { state: "outdated", version: 1, outdatedBy: 2 },
      revisions: [{ version: 1, by: { id: author.userId } }],
    })
    const { sections } = await compareVersions(author, { id, from: 1, to: "present" })
    expect(sections.filter(({ changed }) => changed)).toEqual([
      {
        section: "2.1",
        title: expect.any(String),
        before: "Answer to 214",
        after: "Answer to 214.",
        changed: true,
      },
    ])
  })

  it("begins with what is known about the product, and says what is missing", async () => {
    const { author, product } = await beginPrivacy(world)
    const { id, key } = await createAssessment(author, { productId: product.id })
    const begun = await getAssessment(author, { key })
    expect(begun).toMatchObject({
      name: "Delivery promise",
      author: { id: author.userId },
      state: "in_progress",
    })
    expect(begun.answers.map(({ questionId }) => questionId)).toEqual([111, 112])
    expect(begun.answers[0]!.text).toContain("When will the parcel arrive?")
    expect(begun.problems.slice(0, 2)).toEqual([
      "1.1 The processing: 2 of 3 questions are answered",
      "1.2 Data and their path: 0 of 3 questions are answered",
    ])
    await expect(submitAssessment(author, { id, lock: begun.lock })).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
  })

  it("shows both texts when two people answer the same question, and none when they answer others", async () => {
    const { admin, author, product } = await beginPrivacy(world)
    const { id, key } = await createAssessment(author, { productId: product.id })
    const say = (who: typeof author, questionId: number, text: string) =>
      updateAnswer(who, { id, questionId, version: 0, changes: { text } })
    await Promise.all([say(admin, 121, "Mine"), say(author, 122, "Yours")])
    await expect(say(author, 121, "Too late")).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { text: "Mine", version: 1, by: { id: admin.userId } } },
    })
    const { answers, editors } = await getAssessment(author, { key })
    expect(answers.filter(({ questionId }) => questionId > 120).map(({ text }) => text)).toEqual([
      "Mine",
      "Yours",
    ])
    expect(editors.map(({ person }) => person.id).sort()).toEqual([admin.userId, author.userId].sort())
  })

  it("refuses advice of a writer, and advice against it blocks until it is overruled", async () => {
    const { admin: evaluator, author, officer, product } = await beginPrivacy(world)
    const { id, key, lock } = await readyAssessment({ author, evaluator, officer }, product.id)
    const against = { id, names: "Sofia", opinion: "Not like this", status: 0 as const }
    const advised = await giveAdvice(officer, { ...against, lock })
    await expect(submitAssessment(author, { id, lock: advised.lock })).rejects.toMatchObject({
      message: expect.stringContaining("advises against it"),
    })
    const over = await overruleAdvice(author, {
      id,
      lock: advised.lock,
      reason: "The board accepts the risk",
    })
    await expect(overruleAdvice(author, { id, lock: over.lock, reason: " " })).rejects.toMatchObject({
      code: "INVALID",
    })
    const mine = await createAssessment(officer, { productId: product.id })
    const own = await getAssessment(officer, { key: mine.key })
    await expect(giveAdvice(officer, { ...against, id: mine.id, lock: own.lock })).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
    const { requestId } = await submitAssessment(author, { id, lock: over.lock })
    await decide(world, officer, requestId, "rejection", { note: "Fix the retention first" })
    const refused = await getAssessment(author, { key })
    expect(refused.state).toBe("refused")
    await expect(submitAssessment(author, { id, lock: refused.lock })).rejects.toMatchObject({
      code: "INVALID",
      details: { issues: [{ path: "adjustments" }] },
    })
    const again = await submitAssessment(author, {
      id,
      lock: refused.lock,
      adjustments: "Retention is 90 days",
    })
    expect(again.version).toBe(2)
    expect(await getAssessment(author, { key })).toMatchObject({
      rejectionReason: "Fix the retention first",
      adjustments: "Retention is 90 days",
    })
  })

  it("is judged by somebody else than who wrote it, with reasons where the status needs them", async () => {
    const { admin, author, product } = await beginPrivacy(world)
    const { id, key } = await createAssessment(author, { productId: product.id })
    const judge = (who: typeof author, one: object) =>
      evaluateParts(who, { id, evaluations: [{ reference: "1.1", version: 0, status: 3, ...one } as never] })
    await expect(judge(author, {})).rejects.toMatchObject({ code: "RULE_BROKEN" })
    const path = (field: string) => ({ details: { issues: [{ path: `evaluations.0.${field}` }] } })
    await expect(judge(admin, { status: 1 })).rejects.toMatchObject(path("comment"))
    await expect(judge(admin, { status: 2, plan: "More" })).rejects.toMatchObject(path("status"))
    await expect(judge(admin, { reference: "3.5" })).rejects.toMatchObject(path("reference"))
    await expect(judge(admin, { reference: "2.1.211", status: 2 })).rejects.toMatchObject(path("plan"))
    await expect(judge(admin, { reference: "3.2", status: 2, plan: "Mask" })).rejects.toMatchObject(
      path("plan"),
    )
    const residual = { severity: 2, likelihood: 1 }
    await judge(admin, { reference: "3.2", status: 2, plan: "Mask", residual })
    await judge(admin, { status: 1, comment: "Name the controller" })
    const { risks, parts, evaluations } = await getAssessment(author, { key })
    expect(risks[0]).toMatchObject({ id: "3.2", reestimate: residual, residual, weight: "low" })
    expect(parts[0]).toMatchObject({ part: "1.1", state: "to_be_fixed" })
    expect(evaluations[0]).toMatchObject({ reference: "1.1", by: { id: admin.userId }, version: 1 })
  })

  it("is saved unchanged without a new version, a failure or a record", async () => {
    const { admin: evaluator, author, officer, product } = await beginPrivacy(world)
    const { id, key, lock, measureIds } = await readyAssessment({ author, evaluator, officer }, product.id)
    await submitAssessment(author, { id, lock })
    const before = await getAssessment(author, { key })
    const measure = before.measures.find((one) => one.id === measureIds[0])!
    const { title, content, version } = measure
    const changes = { name: before.name, category: before.category, authorId: before.author.id }
    await updateAssessment(author, { id, lock: before.lock, changes })
    await updateMeasure(author, { id, measureId: measure.id, version, changes: { title, content } })
    expect(await getAssessment(author, { key })).toEqual(before)
  })

  it("is written by two people at once, one after the other", async () => {
    const { admin: evaluator, author, officer, product } = await beginPrivacy(world)
    const { id, key } = await readyAssessment({ author, evaluator, officer }, product.id)
    const { answers, lock } = await getAssessment(author, { key })
    const saves = [111, 112, 211, 212].map((questionId) => {
      const version = answers.find((answer) => answer.questionId === questionId)!.version
      return updateAnswer(author, {
        id,
        questionId,
        version,
        changes: { text: `Said at once: ${questionId}` },
      })
    })
    await Promise.all(saves)
    expect((await getAssessment(author, { key })).lock).toBe(lock + 4)
  })

  it("keeps measures and risks together when one is renamed or taken out", async () => {
    const { admin: evaluator, author, officer, product } = await beginPrivacy(world)
    const { id, key, measureIds } = await readyAssessment({ author, evaluator, officer }, product.id)
    const [backup] = measureIds
    await updateMeasure(author, { id, measureId: backup!, version: 1, changes: { title: "Daily backups" } })
    const renamed = await getAssessment(author, { key })
    expect(renamed.risks[2]?.measures).toEqual([{ text: "Daily backups", measureId: backup }])
    expect(renamed.measures[0]?.usedBy).toEqual(["3.2", "3.3", "3.4"])
    const risk = { title: "People cannot tell how the hour is chosen", impacts: ["Distrust"] }
    const { riskId } = await addRisk(author, {
      id,
      risk: { ...risk, estimate: { severity: 3, likelihood: 3 } },
    })
    await updateRisk(author, {
      id,
      riskId: "3.2",
      version: 0,
      changes: { inherent: { severity: 4, likelihood: 3 } },
    })
    await removeMeasure(author, { id, measureId: backup!, version: 2 })
    const after = await getAssessment(author, { key })
    expect(after.risks[2]?.measures).toEqual([{ text: "Daily backups", measureId: null }])
    expect(after.risks[0]?.inherent).toEqual({ severity: 4, likelihood: 3 })
    expect(after.risks[3]).toMatchObject({ id: riskId, event: null, weight: "high", impacts: ["Distrust"] })
    expect(after).toMatchObject({ riskWeight: "high", consultation: { needed: true } })
    expect(after.evaluations.some(({ reference }) => reference === `3.1.${backup}`)).toBe(false)
    await expect(
      updateAnswer(author, {
        id,
        questionId: 324,
        version: after.answers.find(({ questionId }) => questionId === 324)!.version,
        changes: { list: [{ text: "Gone", measureId: backup! }] },
      }),
    ).rejects.toMatchObject({ details: { issues: [{ path: "changes.list.0.measureId" }] } })
  })

  it("has an action plan of backlog items, comments that outdate nothing, and a clock for the authority", async () => {
    const { admin: evaluator, author, officer, product } = await beginPrivacy(world)
    const { id, key, lock } = await readyAssessment({ author, evaluator, officer }, product.id)
    const line = { title: "Mask addresses", ownerId: author.userId, dueOn: "2026-11-30" }
    const made = await addAction(author, { id, reference: "3.2", ...line })
    expect(await getItem(author, { id: made.itemId })).toMatchObject({
      title: "Mask addresses",
      dueDate: "2026-11-30",
    })
    await moveItem(author, { id: made.itemId, status: "doing" })
    const planned = await getAssessment(author, { key })
    expect(planned.actions).toMatchObject([
      { reference: "3.2", item: { key: made.itemKey, status: "doing", owner: { id: author.userId } } },
    ])
    expect(planned.evaluations.find(({ reference }) => reference === "3.2")).toMatchObject({
      dueOn: "2026-11-30",
    })
    const { requestId } = await submitAssessment(author, { id, lock: planned.lock })
    expect(planned.lock).toBeGreaterThan(lock)
    await decide(world, officer, requestId)
    await addComment(officer, { id, on: { questionId: 111 }, text: "Well put" })
    const facts = { receivedOn: "2026-03-02", extensionNotifiedOn: null, suspensions: [], adviceOn: null }
    const approved = await getAssessment(author, { key })
    await recordConsultation(author, { id, lock: approved.lock, facts })
    expect(await getAssessment(author, { key })).toMatchObject({
      state: "approved",
      comments: [{ questionId: 111, text: "Well put", by: { id: officer.userId } }],
      consultation: { clock: { dueOn: "2026-04-27", state: "late" } },
    })
  })

  it("is archived and reopened with reasons, never deleted", async () => {
    const { author, product } = await beginPrivacy(world)
    const { id, key } = await createAssessment(author, { productId: product.id })
    await archiveAssessment(author, { id, reason: "The product was given up" })
    expect((await listAssessments(author, {})).total).toBe(0)
    const { assessments } = await listAssessments(author, { filter: { states: ["archived"] } })
    expect(assessments).toMatchObject([{ key, state: "archived" }])
    const edit = { id, questionId: 121, version: 0, changes: { text: "X" } }
    await expect(updateAnswer(author, edit)).rejects.toMatchObject({
      message: "DPIA-1 is archived. Reopen it first",
    })
    await reopenAssessment(author, { id, reason: "It comes back" })
    await expect(reopenAssessment(author, { id, reason: "Twice" })).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
    await updateAnswer(author, edit)
  })
})
