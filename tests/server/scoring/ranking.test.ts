import { describe, expect, it } from "vitest"
import { listItems } from "@/server/backlog/list-items"
import { moveItem } from "@/server/backlog/move-item"
import { undoReorder } from "@/server/backlog/undo-reorder"
import type { Ctx } from "@/server/kernel/context"
import { adoptOrder } from "@/server/scoring/adopt-order"
import { explainScore } from "@/server/scoring/explain-score"
import { rankItems } from "@/server/scoring/rank-items"
import { saveScores } from "@/server/scoring/save-scores"
import { openWorld } from "@/tests/support/world"
import { beginScoring, giveWsjf } from "./scoring-world"

const world = openWorld()
const ranks = async (ctx: Ctx) => (await listItems(ctx, {})).items.map(({ key, rank }) => `${key} ${rank}`)
const order = async (ctx: Ctx) => (await listItems(ctx, {})).items.map(({ key }) => key)

/** Three scored items of two people, one half scored, one untouched. */
async function beginRanked() {
  const start = await beginScoring(world)
  const { workspace, admin, add, frameworkId } = start
  const engineer = await workspace.member("data_engineer")
  const items = []
  for (const title of ["Low", "High", "Middle", "Half", "Nobody"]) items.push(await add(title))
  const [low, high, middle, half] = items.map(({ id }) => id) as [string, string, string, string]
  await giveWsjf(admin, frameworkId, low, [1, 1, 1, 3])
  await giveWsjf(admin, frameworkId, high, [13, 8, 5, 3], { note: "22 % of orders are click-and-collect" })
  await giveWsjf(engineer, frameworkId, high, [3, 8, 5, 3], { note: "No benefit until stores are staffed" })
  await giveWsjf(admin, frameworkId, middle, [8, 5, 5, 3])
  await giveWsjf(engineer, frameworkId, middle, [8, 5, 5, 3])
  await giveWsjf(admin, frameworkId, half, [20, 20, 20, null])
  return { ...start, engineer, ids: { low, high, middle, half } }
}

describe("the ranked backlog", () => {
  it("names the Kano category of an item, with the number behind it", async () => {
    const { workspace, admin, add, idOf } = await beginScoring(world)
    const { id } = await add("Delivery promise in the checkout")
    const ann = await workspace.member("data_engineer")
    for (const [person, dysfunctional] of [
      [admin, 1],
      [ann, 2],
    ] as const) {
      const inputs = { functional: 5, dysfunctional }
      await saveScores(person, { frameworkId: idOf("kano"), scores: [{ itemId: id, inputs }] })
    }
    const { ranked } = await rankItems(admin, { frameworkKey: "kano" })
    expect(ranked).toMatchObject([{ category: "One-dimensional", score: 1.5 }])
    expect(ranked[0]!.sentence).toContain("1 one-dimensional, 1 attractive")
  })

  it("orders by the medians of several scorers and shows what is missing as missing", async () => {
    const { admin } = await beginRanked()
    const ranking = await rankItems(admin, { frameworkKey: "wsjf" })
    expect(ranking.ranked.map((row) => [row.rank, row.item.key, row.score, row.scorers])).toEqual([
      [1, "FUL-2", 7, 2],
      [2, "FUL-3", 6, 2],
      [3, "FUL-1", 1, 1],
    ])
    expect(ranking.ranked[0]).toMatchObject({
      worked: "(8 + 8 + 5) / 3 = 7.0",
      split: ["business_value"],
      dots: [
        { value: 3, count: 1 },
        { value: 13, count: 1 },
      ],
    })
    expect(ranking.ranked[1]!.dots).toEqual([{ value: 8, count: 2 }])
    expect(ranking.unscored.map((row) => [row.item.key, row.missing, row.reason])).toEqual([
      ["FUL-4", ["job_size"], "Missing: Job size"],
      ["FUL-5", [], "Nobody has scored it yet"],
    ])
    expect(ranking).toMatchObject({ total: 3, unscoredTotal: 2, scorers: 2, splitTotal: 1, earlier: [] })
    expect(ranking.warnings).toEqual([expect.stringContaining("Job size")])
  })

  it("is paged, in both groups", async () => {
    const { admin } = await beginRanked()
    const page = await rankItems(admin, {
      frameworkKey: "wsjf",
      page: { offset: 1, limit: 1 },
      unscored: { offset: 1, limit: 1 },
    })
    expect(page.ranked.map(({ rank, item }) => [rank, item.key])).toEqual([[2, "FUL-3"]])
    expect(page.unscored.map(({ item }) => item.key)).toEqual(["FUL-5"])
    expect(page).toMatchObject({ total: 3, unscoredTotal: 2 })
    const none = await rankItems(admin, { frameworkKey: "wsjf", page: { limit: 0 }, unscored: { limit: 0 } })
    expect(none).toMatchObject({ ranked: [], unscored: [], total: 3 })
  })

  it("is absolute: other items never change a score", async () => {
    const { admin, add, frameworkId } = await beginRanked()
    const scores = async () => {
      const { ranked } = await rankItems(admin, { frameworkKey: "wsjf" })
      return new Map(ranked.map(({ item, score }) => [item.key, score]))
    }
    const before = await scores()
    await giveWsjf(admin, frameworkId, (await add("Newcomer")).id, [20, 20, 20, 1])
    const after = await scores()
    expect(after.get("FUL-6")).toBe(60)
    for (const [key, score] of before) expect(after.get(key)).toBe(score)
  })

  it("is narrowed by grants and by the filter", async () => {
    const { workspace, admin, add, product, frameworkId } = await beginRanked()
    await giveWsjf(admin, frameworkId, (await add("No product", { productId: null })).id, [20, 20, 20, 1])
    const limited = await workspace.member("stakeholder", { scopeType: "product", scopeId: product.id })
    expect((await rankItems(limited, { frameworkKey: "wsjf" })).total).toBe(3)
    expect((await rankItems(admin, { frameworkKey: "wsjf" })).total).toBe(4)
    expect(await rankItems(admin, { frameworkKey: "wsjf", filter: { search: "high" } })).toMatchObject({
      total: 1,
      unscoredTotal: 0,
    })
    await expect(rankItems(admin, { frameworkKey: "none" })).rejects.toMatchObject({ code: "NOT_FOUND" })
    const other = await beginScoring(world)
    expect(
      (await rankItems(other.admin, { frameworkKey: "wsjf", filter: { productIds: [product.id] } })).total,
    ).toBe(0)
  })
})

describe("an explanation", () => {
  it("holds inputs by person, medians, formula, splits with their notes, and the time", async () => {
    const { admin, engineer, ids } = await beginRanked()
    const why = await explainScore(admin, { itemKey: "FUL-2", frameworkKey: "wsjf" })
    expect(why).toMatchObject({
      item: { id: ids.high, key: "FUL-2" },
      result: { status: "scored", score: 7, worked: "(8 + 8 + 5) / 3 = 7.0" },
      scoredAt: "2026-10-13T07:40:00.000Z",
      otherVersions: [],
      split: [
        {
          criterion: "business_value",
          voices: [
            { userId: admin.userId, value: 13, note: "22 % of orders are click-and-collect" },
            { userId: engineer.userId, value: 3, note: "No benefit until stores are staffed" },
          ],
        },
      ],
    })
    expect(
      why.scorers.map((scorer) => scorer.own.status === "scored" && scorer.own.score.toFixed(1)),
    ).toEqual(["8.7", "5.3"])
    const half = await explainScore(admin, { itemId: ids.half, frameworkKey: "wsjf" })
    expect(half.result).toEqual({ status: "missing", missing: ["job_size"] })
  })

  it("of another workspace's item is not found, and out of reach is forbidden", async () => {
    const { workspace, admin, add, product } = await beginRanked()
    const foreign = await (await beginScoring(world)).add("Elsewhere")
    const strange = explainScore(admin, { itemId: foreign.id, frameworkKey: "wsjf" })
    await expect(strange).rejects.toMatchObject({ code: "NOT_FOUND" })
    const outside = await add("No product", { productId: null })
    const limited = await workspace.member("stakeholder", { scopeType: "product", scopeId: product.id })
    const far = explainScore(limited, { itemId: outside.id, frameworkKey: "wsjf" })
    await expect(far).rejects.toMatchObject({ code: "FORBIDDEN" })
  })
})

describe("adopting the order", () => {
  it("rewrites the manual order as one change, and undo restores it exactly", async () => {
    const { admin } = await beginRanked()
    const before = await ranks(admin)
    const { changeId, ...counts } = await adoptOrder(admin, {
      frameworkKey: "wsjf",
      reason: "Prioritisation of 13 October",
    })
    expect(counts).toEqual({ changed: 3, ranked: 3, unscored: 2 })
    expect(await order(admin)).toEqual(["FUL-2", "FUL-3", "FUL-1", "FUL-4", "FUL-5"])
    const again = await adoptOrder(admin, { frameworkKey: "wsjf", reason: "Again" })
    expect(again).toMatchObject({ changeId: null, changed: 0 })
    await undoReorder(admin, { changeId: changeId! })
    expect(await ranks(admin)).toEqual(before)
  })

  it("leaves the items outside the filter in their places", async () => {
    const { admin, add } = await beginRanked()
    const other = await add("Elsewhere", { productId: null })
    await moveItem(admin, { id: other.id, beforeId: (await listItems(admin, {})).items[1]!.id })
    expect(await order(admin)).toEqual(["FUL-1", "WS-1", "FUL-2", "FUL-3", "FUL-4", "FUL-5"])
    const { items } = await listItems(admin, { filter: { search: "FUL" } })
    await adoptOrder(admin, {
      frameworkKey: "wsjf",
      filter: { productIds: [items[0]!.productId!] },
      reason: "Per product",
    })
    expect(await order(admin)).toEqual(["FUL-2", "WS-1", "FUL-3", "FUL-1", "FUL-4", "FUL-5"])
  })

  it("needs a reason, a score and the permission to rank everything in the view", async () => {
    const { workspace, admin, add, product, engineer } = await beginRanked()
    const silent = adoptOrder(admin, { frameworkKey: "wsjf", reason: " " })
    await expect(silent).rejects.toMatchObject({ code: "INVALID", details: { issues: [{ path: "reason" }] } })
    const empty = adoptOrder(admin, { frameworkKey: "rice", reason: "Because" })
    await expect(empty).rejects.toMatchObject({ code: "RULE_BROKEN" })
    const refused = adoptOrder(engineer, { frameworkKey: "wsjf", reason: "Because" })
    await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" })
    await add("No product", { productId: null })
    const owner = await workspace.member("product_owner", { scopeType: "product", scopeId: product.id })
    expect(await adoptOrder(owner, { frameworkKey: "wsjf", reason: "My own part" })).toMatchObject({
      changed: 3,
    })
  })
})
