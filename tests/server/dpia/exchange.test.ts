import { describe, expect, it } from "vitest"
import { addComment } from "@/server/dpia/add-comment"
import { addRisk } from "@/server/dpia/add-risk"
import { evaluateParts } from "@/server/dpia/evaluate-parts"
import { exportAssessment } from "@/server/dpia/export-assessment"
import { getAssessment } from "@/server/dpia/get-assessment"
import { importAssessment } from "@/server/dpia/import-assessment"
import { listAssessments } from "@/server/dpia/list-assessments"
import { previewImport } from "@/server/dpia/preview-import"
import { updateAnswer } from "@/server/dpia/update-answer"
import { canonicalText } from "@/server/kernel/domain/canonical-text"
import { sampleDocument } from "@/tests/domain/dpia-sample"
import { openWorld } from "@/tests/support/world"
import { beginPrivacy } from "./dpia-world"
import { readyAssessment } from "./fill-assessment"

const world = openWorld()
const bytes = (text: string) => new TextEncoder().encode(text)
const canonical = (json: string) => canonicalText(JSON.parse(json))

describe("the exchange with other tools", () => {
  it("survives export, import and export byte by byte", async () => {
    const { admin: evaluator, author, officer, product } = await beginPrivacy(world)
    const { id, measureIds } = await readyAssessment({ author, evaluator, officer }, product.id)
    await addComment(officer, { id, on: { questionId: 111 }, text: "Well put" })
    await addComment(author, { id, on: { measureId: measureIds[1]! }, text: "Which roles?" })
    const residual = { severity: 2 as const, likelihood: 1 as const }
    const better = {
      reference: "3.3",
      version: 1,
      status: 2 as const,
      plan: "**Two** people\n\n- each week",
      residual,
    }
    await evaluateParts(evaluator, {
      id,
      evaluations: [{ ...better, dueOn: "2026-12-01", personInCharge: "Priya" }],
    })
    await addRisk(author, { id, risk: { title: "Stays here" } })
    const first = await exportAssessment(author, { id })
    expect(first.fileName).toBe("DPIA-1-delivery-promise.json")
    const again = await importAssessment(author, {
      productId: product.id,
      fileName: first.fileName,
      content: bytes(first.json),
    })
    expect(again.preview).toMatchObject({
      errors: 0,
      problems: [],
      counts: { answers: 36, measures: 2, comments: 2 },
    })
    expect(canonical((await exportAssessment(author, { id: again.id })).json)).toBe(canonical(first.json))
    const there = await getAssessment(author, { key: again.key })
    expect(there).toMatchObject({ state: "in_progress", progress: 100, imported: { from: first.fileName } })
    expect(there.evaluations.every(({ by }) => by === null)).toBe(true)
    expect(there.risks[1]).toMatchObject({ residual, measures: [{ measureId: there.measures[0]!.id }] })
    const one = there.answers.find(({ questionId }) => questionId === 111)!
    await updateAnswer(author, {
      id: again.id,
      questionId: 111,
      version: one.version,
      changes: { text: "Changed" },
    })
    const changed = JSON.parse((await exportAssessment(author, { id: again.id })).json)
    expect(changed.answers[0].data.text).toBe("<p>Changed</p>")
    expect(changed.answers.slice(1)).toEqual(JSON.parse(first.json).answers.slice(1))
  })

  it("brings in a file of another tool, whose validation is history and no signature", async () => {
    const { author, product } = await beginPrivacy(world)
    const file = {
      productId: product.id,
      fileName: "cards.json",
      content: bytes(JSON.stringify(sampleDocument())),
    }
    const { key, id } = await importAssessment(author, file)
    expect(await getAssessment(author, { key })).toMatchObject({
      name: "Loyalty cards",
      state: "in_progress",
      approval: null,
      authorName: "A. Author",
      author: { id: author.userId },
      comments: [{ text: "Why?", by: null }, { text: "Hm" }],
    })
    const { json } = await exportAssessment(author, { id })
    expect(JSON.parse(json)).toEqual(sampleDocument())
  })

  it("shows what it cannot use and imports it only when that is accepted", async () => {
    const { author, product, workspace } = await beginPrivacy(world)
    const odd = {
      pia: { name: "<script>alert(1)</script>Odd" },
      answers: [{ reference_to: 999 }, { reference_to: 111 }],
    }
    const file = { productId: product.id, fileName: "odd.json", content: bytes(JSON.stringify(odd)) }
    expect(await previewImport(author, file)).toMatchObject({
      name: "Odd",
      errors: 1,
      problems: [{ path: "answers[0].reference_to", level: "error", message: "There is no question 999" }],
    })
    await expect(importAssessment(author, file)).rejects.toMatchObject({
      details: { issues: [{ path: "acceptErrors" }] },
    })
    expect((await listAssessments(author, {})).total).toBe(0)
    const { id } = await importAssessment(author, { ...file, acceptErrors: true })
    const back = JSON.parse((await exportAssessment(author, { id })).json)
    expect(back.answers).toEqual([{ reference_to: 111 }, { reference_to: 999 }])
    const reader = await workspace.member("auditor")
    await expect(importAssessment(reader, file)).rejects.toMatchObject({ code: "FORBIDDEN" })
  })

  it.each([
    ["cut.json", '{"pia": {"name": ', "ends in the middle"],
    ["list.json", "[]", "no object “pia”"],
    ["text.txt", "hello", "not JSON"],
  ])("refuses %s in words", async (fileName, text, words) => {
    const { author, product } = await beginPrivacy(world)
    const file = { productId: product.id, fileName, content: bytes(text) }
    await expect(previewImport(author, file)).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining(words),
    })
  })
})
