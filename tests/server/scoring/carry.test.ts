import { describe, expect, it } from "vitest"
import type { Ctx } from "@/server/kernel/context"
import { carryScores } from "@/server/scoring/carry-scores"
import type { Framework } from "@/server/scoring/domain/framework"
import { listScores } from "@/server/scoring/list-scores"
import { publishFramework } from "@/server/scoring/publish-framework"
import { rankItems } from "@/server/scoring/rank-items"
import { saveScores } from "@/server/scoring/save-scores"
import { summariseRanking } from "@/server/scoring/summarise-ranking"
import { auditOf } from "@/tests/server/products/products-world"
import { openWorld } from "@/tests/support/world"
import { beginScoring } from "./scoring-world"

const world = openWorld()

const criterion = (key: string, max = 10): Framework["criteria"][number] => ({
  key,
  name: key[0]!.toUpperCase() + key.slice(1),
  help: "",
  unit: "points",
  direction: "benefit",
  scale: { kind: "range", min: 0, max },
  weight: 1,
})
const ours = (criteria: Framework["criteria"]): Framework => ({
  key: "our_way",
  name: "Our way",
  method: "weighted_sum",
  description: "",
  source: "",
  criteria,
})

/** Two items, scored by the administrator and an engineer under version 1, with version 2 published since. */
async function begin(second = [criterion("value"), criterion("fit", 5), criterion("risk")]) {
  const { admin, workspace, add } = await beginScoring(world)
  const engineer = await workspace.member("data_engineer")
  const items = [await add("First"), await add("Second")]
  const first = await publishFramework(admin, {
    definition: ours([criterion("value"), criterion("fit"), criterion("old")]),
  })
  const give = (ctx: Ctx, frameworkId: string, item: number, inputs: Record<string, number>, version = 0) =>
    saveScores(ctx, { frameworkId, scores: [{ itemId: items[item]!.id, inputs, note: "Because", version }] })
  await give(admin, first.id, 0, { value: 10, fit: 4, old: 1 })
  await give(admin, first.id, 1, { old: 3 })
  await give(engineer, first.id, 0, { value: 2, fit: 2, old: 2 })
  const latest = await publishFramework(admin, { definition: ours(second), basedOn: 1 })
  return { admin, engineer, workspace, items, first, latest, give }
}
const carry = (ctx: Ctx, more: object = {}) => carryScores(ctx, { frameworkKey: "our_way", from: 1, ...more })
const now = { dryRun: false, reason: "Same meaning" }

describe("scores carried to a new version", () => {
  it("are told before: what fits, what is left, and nothing is written", async () => {
    const { admin, workspace } = await begin()
    const before = (await auditOf(world, workspace.id)).length
    expect(await carry(admin)).toEqual({
      from: 1,
      to: 2,
      dryRun: true,
      criteria: [
        { key: "value", name: "Value", fit: "fits" },
        { key: "fit", name: "Fit", fit: "scale_changed" },
        { key: "risk", name: "Risk", fit: "new" },
        { key: "old", name: "Old", fit: "gone" },
      ],
      scores: 1,
      items: 1,
      scorers: 1,
      complete: 0,
      already: 0,
      left: 1,
    })
    expect(await auditOf(world, workspace.id)).toHaveLength(before)
    expect((await listScores(admin, { frameworkKey: "our_way" })).items[0]!.mine).toBeNull()
  })

  it("are one's own, with the time they were given, and leave the earlier ones as they are", async () => {
    const { admin, engineer, workspace, items, give, latest } = await begin()
    expect(await carry(admin, now)).toMatchObject({ scores: 1, dryRun: false })
    const [row] = (await listScores(admin, { frameworkKey: "our_way" })).items
    expect(row!.mine).toMatchObject({ inputs: { value: 10 }, note: "Because", version: 1, carriedFrom: 1 })
    expect((await listScores(engineer, { frameworkKey: "our_way" })).items[0]!.mine).toBeNull()
    const then = await rankItems(admin, { frameworkKey: "our_way", version: 1 })
    expect(then.ranked[0]).toMatchObject({ item: { id: items[0]!.id }, scorers: 2 })
    const [event] = (await auditOf(world, workspace.id)).slice(-1)
    expect(event!.summary).toBe("Carried 1 score from version 1 of Our way to version 2")
    expect(await carry(admin, now)).toMatchObject({ scores: 0, already: 1 })
    await give(admin, latest.id, 0, { fit: 5, risk: 0 }, 1)
    const [saved] = (await listScores(admin, { frameworkKey: "our_way" })).items
    expect(saved!.mine!.carriedFrom).toBeNull()
    const { ranked } = await rankItems(admin, { frameworkKey: "our_way" })
    expect(ranked[0]!.score).toBeCloseTo(2 / 3, 9)
  })

  it("never overwrite what somebody gave under the latest version", async () => {
    const { engineer, give, latest } = await begin()
    await give(engineer, latest.id, 0, { value: 7 })
    expect(await carry(engineer, now)).toMatchObject({ scores: 0, already: 1 })
    expect((await listScores(engineer, { frameworkKey: "our_way" })).items[0]!.mine!.inputs).toEqual({
      value: 7,
    })
  })

  it("are everyone's only for those who publish frameworks, and count in the ranking at once", async () => {
    const { admin, engineer } = await begin([criterion("value"), criterion("old")])
    await expect(carry(engineer, { ...now, whose: "everyone" })).rejects.toMatchObject({ code: "FORBIDDEN" })
    expect(await carry(admin, { ...now, whose: "everyone" })).toMatchObject({
      scores: 3,
      items: 2,
      scorers: 2,
      complete: 2,
      left: 0,
    })
    const { ranked, unscored } = await rankItems(admin, { frameworkKey: "our_way" })
    expect(ranked.map(({ scorers, score }) => [scorers, score])).toEqual([[2, 0.375]])
    expect(unscored[0]).toMatchObject({ reason: "Missing: Value" })
  })

  it("need an earlier version, and a reason", async () => {
    const { admin } = await begin()
    await expect(carry(admin, { from: 2 })).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await expect(carry(admin, { from: 9 })).rejects.toMatchObject({ code: "NOT_FOUND" })
    await expect(carryScores(admin, { frameworkKey: "none", from: 1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
    await expect(carry(admin, { dryRun: false })).rejects.toMatchObject({ code: "INVALID" })
  })
})

describe("a ranking as a whole", () => {
  it("shows MoSCoW shares by effort with the warning, in the order of class and then by hand", async () => {
    const { admin, add, idOf } = await beginScoring(world)
    const items = [await add("Could"), await add("Later must"), await add("Earlier must")]
    const give = (item: number, value: number, effort: number) =>
      saveScores(admin, {
        frameworkId: idOf("moscow"),
        scores: [{ itemId: items[item]!.id, inputs: { class: value, effort } }],
      })
    await give(2, 4, 40)
    await give(1, 4, 30)
    await give(0, 2, 30)
    const view = await summariseRanking(admin, { frameworkKey: "moscow" })
    expect(view.outcome).toMatchObject({
      kind: "moscow",
      shares: [{ share: 0.7 }, { share: 0 }, { share: 0.3 }, {}],
    })
    expect(view.notes[0]).toContain("Must takes 70 % of the effort")
    const { ranked } = await rankItems(admin, { frameworkKey: "moscow" })
    expect(ranked.map(({ item }) => item.title)).toEqual(["Later must", "Earlier must", "Could"])
    expect(ranked.map(({ tie }) => tie)).toEqual([null, null, null])
  })

  it("shows what the order by CD3 costs beside the manual one", async () => {
    const { admin, add, idOf } = await beginScoring(world)
    const jobs = [
      [6, 3],
      [10, 2],
      [30, 4],
    ] as const
    for (const [cost_of_delay, duration] of jobs) {
      const { id } = await add(`Job ${cost_of_delay}`)
      await saveScores(admin, {
        frameworkId: idOf("cd3"),
        scores: [{ itemId: id, inputs: { cost_of_delay, duration } }],
      })
    }
    expect((await summariseRanking(admin, { frameworkKey: "cd3" })).outcome).toMatchObject({
      byScore: 234,
      byHand: 338,
      items: 3,
      weeks: 9,
    })
    expect(await summariseRanking(admin, { frameworkKey: "rice" })).toEqual({ outcome: null, notes: [] })
  })

  it("says that TOPSIS is relative to the list, and scores it so", async () => {
    const { admin, add, idOf } = await beginScoring(world)
    const give = async (title: string, yearly_benefit: number, effort: number) => {
      const { id } = await add(title)
      const inputs = { yearly_benefit, people_served: 1000, effort }
      await saveScores(admin, { frameworkId: idOf("topsis"), scores: [{ itemId: id, inputs }] })
    }
    await give("Alone", 100, 10)
    const alone = await rankItems(admin, { frameworkKey: "topsis" })
    expect(alone).toMatchObject({
      total: 0,
      unscored: [{ reason: expect.stringContaining("this list has one") }],
    })
    await give("Better", 500, 5)
    const { ranked } = await rankItems(admin, { frameworkKey: "topsis" })
    expect(ranked.map(({ item, score }) => [item.title, score])).toEqual([
      ["Better", 1],
      ["Alone", 0],
    ])
    expect((await summariseRanking(admin, { frameworkKey: "topsis" })).notes[0]).toContain(
      "Relative to this list",
    )
  })

  it("takes an own formula, and leaves out the item it cannot be computed for", async () => {
    const { admin, add } = await beginScoring(world)
    const definition: Framework = {
      ...ours([criterion("value"), criterion("drag")]),
      key: "formula",
      name: "Formula",
      method: "expression",
      expression: "value / (drag - 1)",
    }
    const { id: frameworkId } = await publishFramework(admin, { definition })
    for (const [value, drag] of [
      [8, 5],
      [8, 1],
    ] as const) {
      const { id } = await add(`Drag ${drag}`)
      await saveScores(admin, { frameworkId, scores: [{ itemId: id, inputs: { value, drag } }] })
    }
    const { ranked, unscored } = await rankItems(admin, { frameworkKey: "formula" })
    expect(ranked[0]).toMatchObject({ score: 2, worked: "8 / (5 − 1) = 2" })
    expect(unscored[0]!.reason).toBe("Cannot be computed: the divisor “Drag − 1” is 0 with these values")
    await expect(
      publishFramework(admin, {
        definition: { ...definition, key: "other", name: "Other", expression: "vlue" },
      }),
    ).rejects.toMatchObject({ code: "INVALID", details: { issues: [{ path: "definition.expression" }] } })
  })
})
