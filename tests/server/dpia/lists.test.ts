import { describe, expect, it } from "vitest"
import { archiveAssessment } from "@/server/dpia/archive-assessment"
import { createAssessment } from "@/server/dpia/create-assessment"
import { declarePersonalData } from "@/server/dpia/declare-personal-data"
import { assessmentState } from "@/server/dpia/domain/assessment-row"
import { getAssessment } from "@/server/dpia/get-assessment"
import { listAssessments } from "@/server/dpia/list-assessments"
import { listScreenings } from "@/server/dpia/list-screenings"
import { submitAssessment } from "@/server/dpia/submit-assessment"
import type { Ctx } from "@/server/kernel/context"
import { decide } from "@/tests/server/approvals/approvals-world"
import { openWorld } from "@/tests/support/world"
import { answersWith, beginPrivacy } from "./dpia-world"
import { readyAssessment } from "./fill-assessment"

const world = openWorld()

const keysAt = async (ctx: Ctx, offset: number) =>
  (await listAssessments(ctx, { offset, limit: 2 })).assessments.map(({ key }) => key)

describe("pages of the assessments", () => {
  it("hold each once, and count over all that the filter finds, whatever the page", async () => {
    const { admin: evaluator, author, officer, product, addProduct, workspace } = await beginPrivacy(world)
    const other = await addProduct("Route planning")
    const ready = await readyAssessment({ author, evaluator, officer }, product.id)
    await submitAssessment(author, ready)
    for (let n = 0; n < 4; n++) await createAssessment(author, { productId: other.id, name: `Draft ${n}` })
    expect(await Promise.all([0, 2, 4].map((offset) => keysAt(author, offset)))).toEqual([
      ...[["DPIA-5", "DPIA-4"], ["DPIA-3", "DPIA-2"], ["DPIA-1"]],
    ])
    const { assessments, ...counts } = await listAssessments(author, {})
    const high = assessments.filter(({ riskWeight }) => riskWeight === "high").length
    expect(counts).toEqual({ total: 5, waiting: 1, high })
    for (const offset of [2, 50]) {
      expect(await listAssessments(author, { offset, limit: 2 })).toMatchObject(counts)
    }
    const drafts = await listAssessments(author, { filter: { states: ["in_progress"] }, limit: 1 })
    expect(drafts).toMatchObject({ total: 4, waiting: 0 })
    expect(await listAssessments(author, { filter: { search: "draft 2" }, limit: 1 })).toMatchObject({
      total: 1,
      waiting: 0,
    })
    const guest = await workspace.member("data_engineer", { scopeType: "product", scopeId: other.id })
    expect(await listAssessments(guest, { limit: 1 })).toMatchObject({ total: 4, waiting: 0 })
  })

  it("count no request of what was archived", async () => {
    const { admin: evaluator, author, officer, product } = await beginPrivacy(world)
    const ready = await readyAssessment({ author, evaluator, officer }, product.id)
    await submitAssessment(author, ready)
    await archiveAssessment(author, { id: ready.id, reason: "Given up" })
    const found = await listAssessments(author, { filter: { states: ["archived", "in_review"] } })
    expect(found).toMatchObject({ total: 1, waiting: 0 })
  })
})

describe("pages of the screenings", () => {
  it("count over all that the filter finds who owes a declaration or a screening", async () => {
    const { author, subject, screen, addProduct, addItem, workspace, domainId } = await beginPrivacy(world)
    const [none, due, busy] = await Promise.all(["None", "Due", "Busy"].map((name) => addProduct(name)))
    const declare = (productId: string, personalData: "none" | "special") =>
      declarePersonalData(author, { subject: { productId }, personalData })
    await declare(none!.id, "special")
    await declare(none!.id, "none")
    await declare(due!.id, "none")
    await declare(due!.id, "special")
    await screen(author, answersWith(0), { productId: busy!.id })
    const item = await addItem("Phone numbers")
    await declarePersonalData(author, { subject: { itemId: item.id }, personalData: "personal" })
    // Delivery promise, Due and the item.
    const all = await listScreenings(author, {})
    const owing = all.screenings.filter(({ state }) => state === "undeclared" || state === "due")
    expect(owing).toHaveLength(3)
    expect(all).toMatchObject({ total: 5, owing: 3 })
    const pages = await Promise.all(
      [0, 2, 4, 60].map((offset) => listScreenings(author, { offset, limit: 2 })),
    )
    expect(pages.flatMap(({ screenings }) => screenings)).toEqual(all.screenings)
    for (const page of pages) expect(page).toMatchObject({ total: 5, owing: 3 })
    const filters = [
      [{ types: ["item"] }, { total: 1, owing: 1 }],
      [{ states: ["none", "due"] }, { total: 3, owing: 2 }],
      [{ search: "busy" }, { total: 1, owing: 0 }],
    ] as const
    for (const [filter, counts] of filters) {
      expect(await listScreenings(author, { filter, limit: 1 } as never)).toMatchObject(counts)
    }
    const guest = await workspace.member("data_engineer", {
      scopeType: "product",
      scopeId: subject.productId,
    })
    expect(await listScreenings(guest, { limit: 1 })).toMatchObject({ total: 2, owing: 2 })
    const keeper = await workspace.member("data_engineer", { scopeType: "domain", scopeId: domainId })
    expect(await listScreenings(keeper, { limit: 1 })).toMatchObject({ total: 5, owing: 3 })
  })
})

describe("the list of assessments", () => {
  it("names every state as the rule of the domain does, and filters", async () => {
    const { admin: evaluator, author, officer, product, addProduct, workspace } = await beginPrivacy(world)
    const people = { author, evaluator, officer }
    const other = await addProduct("Route planning")
    await createAssessment(author, { productId: other.id, name: "Draft" })
    const open = await readyAssessment(people, product.id)
    const { requestId } = await submitAssessment(author, open)
    const back = await readyAssessment(people, product.id)
    await decide(world, officer, (await submitAssessment(author, back)).requestId, "changes")
    await decide(world, officer, requestId)
    const { assessments, total } = await listAssessments(author, {})
    expect(total).toBe(3)
    expect(assessments.map(({ key, state }) => `${key} ${state}`)).toEqual([
      ...["DPIA-3 changes_asked", "DPIA-2 approved", "DPIA-1 in_progress"],
    ])
    for (const { key, state } of assessments) {
      const { version, approval } = await getAssessment(author, { key })
      expect(state).toBe(assessmentState({ archivedAt: null, version, approval }))
    }
    const found = await listAssessments(author, { filter: { states: ["approved"], search: "delivery" } })
    expect(found.assessments).toMatchObject([{ key: "DPIA-2", approvedVersion: 1 }])
    const guest = await workspace.member("data_engineer", { scopeType: "product", scopeId: other.id })
    expect((await listAssessments(guest, {})).assessments).toMatchObject([{ name: "Draft" }])
    await expect(getAssessment(guest, { key: "DPIA-2" })).rejects.toMatchObject({ code: "FORBIDDEN" })
  })
})
