import { describe, expect, it } from "vitest"
import { newId } from "@/server/kernel/domain/id"
import { listScores } from "@/server/scoring/list-scores"
import { rankItems } from "@/server/scoring/rank-items"
import { saveScores } from "@/server/scoring/save-scores"
import { auditOf } from "@/tests/server/products/products-world"
import { openWorld } from "@/tests/support/world"
import { beginScoring, giveWsjf, wsjf } from "./scoring-world"

const world = openWorld()

describe("saving scores", () => {
  it("keeps the values of each scorer, and records one event with before and after", async () => {
    const { workspace, admin, add, frameworkId, product } = await beginScoring(world)
    const [a, b] = [await add("Fallback promise"), await add("Holiday calendar")]
    const before = (await auditOf(world, workspace.id)).length
    const saved = await saveScores(admin, {
      frameworkId,
      scores: [
        { itemId: a.id, inputs: wsjf([8, 8, 5, 3]), note: "Peak starts in November" },
        { itemId: b.id, inputs: { job_size: 2 } },
      ],
    })
    expect(saved.saved).toEqual([
      { itemId: a.id, version: 1 },
      { itemId: b.id, version: 1 },
    ])
    const events = (await auditOf(world, workspace.id)).slice(before)
    expect(events).toHaveLength(1)
    expect(events[0]!.summary).toBe("Scored 2 items with WSJF version 1")
    const record = JSON.parse(events[0]!.text)
    expect(record.before).toMatchObject({ "FUL-1 Job size": null })
    expect(record.after).toMatchObject({
      "FUL-1 Job size": 3,
      "FUL-1 Note": "Peak starts in November",
      "FUL-2 Job size": 2,
    })
    expect(record.targets).toContainEqual({ type: "product", id: product.id, name: "Delivery promise" })
    const grid = await listScores(admin, { frameworkKey: "wsjf" })
    expect(grid.items.map(({ key, mine }) => [key, mine?.inputs.job_size, mine?.version])).toEqual([
      ["FUL-1", 3, 1],
      ["FUL-2", 2, 1],
    ])
  })

  it("changes the criteria that are named, and empties one with null", async () => {
    const { workspace, admin, add, frameworkId } = await beginScoring(world)
    const { id } = await add("Fallback promise")
    await giveWsjf(admin, frameworkId, id, [8, 8, 5, 3], { note: "Because" })
    await saveScores(admin, {
      frameworkId,
      scores: [{ itemId: id, inputs: { job_size: null, time_criticality: 13 }, version: 1 }],
    })
    const [row] = (await listScores(admin, { frameworkKey: "wsjf" })).items
    expect(row!.mine).toMatchObject({
      inputs: { business_value: 8, time_criticality: 13, risk_reduction: 5 },
      note: "Because",
      version: 2,
    })
    const all = { business_value: null, time_criticality: null, risk_reduction: null }
    const events = (await auditOf(world, workspace.id)).length
    await saveScores(admin, { frameworkId, scores: [{ itemId: id, inputs: {}, version: 1 }] })
    expect(await auditOf(world, workspace.id)).toHaveLength(events)
    await saveScores(admin, { frameworkId, scores: [{ itemId: id, inputs: all, version: 2 }] })
    const emptied = await rankItems(admin, { frameworkKey: "wsjf" })
    expect(emptied).toMatchObject({ total: 0, unscoredTotal: 1, scorers: 0 })
    await giveWsjf(admin, frameworkId, id, [1, 1, 1, 1], { version: 3 }).catch((error) => error)
  })

  it("refuses zero effort and values off the scale at the field, and keeps nothing of the call", async () => {
    const { admin, add, idOf } = await beginScoring(world)
    const [a, b] = [await add("One"), await add("Two")]
    const inputs = { reach: 360, impact: 2, confidence: 0.8, effort: 0 }
    const zero = saveScores(admin, {
      frameworkId: idOf("rice"),
      scores: [
        { itemId: a.id, inputs: { ...inputs, effort: 3 } },
        { itemId: b.id, inputs },
      ],
    })
    await expect(zero).rejects.toMatchObject({
      code: "INVALID",
      details: {
        issues: [{ path: "scores.1.inputs.effort", message: expect.stringContaining("more than zero") }],
      },
    })
    expect((await rankItems(admin, { frameworkKey: "rice" })).total).toBe(0)
    const off = saveScores(admin, {
      frameworkId: idOf("wsjf"),
      scores: [{ itemId: a.id, inputs: { business_value: 4, colour: 1 } }],
    })
    await expect(off).rejects.toMatchObject({
      details: { issues: [{ path: "scores.0.inputs.business_value" }, { path: "scores.0.inputs.colour" }] },
    })
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, "8" as never]) {
      const wild = saveScores(admin, {
        frameworkId: idOf("wsjf"),
        scores: [{ itemId: a.id, inputs: { job_size: value } }],
      })
      await expect(wild).rejects.toMatchObject({ code: "INVALID" })
    }
  })

  it("refuses an item that is listed twice, and more than 500", async () => {
    const { admin, add, frameworkId } = await beginScoring(world)
    const { id } = await add("One")
    const twice = saveScores(admin, { frameworkId, scores: [{ itemId: id }, { itemId: id }] })
    await expect(twice).rejects.toMatchObject({ code: "INVALID" })
    const many = Array.from({ length: 501 }, () => ({ itemId: newId() }))
    await expect(saveScores(admin, { frameworkId, scores: many })).rejects.toMatchObject({ code: "INVALID" })
  })

  it("answers a stale version with one's own rows as they stand", async () => {
    const { admin, add, frameworkId } = await beginScoring(world)
    const { id } = await add("One")
    await giveWsjf(admin, frameworkId, id, [8, 8, 5, 3])
    await expect(giveWsjf(admin, frameworkId, id, [1, 1, 1, 1])).rejects.toMatchObject({
      code: "CONFLICT",
      message: "You changed your score of FUL-1 elsewhere in the meantime",
      details: { current: [{ itemId: id, key: "FUL-1", version: 1, inputs: { job_size: 3 } }] },
    })
    const both = await Promise.allSettled(
      [5, 13].map((value) => giveWsjf(admin, frameworkId, id, [value, 8, 5, 3], { version: 1 })),
    )
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } })
  })

  it("by two people at once is no conflict", async () => {
    const { workspace, admin, add, frameworkId } = await beginScoring(world)
    const items = await Promise.all(["One", "Two", "Three"].map((title) => add(title)))
    const people = [admin, await workspace.member("data_engineer"), await workspace.member("stakeholder")]
    await Promise.all(
      people.map((person, index) =>
        saveScores(person, {
          frameworkId,
          scores: (index % 2 ? items : [...items].reverse()).map(({ id }) => ({
            itemId: id,
            inputs: wsjf([8, 8, 5, 3]),
          })),
        }),
      ),
    )
    const ranking = await rankItems(admin, { frameworkKey: "wsjf" })
    expect(ranking).toMatchObject({
      total: 3,
      scorers: 3,
      ranked: [{ scorers: 3 }, { scorers: 3 }, { scorers: 3 }],
    })
  })

  it("needs the permission where the item is, and finds nothing of another workspace", async () => {
    const { workspace, admin, add, frameworkId, product } = await beginScoring(world)
    const [inside, outside] = [await add("Inside"), await add("Outside", { productId: null })]
    const auditor = await workspace.member("auditor")
    await expect(giveWsjf(auditor, frameworkId, inside.id, [1, 1, 1, 1])).rejects.toMatchObject({
      code: "FORBIDDEN",
    })
    const limited = await workspace.member("stakeholder", { scopeType: "product", scopeId: product.id })
    await giveWsjf(limited, frameworkId, inside.id, [1, 1, 1, 1])
    await expect(giveWsjf(limited, frameworkId, outside.id, [1, 1, 1, 1])).rejects.toMatchObject({
      code: "FORBIDDEN",
    })
    expect((await listScores(limited, { frameworkKey: "wsjf" })).items.map(({ key }) => key)).toEqual([
      "FUL-1",
    ])
    const other = await beginScoring(world)
    const foreign = await other.add("Elsewhere")
    await expect(giveWsjf(admin, frameworkId, foreign.id, [1, 1, 1, 1])).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
    await expect(giveWsjf(admin, other.frameworkId, inside.id, [1, 1, 1, 1])).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
    await expect(giveWsjf(admin, newId(), inside.id, [1, 1, 1, 1])).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
  })
})

describe("the grid", () => {
  it("shows what others gave only after one's own score is complete", async () => {
    const { workspace, admin, add, frameworkId } = await beginScoring(world)
    const { id } = await add("One")
    const other = await workspace.member("data_engineer")
    await giveWsjf(other, frameworkId, id, [13, 8, 5, 3])
    const row = async () => (await listScores(admin, { frameworkKey: "wsjf" })).items[0]!
    expect(await row()).toMatchObject({ mine: null, otherCount: 1, others: null })
    await giveWsjf(admin, frameworkId, id, [8, 8, 5, null])
    expect(await row()).toMatchObject({ otherCount: 1, others: null })
    await giveWsjf(admin, frameworkId, id, [8, 8, 5, 2], { version: 1 })
    expect(await row()).toMatchObject({
      mine: { version: 2 },
      others: [{ userId: other.userId, inputs: { business_value: 13 } }],
    })
  })

  it("is filtered, paged and limited to what one has not scored; closed items need to be asked for", async () => {
    const { admin, add, frameworkId } = await beginScoring(world)
    const items = []
    for (let number = 1; number <= 5; number++)
      items.push(await add(`Item ${number}`, { type: number % 2 ? "story" : "debt" }))
    await add("Finished", { status: "done" })
    await giveWsjf(admin, frameworkId, items[1]!.id, [1, 1, 1, 1])
    const keys = async (input: object) => {
      const { items: rows, total } = await listScores(admin, { frameworkKey: "wsjf", ...input })
      return [total, ...rows.map(({ key }) => key)]
    }
    expect(await keys({})).toEqual([5, "FUL-1", "FUL-2", "FUL-3", "FUL-4", "FUL-5"])
    expect(await keys({ offset: 1, limit: 2 })).toEqual([5, "FUL-2", "FUL-3"])
    expect(await keys({ filter: { types: ["debt"] } })).toEqual([2, "FUL-2", "FUL-4"])
    expect(await keys({ filter: { statuses: ["done"] } })).toEqual([1, "FUL-6"])
    expect(await keys({ todo: true })).toEqual([4, "FUL-1", "FUL-3", "FUL-4", "FUL-5"])
  })
})
