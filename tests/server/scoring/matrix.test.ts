import { beforeAll, describe, expect, it } from "vitest"
import type { Ctx } from "@/server/kernel/context"
import { plotItems } from "@/server/scoring/plot-items"
import { revealScores } from "@/server/scoring/reveal-scores"
import { saveScores } from "@/server/scoring/save-scores"
import { startBlindRound } from "@/server/scoring/start-blind-round"
import { openWorld } from "@/tests/support/world"
import { beginScoring } from "./scoring-world"

const world = openWorld()

describe("the value and effort matrix", () => {
  let scene: Awaited<ReturnType<typeof beginScoring>>
  let one: Ctx & { userId: string }
  let two: Ctx & { userId: string }
  let ids: string[]
  const frameworkKey = "value_effort"

  async function give(ctx: Ctx, place: number, inputs: Record<string, number | null>, version = 0) {
    const frameworkId = scene.idOf(frameworkKey)
    await saveScores(ctx, { frameworkId, scores: [{ itemId: ids[place]!, inputs, version }] })
  }

  beforeAll(async () => {
    scene = await beginScoring(world)
    one = await scene.workspace.member("product_owner")
    two = await scene.workspace.member("data_engineer")
    ids = []
    for (const title of ["Both", "Half", "Nobody"]) ids.push((await scene.add(title)).id)
    await give(one, 0, { value: 8, effort: 2 })
    await give(two, 0, { value: 4, effort: 4 })
    await give(one, 1, { value: 5 })
  })

  it("places items at the medians of their scorers, beside the reader's own values", async () => {
    const matrix = await plotItems(one, { frameworkKey })
    expect(matrix).toMatchObject({ axes: { x: "effort", y: "value" }, blind: false, unplacedTotal: 2 })
    expect(matrix.dots).toMatchObject([
      { title: "Both", x: 3, y: 6, scorers: 2, mine: { inputs: { value: 8, effort: 2 }, version: 1 } },
    ])
    expect(matrix.unplaced).toMatchObject([
      { title: "Half", mine: { version: 1 } },
      { title: "Nobody", mine: null },
    ])
    expect(matrix.split?.by).toBe(matrix.framework.definition.thresholds ? "thresholds" : "medians")
  })

  it("shows one's own values when asked, and moves with them", async () => {
    await give(one, 2, { value: 9, effort: 1 })
    const mine = await plotItems(one, { frameworkKey, mine: true })
    expect(mine.dots.map(({ title, x, y }) => [title, x, y])).toEqual([
      ["Both", 2, 8],
      ["Nobody", 1, 9],
    ])
    await give(one, 0, { value: 10, effort: 2 }, 1)
    expect((await plotItems(one, { frameworkKey })).dots[0]).toMatchObject({ y: 7 })
  })

  it("sends nobody else's values while a round is blind", async () => {
    const reason = "Test"
    const scorerIds = [one.userId, two.userId]
    await startBlindRound(scene.admin, { frameworkKey, scorerIds, reason })
    const blind = await plotItems(two, { frameworkKey })
    expect(blind).toMatchObject({ blind: true, onlyMine: true })
    expect(blind.dots).toMatchObject([{ title: "Both", x: 4, y: 4, scorers: 1 }])
    await revealScores(scene.admin, { frameworkKey, reason })
    expect((await plotItems(two, { frameworkKey })).dots.length).toBe(2)
  })

  it("draws by other criteria, and says so when a framework has none", async () => {
    const byRisk = await plotItems(one, { frameworkKey: "wsjf", x: "job_size", y: "risk_reduction" })
    expect(byRisk).toMatchObject({ axes: { x: "job_size", y: "risk_reduction" }, split: null, dots: [] })
    await expect(plotItems(one, { frameworkKey: "ice" })).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await expect(plotItems(one, { frameworkKey: "none" })).rejects.toMatchObject({ code: "NOT_FOUND" })
  })
})
