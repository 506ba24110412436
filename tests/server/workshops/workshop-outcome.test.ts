import { describe, expect, it } from "vitest"
import { listItems } from "@/server/backlog/list-items"
import { undoReorder } from "@/server/backlog/undo-reorder"
import { listWaiting } from "@/server/home/list-waiting"
import { RICE } from "@/server/scoring/domain/built-in-frameworks"
import { listScores } from "@/server/scoring/list-scores"
import { publishFramework } from "@/server/scoring/publish-framework"
import { rankItems } from "@/server/scoring/rank-items"
import { adoptWorkshopOrder } from "@/server/workshops/adopt-workshop-order"
import { advanceWorkshop } from "@/server/workshops/advance-workshop"
import { closeWorkshop } from "@/server/workshops/close-workshop"
import { finishScoring } from "@/server/workshops/finish-scoring"
import { getWorkshop } from "@/server/workshops/get-workshop"
import { joinWorkshop } from "@/server/workshops/join-workshop"
import { listPeople } from "@/server/workshops/list-people"
import { listWorkshops } from "@/server/workshops/list-workshops"
import { openWorkshop } from "@/server/workshops/open-workshop"
import { recordDissent } from "@/server/workshops/record-dissent"
import { saveEntries } from "@/server/workshops/save-entries"
import { auditOf } from "@/tests/server/products/products-world"
import { giveWsjf } from "@/tests/server/scoring/scoring-world"
import { openWorld } from "@/tests/support/world"
import { at, type BegunWorkshop, beginWorkshop } from "./workshop-world"

const world = openWorld()
const DECISION = "Fallback promise first: the peak decides. Return labels wait for the new carrier."

/** Two rounds: Hugo comes round on the first item in the second. */
async function playToDecision({ id, hugo, items, go, give, scoreAll }: BegunWorkshop): Promise<void> {
  await go("scoring")
  await scoreAll()
  await go("discussing")
  await go("scoring", [items[0]!.id])
  await give(hugo, 0, [8, 8, 5, 3], { round: 2 })
  await go("discussing")
  await recordDissent(hugo, { id, text: "No benefit is cashable before the stores are staffed." })
  await go("deciding")
}

const close = ({ lead, id }: BegunWorkshop, decision = DECISION) =>
  closeWorkshop(lead, { id, from: at("deciding", 2), decision })

describe("the decision", () => {
  it("needs words, keeps order, reasons, both rounds, agreement and dissent, and is recorded", async () => {
    const game = await beginWorkshop(world)
    const { workspace, id, lead, hugo } = game
    await playToDecision(game)
    await expect(close(game, "  ")).rejects.toMatchObject({ code: "INVALID" })
    await close(game)
    const record = await getWorkshop(hugo, { id })
    expect(record).toMatchObject({ phase: "closed", decision: DECISION, outcome: { written: 9, kept: [] } })
    expect(record.items.map(({ key, finalRank }) => [key, finalRank])).toEqual([
      ["FUL-1", 1],
      ["FUL-2", 2],
      ["FUL-3", 3],
    ])
    expect(record.items[0]!.sentence).toContain("WSJF is 8.7")
    expect(record.rounds.map(({ entries }) => entries.length)).toEqual([9, 1])
    const { before, after } = record.outcome!.agreement
    expect(before).toMatchObject({ scorers: 3, items: 3 })
    expect(after.icc!).toBeGreaterThan(before.icc!)
    const { people } = await listPeople(lead, { id })
    expect(people.find(({ userId }) => userId === hugo.userId)?.dissent).toContain("No benefit is cashable")
    const trail = await auditOf(world, workspace.id)
    expect(trail.map(({ summary }) => summary)).toContain(
      "Decided the order of 3 items in the workshop “Order for the fourth quarter”: FUL-1, FUL-2, FUL-3 first",
    )
    await expect(recordDissent(hugo, { id, text: "Late" })).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await expect(joinWorkshop(hugo, { id })).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await expect(close(game)).rejects.toMatchObject({ code: "RULE_BROKEN" })
    expect(await listWorkshops(hugo, {})).toMatchObject([
      { id, phase: "closed", items: 3, people: 3, mine: "joined" },
    ])
  })

  it("writes each scorer's final values as their own scores, in their name", async () => {
    const game = await beginWorkshop(world)
    const { workspace, lead, hugo, priya } = game
    await playToDecision(game)
    await close(game)
    const ranking = await rankItems(lead, { frameworkKey: "wsjf" })
    expect(ranking.ranked.map(({ item, scorers }) => [item.key, scorers])).toEqual([
      ["FUL-1", 3],
      ["FUL-2", 3],
      ["FUL-3", 3],
    ])
    const givenBy = async (person: typeof hugo) =>
      (await listScores(person, { frameworkKey: "wsjf" })).items[0]!.mine?.inputs.business_value
    expect(await givenBy(hugo)).toBe(8)
    expect(await givenBy(priya)).toBe(13)
    const scored = (await auditOf(world, workspace.id))
      .map(({ text }) => JSON.parse(text))
      .filter(({ action }) => action === "scoring.saveScores")
    expect(scored.map(({ actor }) => actor.name).sort()).toEqual(
      [lead, hugo, priya]
        .map((who) => `Workshop “Order for the fourth quarter”, for ${who.caller.user?.name}`)
        .sort(),
    )
  })

  it("leaves a score alone that its owner changed outside the workshop since, and says so", async () => {
    const game = await beginWorkshop(world)
    const { id, hugo, items, frameworkId } = game
    await giveWsjf(hugo, frameworkId, items[1]!.id, [2, 2, 2, 2])
    await playToDecision(game)
    await giveWsjf(hugo, frameworkId, items[1]!.id, [20, 20, 20, 1], { version: 1 })
    const closed = await close(game)
    expect(closed).toMatchObject({ written: 8, kept: [{ name: hugo.caller.user?.name, keys: ["FUL-2"] }] })
    const grid = await listScores(hugo, { frameworkKey: "wsjf" })
    expect(grid.items[1]!.mine).toMatchObject({ inputs: { job_size: 1 }, version: 2 })
    expect((await getWorkshop(hugo, { id })).outcome?.kept).toHaveLength(1)
  })

  it("stands when the framework's next version came meanwhile: then the scores stay in the record", async () => {
    const game = await beginWorkshop(world)
    const { admin, lead, items } = game
    const own = { ...RICE, key: "reach", name: "Our reach" }
    await publishFramework(admin, { definition: own, basedOn: 0 })
    const itemIds = items.map((item) => item.id)
    const { id } = await openWorkshop(lead, { title: "Reach", frameworkKey: "reach", itemIds })
    const next = { ...own, description: "Changed" }
    await publishFramework(admin, { definition: next, basedOn: 1 })
    expect((await getWorkshop(lead, { id })).framework).toMatchObject({ version: 1, latest: 2 })
    await advanceWorkshop(lead, { id, to: "scoring", from: at("lobby", 0) })
    const inputs = { reach: 100, impact: 2, confidence: 1, effort: 2 }
    await saveEntries(lead, { id, round: 1, entries: [{ itemId: itemIds[0]!, inputs }] })
    await advanceWorkshop(lead, { id, to: "discussing", from: at("scoring", 1) })
    await advanceWorkshop(lead, { id, to: "deciding", from: at("discussing", 1) })
    const closed = await closeWorkshop(lead, { id, from: at("deciding", 1), decision: "As scored" })
    expect(closed).toMatchObject({ written: 0, newerVersion: 2 })
    const { items: decided } = await getWorkshop(lead, { id })
    expect(decided.map(({ finalRank }) => finalRank)).toEqual([1, null, null])
    expect(decided[1]!.sentence).toBe("Nobody has scored it yet")
  })
})

describe("the decided order", () => {
  it("is adopted for the backlog and taken back", async () => {
    const game = await beginWorkshop(world)
    const { id, lead, hugo, items, go, give } = game
    await go("scoring")
    for (const [item, value] of [1, 8, 20].entries()) await give(hugo, item, [value, 1, 1, 1])
    await go("discussing")
    await go("deciding")
    await expect(adoptWorkshopOrder(lead, { id })).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await closeWorkshop(lead, { id, from: at("deciding", 1), decision: "As scored" })
    const order = async () => (await listItems(lead, {})).items.map((item) => item.id)
    const before = await order()
    const adopted = await adoptWorkshopOrder(lead, { id })
    expect(adopted).toMatchObject({ changed: 2, items: 3 })
    expect(await order()).toEqual([items[2]!.id, items[1]!.id, items[0]!.id])
    expect((await getWorkshop(hugo, { id })).adopted).toMatchObject({
      by: lead.caller.user?.name,
      undoneAt: null,
    })
    await expect(adoptWorkshopOrder(hugo, { id })).rejects.toMatchObject({ code: "FORBIDDEN" })
    await undoReorder(lead, { changeId: adopted.changeId! })
    expect(await order()).toEqual(before)
    expect((await getWorkshop(hugo, { id })).adopted?.undoneAt).not.toBeNull()
  })
})

describe("Home", () => {
  it("names an open workshop that one is invited to, until its scoring is finished", async () => {
    const { workspace, id, lead, hugo, go } = await beginWorkshop(world)
    const guest = await workspace.member("data_engineer")
    const { id: second } = await openWorkshop(lead, {
      title: "Second",
      frameworkKey: "wsjf",
      filter: {},
      invite: [guest.userId],
    })
    const waiting = async (who: typeof hugo) =>
      (await listWaiting(who, {})).things.filter(({ id: thing }) => thing.startsWith("workshop-"))
    expect(await waiting(guest)).toMatchObject([
      { title: "Join the workshop “Second”", action: { href: expect.stringContaining(second) } },
    ])
    expect(await waiting(hugo)).toEqual([])
    await go("scoring")
    expect(await waiting(hugo)).toMatchObject([{ action: { label: "Go on scoring" } }])
    await finishScoring(hugo, { id, round: 1 })
    expect(await waiting(hugo)).toEqual([])
  })
})
