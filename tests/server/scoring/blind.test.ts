import { describe, expect, it } from "vitest"
import type { Ctx } from "@/server/kernel/context"
import { adoptOrder } from "@/server/scoring/adopt-order"
import { cancelBlindRound } from "@/server/scoring/cancel-blind-round"
import { discardScores } from "@/server/scoring/discard-scores"
import { explainScore } from "@/server/scoring/explain-score"
import { listScores } from "@/server/scoring/list-scores"
import { measureAgreement } from "@/server/scoring/measure-agreement"
import { measureRobustness } from "@/server/scoring/measure-robustness"
import { rankItems } from "@/server/scoring/rank-items"
import { rebuildStandings } from "@/server/scoring/rebuild-standings"
import { restoreScores } from "@/server/scoring/restore-scores"
import { revealScores } from "@/server/scoring/reveal-scores"
import { startBlindRound } from "@/server/scoring/start-blind-round"
import { getThread } from "@/server/thread/get-thread"
import { auditOf } from "@/tests/server/products/products-world"
import { openWorld } from "@/tests/support/world"
import { beginScoring, giveWsjf } from "./scoring-world"

const world = openWorld()
const frameworkKey = "wsjf"

async function beginBlind() {
  const start = await beginScoring(world)
  const [ann, ben] = [
    await start.workspace.member("data_engineer"),
    await start.workspace.member("stakeholder"),
  ]
  const items = [await start.add("One"), await start.add("Two"), await start.add("Three")]
  await startBlindRound(start.admin, {
    frameworkKey,
    scorerIds: [start.admin.userId, ann.userId, ben.userId],
    reason: "Nobody should lead the others",
  })
  await giveWsjf(ann, start.frameworkId, items[0]!.id, [13, 8, 5, 3], { note: "Peak season secret" })
  await giveWsjf(ann, start.frameworkId, items[1]!.id, [1, 1, 1, 8])
  return { ...start, ann, ben, items }
}

describe("a blind round", () => {
  it("sends nobody what others gave, by any way, whether they have scored or not", async () => {
    const { workspace, admin, ben, items, frameworkId, product } = await beginBlind()
    await giveWsjf(ben, frameworkId, items[0]!.id, [3, 2, 2, 13])
    for (const reader of [admin, ben, await workspace.member("auditor")]) {
      const ranking = await rankItems(reader, { frameworkKey })
      const answers = [
        ranking,
        await listScores(reader, { frameworkKey }),
        await explainScore(reader, { itemId: items[0]!.id, frameworkKey }),
        await explainScore(reader, { itemId: items[1]!.id, frameworkKey }),
        await measureAgreement(reader, { frameworkKey }),
        await measureRobustness(reader, { frameworkKey }),
        await getThread(reader, { slug: product.slug }),
      ]
      // Without the definition: 13 is on its scale.
      const text = JSON.stringify(answers, (key, value) => (key === "definition" ? undefined : value))
      expect(text).not.toContain("Peak season secret")
      expect(text).not.toContain('"business_value":13')
      expect(text).not.toMatch(/13 \+ 8|8\.7|"score":8\./)
      expect(ranking.blind?.people.filter(({ scored }) => scored)).toHaveLength(2)
      expect(ranking.blind?.people).toHaveLength(3)
    }
    const own = await rankItems(ben, { frameworkKey })
    expect(own.ranked.map(({ item, scorers }) => [item.key, scorers])).toEqual([["FUL-1", 1]])
    expect(own.unscored.map(({ reason }) => reason)).toEqual(Array(2).fill("You have not scored it yet"))
    const adopt = adoptOrder(admin, { frameworkKey, reason: "Now" })
    await expect(adopt).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: expect.stringContaining("Reveal"),
    })
  })

  it("keeps values out of the audit trail until they are revealed, then seals what they were", async () => {
    const { workspace, admin } = await beginBlind()
    const texts = async () => (await auditOf(world, workspace.id)).map(({ text }) => text).join("\n")
    expect(await texts()).toContain("hidden until the reveal")
    expect(await texts()).not.toContain("Peak season secret")
    expect(await revealScores(admin, { frameworkKey, reason: "Everybody is done" })).toEqual({
      scores: 2,
      people: 1,
    })
    expect(await texts()).toMatch(/"sha256":"[0-9a-f]{64}"/)
  })

  it("ends with the reveal, after which both sets stay", async () => {
    const { admin, ann, items, frameworkId } = await beginBlind()
    await revealScores(admin, { frameworkKey, reason: "Everybody is done" })
    expect((await rankItems(admin, { frameworkKey })).total).toBe(2)
    await giveWsjf(ann, frameworkId, items[0]!.id, [20, 8, 5, 3], { version: 1 })
    const why = await explainScore(admin, { itemId: items[0]!.id, frameworkKey })
    expect(why).toMatchObject({
      blind: null,
      scorers: [{ userId: ann.userId, inputs: { business_value: 20 } }],
      revealed: {
        reason: "Everybody is done",
        given: [{ userId: ann.userId, inputs: { business_value: 13 }, note: "Peak season secret" }],
      },
    })
  })

  it("is opened and revealed once, with a reason, by those who configure scoring", async () => {
    const { admin, ann, ben } = await beginBlind()
    const scorerIds = [ann.userId, ben.userId]
    const twice = startBlindRound(admin, { frameworkKey, scorerIds, reason: "Again" })
    await expect(twice).rejects.toMatchObject({ code: "RULE_BROKEN" })
    const alone = startBlindRound(admin, { frameworkKey: "rice", scorerIds: [ann.userId], reason: "Why" })
    await expect(alone).rejects.toMatchObject({ code: "INVALID" })
    const silent = startBlindRound(admin, { frameworkKey: "rice", scorerIds, reason: " " })
    await expect(silent).rejects.toMatchObject({ code: "INVALID" })
    for (const refused of [
      () => startBlindRound(ben, { frameworkKey: "rice", scorerIds, reason: "Why" }),
      () => revealScores(ann, { frameworkKey, reason: "Curious" }),
    ])
      await expect(refused()).rejects.toMatchObject({ code: "FORBIDDEN" })
    await revealScores(admin, { frameworkKey, reason: "Done" })
    await expect(revealScores(admin, { frameworkKey, reason: "Done" })).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
  })
})

describe("a cancelled round", () => {
  const cancel = (ctx: Ctx) => cancelBlindRound(ctx, { frameworkKey, reason: "The wrong list was scored" })

  it("shows nobody what was given in it, and puts back what stood before", async () => {
    const { workspace, admin, ann, ben, items, frameworkId } = await beginBlind()
    await cancel(admin)
    await giveWsjf(ben, frameworkId, items[2]!.id, [3, 2, 2, 13])
    await startBlindRound(admin, { frameworkKey, scorerIds: [ann.userId, ben.userId], reason: "Again" })
    await giveWsjf(ben, frameworkId, items[2]!.id, [20, 20, 20, 1], { version: 1, note: "Never shown" })
    expect(await cancel(admin)).toEqual({ scores: 1, people: 1 })
    for (const reader of [admin, ann, await workspace.member("auditor")]) {
      const ranking = await rankItems(reader, { frameworkKey })
      expect(ranking).toMatchObject({ blind: null, total: 1 })
      expect(ranking.ranked.map(({ item, scorers }) => [item.key, scorers])).toEqual([["FUL-3", 1]])
      expect(ranking.ranked[0]!.score).toBeCloseTo(7 / 13)
      const why = await explainScore(reader, { itemId: items[2]!.id, frameworkKey })
      expect(why).toMatchObject({ scorers: [{ inputs: { business_value: 3 }, note: "" }], revealed: null })
      expect((await explainScore(reader, { itemId: items[0]!.id, frameworkKey })).scorers).toEqual([])
    }
    const trail = (await auditOf(world, workspace.id)).map(({ text }) => text).join("\n")
    expect(trail).toContain("Cancelled the blind round of WSJF without revealing it")
    expect(trail).toContain("The wrong list was scored")
    expect(trail).not.toMatch(/Never shown|Peak season secret/)
    expect(await rebuildStandings(admin, {})).toMatchObject({ differed: 0 })
  })

  it("keeps its values for their scorer, who gives them again or discards them", async () => {
    const { admin, ann, ben, items, frameworkId } = await beginBlind()
    await giveWsjf(ben, frameworkId, items[0]!.id, [3, 2, 2, 13])
    await cancel(admin)
    expect((await listScores(admin, { frameworkKey })).setAside).toBeNull()
    expect((await rankItems(ann, { frameworkKey })).setAside).toMatchObject({
      items: 2,
      reason: "The wrong list was scored",
    })
    await giveWsjf(ann, frameworkId, items[1]!.id, [2, 2, 2, 8])
    expect(await restoreScores(ann, { frameworkKey })).toEqual({ items: 1, newer: 1 })
    const { items: mine, setAside } = await listScores(ann, { frameworkKey })
    expect(setAside).toBeNull()
    expect(mine.map((item) => item.mine?.inputs.business_value ?? null)).toEqual([13, 2, null])
    expect(mine[0]!.mine!.note).toBe("Peak season secret")
    expect(await discardScores(ben, { frameworkKey })).toEqual({ items: 1 })
    for (const again of [restoreScores, discardScores])
      await expect(again(ben, { frameworkKey })).rejects.toMatchObject({ code: "RULE_BROKEN" })
  })

  it("is cancelled once, with a reason, by those who configure scoring", async () => {
    const { admin, ann } = await beginBlind()
    await expect(cancel(ann)).rejects.toMatchObject({ code: "FORBIDDEN" })
    const silent = cancelBlindRound(admin, { frameworkKey, reason: " " })
    await expect(silent).rejects.toMatchObject({ code: "INVALID" })
    await cancel(admin)
    await expect(cancel(admin)).rejects.toMatchObject({ code: "RULE_BROKEN" })
  })
})
