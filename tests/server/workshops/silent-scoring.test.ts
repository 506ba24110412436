import { describe, expect, it } from "vitest"
import { listScores } from "@/server/scoring/list-scores"
import { rankItems } from "@/server/scoring/rank-items"
import { finishScoring } from "@/server/workshops/finish-scoring"
import { getWorkshop } from "@/server/workshops/get-workshop"
import { joinWorkshop } from "@/server/workshops/join-workshop"
import { listPeople } from "@/server/workshops/list-people"
import { saveEntries } from "@/server/workshops/save-entries"
import { auditOf } from "@/tests/server/products/products-world"
import { openWorld } from "@/tests/support/world"
import { beginWorkshop } from "./workshop-world"

const world = openWorld()

describe("silent scoring", () => {
  it("shows everybody their own values and how far the others are, never what they gave", async () => {
    const { workspace, id, lead, hugo, priya, go, give } = await beginWorkshop(world)
    await go("scoring")
    await give(hugo, 0, [13, 8, 5, 20])
    await give(hugo, 1, [null, 8, null, null])
    await finishScoring(hugo, { id, round: 1 })
    const mine = await getWorkshop(hugo, { id })
    expect(mine.mine.entries).toHaveLength(2)
    for (const person of [lead, priya]) {
      const seen = await getWorkshop(person, { id })
      expect(seen.rounds).toEqual([])
      expect(seen.mine.entries).toEqual([])
      expect(JSON.stringify(seen)).not.toContain('"job_size":20')
      const { people } = await listPeople(person, { id })
      expect(people.find(({ userId }) => userId === hugo.userId)).toMatchObject({ done: 1, finished: true })
      expect(people.find(({ userId }) => userId === priya.userId)).toMatchObject({ done: 0, finished: false })
      expect(JSON.stringify(people)).not.toContain("inputs")
    }
    const grid = await listScores(priya, { frameworkKey: "wsjf" })
    expect(grid.items.every(({ mine: own, otherCount }) => own === null && otherCount === 0)).toBe(true)
    expect(await rankItems(priya, { frameworkKey: "wsjf" })).toMatchObject({ total: 0, scorers: 0 })
    const trail = (await auditOf(world, workspace.id))
      .map(({ text }) => text)
      .filter((text) => text.includes('"workshops.'))
      .join()
    expect(trail).toContain("Scored 1 item silently in round 1")
    expect(trail).not.toContain("job_size")
  })

  it("keeps an entry's other values, clears one with null, and refuses an old version", async () => {
    const { id, hugo, items, go, give } = await beginWorkshop(world)
    await go("scoring")
    await give(hugo, 0, [13, 8, 5, 20])
    const [first] = items
    const one = { itemId: first!.id, inputs: { job_size: null, risk_reduction: 8 }, note: "Peak", version: 1 }
    await saveEntries(hugo, { id, round: 1, entries: [one] })
    const { mine } = await getWorkshop(hugo, { id })
    expect(mine.entries).toMatchObject([
      { inputs: { business_value: 13, time_criticality: 8, risk_reduction: 8 }, note: "Peak", version: 2 },
    ])
    await expect(saveEntries(hugo, { id, round: 1, entries: [one] })).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: [{ itemId: first!.id, version: 2 }] },
    })
  })

  it("refuses values off the scale at the field, items of elsewhere, and people who did not join", async () => {
    const { workspace, id, hugo, items, go, give, add } = await beginWorkshop(world)
    await go("scoring")
    await expect(give(hugo, 0, [4, 8, 5, 3])).rejects.toMatchObject({
      code: "INVALID",
      details: { issues: [{ path: "entries.0.inputs.business_value" }] },
    })
    const other = await add("Not chosen")
    const entries = [{ itemId: other.id, inputs: { job_size: 3 } }]
    await expect(saveEntries(hugo, { id, round: 1, entries })).rejects.toMatchObject({ code: "NOT_FOUND" })
    const late = await workspace.member("stakeholder")
    const mine = [{ itemId: items[0]!.id, inputs: { job_size: 3 } }]
    const early = saveEntries(late, { id, round: 1, entries: mine })
    await expect(early).rejects.toMatchObject({ code: "RULE_BROKEN", message: "Join the workshop first" })
    await joinWorkshop(late, { id })
    await saveEntries(late, { id, round: 1, entries: mine })
    const auditor = await workspace.member("auditor")
    await expect(joinWorkshop(auditor, { id })).rejects.toMatchObject({ code: "FORBIDDEN" })
    expect((await getWorkshop(auditor, { id })).rounds).toEqual([])
  })

  it("ends with the reveal: a score before it counts, one after it is refused", async () => {
    const { id, lead, hugo, go, give } = await beginWorkshop(world)
    await expect(give(hugo, 0, [8, 8, 5, 3])).rejects.toMatchObject({
      message: "The scoring has not begun yet",
    })
    await go("scoring")
    await give(hugo, 0, [8, 8, 5, 3])
    await go("discussing")
    for (const late of [give(hugo, 1, [8, 8, 5, 3]), finishScoring(hugo, { id, round: 1 })]) {
      await expect(late).rejects.toMatchObject({
        code: "RULE_BROKEN",
        message: "The scores of round 1 are revealed and no longer change",
      })
    }
    const seen = await getWorkshop(lead, { id })
    expect(seen.rounds).toMatchObject([{ round: 1, entries: [{ userId: hugo.userId }] }])
  })

  it("a reveal and saves at the same moment: what was saved is revealed, all else is refused", async () => {
    const { id, lead, hugo, priya, go, give } = await beginWorkshop(world)
    await go("scoring")
    const saves = [hugo, priya].flatMap((person) => [0, 1, 2].map((item) => give(person, item, [8, 8, 5, 3])))
    const results = await Promise.allSettled([...saves, go("discussing")])
    const saved = results.slice(0, -1).filter(({ status }) => status === "fulfilled").length
    const { rounds } = await getWorkshop(lead, { id })
    expect(rounds[0]!.entries).toHaveLength(saved)
  })
})
