import { describe, expect, it } from "vitest"
import { adoptOrder } from "@/server/scoring/adopt-order"
import { explainScore } from "@/server/scoring/explain-score"
import { listScores } from "@/server/scoring/list-scores"
import { measureAgreement } from "@/server/scoring/measure-agreement"
import { measureRobustness } from "@/server/scoring/measure-robustness"
import { rankItems } from "@/server/scoring/rank-items"
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
      startBlindRound(ben, { frameworkKey: "rice", scorerIds, reason: "Why" }),
      revealScores(ann, { frameworkKey, reason: "Curious" }),
    ])
      await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" })
    await revealScores(admin, { frameworkKey, reason: "Done" })
    await expect(revealScores(admin, { frameworkKey, reason: "Done" })).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
  })
})
