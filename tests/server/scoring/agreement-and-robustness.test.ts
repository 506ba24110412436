import { describe, expect, it } from "vitest"
import type { Framework } from "@/server/scoring/domain/framework"
import { measureAgreement } from "@/server/scoring/measure-agreement"
import { measureRobustness } from "@/server/scoring/measure-robustness"
import { publishFramework } from "@/server/scoring/publish-framework"
import { saveScores } from "@/server/scoring/save-scores"
import { openWorld } from "@/tests/support/world"
import { beginScoring, giveWsjf } from "./scoring-world"

const world = openWorld()

const criterion = (key: string, weight: number): Framework["criteria"][number] => ({
  key,
  name: key[0]!.toUpperCase() + key.slice(1),
  help: "",
  unit: "points",
  direction: "benefit",
  scale: { kind: "range", min: 0, max: 10 },
  weight,
})

const weighted = (
  criteria = [criterion("value", 6), criterion("fit", 3), criterion("speed", 1)],
): Framework => ({
  key: "ours",
  name: "Ours",
  method: "weighted_sum",
  description: "",
  source: "",
  criteria,
})

describe("agreement", () => {
  it("is measured over the largest block without holes, and names who causes what", async () => {
    const { workspace, admin, add, frameworkId } = await beginScoring(world)
    const [ann, ben] = [await workspace.member("data_engineer"), await workspace.member("stakeholder")]
    const items = await Promise.all(["One", "Two", "Three", "Four"].map((title) => add(title)))
    for (const [index, { id }] of items.entries()) {
      const value = [1, 5, 8, 20][index]!
      await giveWsjf(admin, frameworkId, id, [value, 5, 5, 2])
      await giveWsjf(ann, frameworkId, id, [index === 0 ? 13 : value, 5, 5, 2])
    }
    await giveWsjf(ben, frameworkId, items[0]!.id, [3, 5, 5, null])
    const agreement = await measureAgreement(admin, { frameworkKey: "wsjf" })
    expect(
      agreement.raters
        .filter(({ measured }) => measured)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([admin.userId, ann.userId].sort())
    expect(agreement).toMatchObject({ items: 4, scoredItems: 4, reason: null, order: { df: 3 } })
    expect(agreement.order!.w).toBeCloseTo(0.7, 9)
    expect(agreement.value!.low).toBeLessThan(agreement.value!.value)
    expect(agreement.disputed[0]).toMatchObject({
      item: { id: items[0]!.id },
      criterion: "business_value",
      low: { value: 1 },
      high: { value: 13 },
    })
    const pair = await measureAgreement(admin, {
      frameworkKey: "wsjf",
      scorerIds: [admin.userId, ben.userId],
    })
    expect(pair).toMatchObject({
      order: null,
      value: null,
      reason: expect.stringContaining("Not enough scorers"),
    })
  })

  it("says what is missing for one scorer, and for people who tie everything", async () => {
    const { workspace, admin, add, frameworkId } = await beginScoring(world)
    const none = await measureAgreement(admin, { frameworkKey: "wsjf" })
    expect(none).toMatchObject({ items: 0, reason: expect.stringContaining("Not enough scorers") })
    const ann = await workspace.member("data_engineer")
    for (const title of ["One", "Two", "Three"]) {
      const { id } = await add(title)
      await giveWsjf(admin, frameworkId, id, [5, 5, 5, 5])
      await giveWsjf(ann, frameworkId, id, [5, 5, 5, 5])
    }
    const tied = await measureAgreement(admin, { frameworkKey: "wsjf" })
    expect(tied).toMatchObject({
      order: null,
      value: null,
      disputed: [],
      reason: expect.stringContaining("same score"),
    })
  })
})

describe("robustness", () => {
  it("draws weightings in a thread, tells the shares, and what swaps neighbours", async () => {
    const { admin, add } = await beginScoring(world)
    const { id: frameworkId } = await publishFramework(admin, { definition: weighted() })
    const rows: [number, number, number][] = [
      [9, 3, 2],
      [7, 9, 3],
      [3, 4, 9],
      [2, 3, 2],
    ]
    for (const [index, [value, fit, speed]] of rows.entries()) {
      const { id } = await add(`Item ${index}`)
      await saveScores(admin, { frameworkId, scores: [{ itemId: id, inputs: { value, fit, speed } }] })
    }
    const input = { frameworkKey: "ours", samples: 2000 }
    const found = await measureRobustness(admin, input)
    expect(found).toMatchObject({ compared: 4, total: 4, reason: null, relative: false })
    const drawn = found.drawn!
    expect(drawn).toMatchObject({ basis: "weights", exact: false, samples: 2000, seed: 2008 })
    expect(drawn.items.map(({ key }) => key)).toEqual(["FUL-2", "FUL-1", "FUL-3", "FUL-4"])
    expect(drawn.items.reduce((sum, { first }) => sum + first, 0)).toBeCloseTo(1, 3)
    expect(drawn.items[3]).toMatchObject({
      first: 0,
      dominatedBy: expect.stringMatching(/^FUL-/),
      central: null,
    })
    expect(drawn.items[0]!.central!.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 3)
    for (const row of drawn.ranks) expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 3)
    expect(drawn.swaps[0]).toMatchObject({
      upper: "FUL-2",
      lower: "FUL-1",
      change: { criterion: expect.any(String) },
    })
    expect(await measureRobustness(admin, input)).toEqual(found)
    const behind = await measureRobustness(admin, { ...input, from: 2 })
    expect(behind).toMatchObject({ from: 2, compared: 2, total: 4 })
    expect(behind.drawn!.items.map(({ key, rank }) => [key, rank])).toEqual([
      ["FUL-3", 3],
      ["FUL-4", 4],
    ])
    expect(behind.drawn!.swaps).toHaveLength(1)
    expect(await measureRobustness(admin, { ...input, from: 3 })).toMatchObject({ drawn: null })
    const anything = await measureRobustness(admin, { ...input, weightings: "any", withSpread: true })
    expect(anything.drawn!.items.find(({ key }) => key === "FUL-3")!.first).toBeGreaterThan(0.1)
  })

  it("says which weight swaps neighbours of TOPSIS, on the list that its scores stand on", async () => {
    const { admin, add } = await beginScoring(world)
    const definition = { ...weighted(), method: "topsis" as const }
    const { id: frameworkId } = await publishFramework(admin, { definition })
    for (const [value, fit, speed] of [
      [9, 3, 2],
      [7, 9, 3],
      [3, 4, 9],
    ]) {
      const { id } = await add("Item")
      const inputs = { value: value!, fit: fit!, speed: speed! }
      await saveScores(admin, { frameworkId, scores: [{ itemId: id, inputs }] })
    }
    const { drawn, relative } = await measureRobustness(admin, { frameworkKey: "ours", samples: 500 })
    expect(relative).toBe(true)
    expect(drawn!.swaps).toHaveLength(2)
    for (const { change } of drawn!.swaps) expect(change?.to).not.toBe(change?.from)
    const behind = await measureRobustness(admin, { frameworkKey: "ours", samples: 500, from: 1 })
    expect(behind.drawn!.swaps).toEqual(drawn!.swaps.slice(1))
  })

  it("is exact with two criteria", async () => {
    const { admin, add } = await beginScoring(world)
    const definition = weighted([criterion("value", 1), criterion("fit", 1)])
    const { id: frameworkId } = await publishFramework(admin, { definition })
    for (const inputs of [
      { value: 10, fit: 0 },
      { value: 0, fit: 5 },
    ]) {
      const { id } = await add("Item")
      await saveScores(admin, { frameworkId, scores: [{ itemId: id, inputs }] })
    }
    const { drawn } = await measureRobustness(admin, { frameworkKey: "ours" })
    expect(drawn).toMatchObject({ exact: true, samples: 0, standardError: 0 })
    expect(drawn!.items.map(({ first }) => first)).toEqual([0.6667, 0.3333])
  })

  it("redraws the scorers where a method has no weights, and says when nothing can be drawn", async () => {
    const { workspace, admin, add, frameworkId } = await beginScoring(world)
    const none = await measureRobustness(admin, { frameworkKey: "wsjf" })
    expect(none).toMatchObject({ drawn: null, reason: expect.stringContaining("Two ranked items") })
    const [a, b] = [await add("One"), await add("Two")]
    await giveWsjf(admin, frameworkId, a.id, [8, 5, 5, 2])
    await giveWsjf(admin, frameworkId, b.id, [5, 5, 5, 2])
    const alone = await measureRobustness(admin, { frameworkKey: "wsjf" })
    expect(alone).toMatchObject({ drawn: null, reason: expect.stringContaining("one person alone") })
    const ann = await workspace.member("data_engineer")
    await giveWsjf(ann, frameworkId, a.id, [2, 5, 5, 2])
    await giveWsjf(ann, frameworkId, b.id, [5, 5, 5, 2])
    const { drawn } = await measureRobustness(admin, { frameworkKey: "wsjf" })
    expect(drawn).toMatchObject({ basis: "scorers", swaps: [] })
    // Medians 8, 5, 5 and 2 in four equally likely panels, against 5 with certainty: a tie in half of them.
    const first = drawn!.items.find(({ itemId }) => itemId === a.id)!.first
    expect(Math.abs(first - 0.5)).toBeLessThan(0.03)
    expect(drawn!.items.map(({ band }) => band)).toEqual([0, 0])
  })
})
