import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { items as itemRows } from "@/db/schema/backlog"
import { moveItem } from "@/server/backlog/move-item"
import { inTransaction, own } from "@/server/kernel/database"
import { markLeft, markPresent } from "@/server/kernel/live/presence"
import { advanceWorkshop } from "@/server/workshops/advance-workshop"
import { closeWorkshop } from "@/server/workshops/close-workshop"
import { endWorkshop } from "@/server/workshops/end-workshop"
import { focusItem } from "@/server/workshops/focus-item"
import { getWorkshop } from "@/server/workshops/get-workshop"
import { joinWorkshop } from "@/server/workshops/join-workshop"
import { listPeople } from "@/server/workshops/list-people"
import { openWorkshop } from "@/server/workshops/open-workshop"
import { setTimer } from "@/server/workshops/set-timer"
import { takeOverWorkshop } from "@/server/workshops/take-over-workshop"
import type { Wsjf } from "@/tests/server/scoring/scoring-world"
import { NOW, openWorld } from "@/tests/support/world"
import { at, beginWorkshop, later } from "./workshop-world"

const world = openWorld()

describe("opening a workshop", () => {
  it("takes items as they are named, or a filter in the backlog's order, and says who is invited", async () => {
    const { workspace, lead, hugo, add } = await beginWorkshop(world)
    await add("Labelled", { labels: ["q4"] })
    await add("Labelled too", { labels: ["q4"] })
    const { id, items } = await openWorkshop(lead, {
      title: " Two ",
      frameworkKey: "rice",
      filter: { labels: ["q4"] },
      invite: [hugo.userId, lead.userId],
    })
    expect(items).toBe(2)
    const seen = await getWorkshop(hugo, { id })
    expect(seen).toMatchObject({ title: "Two", phase: "lobby", revision: 1, mine: { joinedAt: null } })
    expect(seen.items.map(({ title }) => title)).toEqual(["Labelled", "Labelled too"])
    expect((await listPeople(hugo, { id })).people.map(({ userId, joined }) => [userId, joined])).toEqual(
      expect.arrayContaining([
        [lead.userId, true],
        [hugo.userId, false],
      ]),
    )
    const named = seen.items.map(({ itemId }) => itemId).reverse()
    const other = await openWorkshop(lead, { title: "Named", frameworkKey: "rice", itemIds: named })
    const { items: kept } = await getWorkshop(hugo, { id: other.id })
    expect(kept.map(({ itemId, place }) => [itemId, place])).toEqual(
      named.map((item, index) => [item, index + 1]),
    )
    const stakeholder = await workspace.member("stakeholder")
    const refused = openWorkshop(stakeholder, { title: "No", frameworkKey: "rice", filter: {} })
    await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" })
  })

  it("refuses one item, more than a hundred, an unknown framework and strangers as guests", async () => {
    const { lead, items, add } = await beginWorkshop(world)
    const ask = { title: "Order", frameworkKey: "wsjf", itemIds: items.map(({ id }) => id) }
    await expect(openWorkshop(lead, { ...ask, itemIds: [items[0]!.id] })).rejects.toMatchObject({
      code: "INVALID",
    })
    await expect(openWorkshop(lead, { ...ask, title: "  " })).rejects.toMatchObject({ code: "INVALID" })
    await expect(openWorkshop(lead, { ...ask, frameworkKey: "none" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
    await expect(openWorkshop(lead, { ...ask, invite: [crypto.randomUUID()] })).rejects.toMatchObject({
      details: { issues: [{ path: "invite" }] },
    })
    for (let n = 0; n < 98; n++) await add(`More ${n}`)
    await expect(
      openWorkshop(lead, { title: "All", frameworkKey: "wsjf", filter: {} }),
    ).rejects.toMatchObject({
      message: expect.stringContaining("at most 100 items"),
    })
  })

  it("by somebody who may facilitate in one product only: its items alone, and others do not see it", async () => {
    const { workspace, admin, product, domainId, items, add } = await beginWorkshop(world)
    const scope = { scopeType: "product", scopeId: product.id } as const
    const local = await workspace.member("delivery_lead", scope)
    const elsewhere = await add("Elsewhere", { productId: null })
    const ask = { title: "Mine", frameworkKey: "wsjf" }
    const both = openWorkshop(local, { ...ask, itemIds: [items[0]!.id, elsewhere.id] })
    await expect(both).rejects.toMatchObject({ code: "NOT_FOUND" })
    const wide = await openWorkshop(admin, { ...ask, itemIds: [items[0]!.id, items[1]!.id, elsewhere.id] })
    const seen = await getWorkshop(local, { id: wide.id })
    expect(seen).toMatchObject({ hidden: 1, mayFacilitate: false })
    expect(seen.items).toHaveLength(2)
    const outside = await workspace.member("delivery_lead", { scopeType: "product", scopeId: domainId })
    await expect(getWorkshop(outside, { id: wide.id })).rejects.toMatchObject({ code: "NOT_FOUND" })
  })
})

describe("the phases", () => {
  it("are facts with who and when, and only the facilitator takes them", async () => {
    const { id, lead, hugo, admin, items, go, scoreAll } = await beginWorkshop(world)
    const early = go("deciding")
    await expect(early).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await go("scoring")
    await scoreAll()
    await go("discussing")
    await expect(go("scoring")).rejects.toMatchObject({ message: "Choose the items to score again" })
    await go("scoring", [items[0]!.id])
    await go("discussing")
    await go("deciding")
    await go("discussing")
    const { facts, round } = await getWorkshop(hugo, { id })
    expect(facts.map(({ kind, round: of }) => `${kind} ${of}`)).toEqual([
      "opened 0",
      "scoring 1",
      "revealed 1",
      "scoring 2",
      "revealed 2",
      "deciding 2",
      "resumed 2",
    ])
    expect(facts[1]).toMatchObject({ at: NOW, by: lead.caller.user?.name })
    expect(round).toBe(2)
    const other = advanceWorkshop(admin, { id, to: "deciding", from: at("discussing", 2) })
    await expect(other).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: expect.stringContaining("facilitates"),
    })
    await expect(
      advanceWorkshop(hugo, { id, to: "deciding", from: at("discussing", 2) }),
    ).rejects.toMatchObject({
      code: "FORBIDDEN",
    })
  })

  it("score again up to five rounds, each with its items, its values and its agreement", async () => {
    const { id, lead, hugo, items, go, give, scoreAll } = await beginWorkshop(world)
    await go("scoring")
    await scoreAll()
    for (const round of [2, 3, 4, 5]) {
      await go("discussing")
      await go("scoring", [items[round % 2]!.id])
      const other = give(hugo, (round + 1) % 2, [1, 1, 1, 1], { round })
      await expect(other).rejects.toMatchObject({ message: expect.stringContaining("not chosen") })
      await give(hugo, round % 2, [round, round, 5, 3].map((x) => (x === 4 ? 5 : x)) as Wsjf, { round })
    }
    await go("discussing")
    await expect(go("scoring", [items[0]!.id])).rejects.toMatchObject({
      message: expect.stringContaining("All 5 rounds are over"),
    })
    await go("deciding")
    await closeWorkshop(lead, { id, from: at("deciding", 5), decision: "Enough" })
    const { rounds, outcome, facts, items: seen } = await getWorkshop(hugo, { id })
    expect(rounds.map(({ entries }) => entries.length)).toEqual([9, 1, 1, 1, 1])
    expect(outcome!.agreement.rounds).toHaveLength(5)
    expect(outcome!.agreement.rounds!.at(-1)).toEqual(outcome!.agreement.after)
    expect(facts.filter(({ kind }) => kind === "revealed").map(({ round }) => round)).toEqual([1, 2, 3, 4, 5])
    expect(seen.map(({ lastRound }) => lastRound)).toEqual([4, 5, 1])
  })

  it("revealed twice at once: one wins, the other sees that it happened", async () => {
    const { id, lead, go } = await beginWorkshop(world)
    await go("scoring")
    const press = () => advanceWorkshop(lead, { id, to: "discussing", from: at("scoring", 1) })
    const results = await Promise.allSettled([press(), press()])
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: {
        code: "CONFLICT",
        message: `${lead.caller.user?.name} went on to “Discussion” a moment ago`,
        details: { current: { phase: "discussing", round: 1, revision: 3 } },
      },
    })
    expect((await getWorkshop(lead, { id })).facts.filter(({ kind }) => kind === "revealed")).toHaveLength(1)
  })

  it("the discussed item and the timer are the same for everybody, and end with the phase", async () => {
    const { id, lead, hugo, items, go } = await beginWorkshop(world)
    await go("scoring")
    await go("discussing")
    await focusItem(lead, { id, itemId: items[1]!.id })
    await setTimer(lead, { id, add: 180 })
    await setTimer(later(lead, 60), { id, add: 60 })
    const seen = await getWorkshop(later(hugo, 60), { id })
    expect(seen).toMatchObject({
      focusItemId: items[1]!.id,
      timerEndsAt: "2026-10-13T07:44:00.000Z",
      now: "2026-10-13T07:41:00.000Z",
    })
    await setTimer(later(lead, 600), { id, add: 60 })
    expect((await getWorkshop(lead, { id })).timerEndsAt).toBe("2026-10-13T07:51:00.000Z")
    await setTimer(lead, { id, add: 0 })
    expect((await getWorkshop(lead, { id })).timerEndsAt).toBeNull()
    await setTimer(lead, { id, add: 60 })
    await go("deciding")
    expect(await getWorkshop(lead, { id })).toMatchObject({ timerEndsAt: null, focusItemId: null })
  })

  it("end without a decision, with a reason; nobody joins or goes on afterwards, and nothing silent is shown", async () => {
    const { workspace, id, lead, hugo, go, give } = await beginWorkshop(world)
    await go("scoring")
    await give(hugo, 0, [8, 8, 5, 3])
    await expect(endWorkshop(lead, { id, reason: " " })).rejects.toMatchObject({ code: "INVALID" })
    await endWorkshop(lead, { id, reason: "Too few people came" })
    const seen = await getWorkshop(lead, { id })
    expect(seen).toMatchObject({ phase: "ended", rounds: [], closedAt: NOW })
    expect(seen.facts.at(-1)).toMatchObject({ kind: "ended", note: "Too few people came" })
    const late = await workspace.member("data_engineer")
    await expect(joinWorkshop(late, { id })).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await expect(go("discussing")).rejects.toMatchObject({ code: "RULE_BROKEN" })
  })
})

describe("a facilitator who disappears", () => {
  it("is followed by somebody who may facilitate, after the stated absence; nothing is lost", async () => {
    const { workspace, id, lead, hugo, go, give } = await beginWorkshop(world)
    const tomasz = await workspace.member("delivery_lead")
    const place = { workspaceId: workspace.id, topic: `workshop:${id}` }
    await go("scoring")
    await give(hugo, 0, [8, 8, 5, 3])
    await markPresent(world.open, place, lead.userId, NOW)
    await expect(takeOverWorkshop(tomasz, { id })).rejects.toMatchObject({
      message: expect.stringContaining("is here"),
    })
    // Their node says so, or falls silent: after 45 seconds nobody counts as here.
    expect((await listPeople(later(tomasz, 60), { id })).absence).toBe(60)
    await markLeft(world.open, place, lead.userId, NOW)
    await expect(takeOverWorkshop(later(tomasz, 119), { id })).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await expect(takeOverWorkshop(later(hugo, 300), { id })).rejects.toMatchObject({ code: "FORBIDDEN" })
    await takeOverWorkshop(later(tomasz, 120), { id })
    const seen = await getWorkshop(tomasz, { id })
    expect(seen).toMatchObject({ phase: "scoring", facilitator: { id: tomasz.userId } })
    expect(seen.facts.at(-1)).toMatchObject({ kind: "taken_over", note: lead.caller.user?.name })
    await expect(go("discussing")).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await advanceWorkshop(tomasz, { id, to: "discussing", from: at("scoring", 1) })
    expect((await getWorkshop(lead, { id })).rounds[0]!.entries).toHaveLength(1)
  })
})

describe("items that change meanwhile", () => {
  it("are shown as archived, gone or moved, and are not scored any more", async () => {
    const { workspace, admin, id, hugo, items, go, give } = await beginWorkshop(world)
    await go("scoring")
    await inTransaction(world.open, workspace.id, "write", async (db) => {
      const ours = (item: number) =>
        own({ workspaceId: workspace.id }, itemRows, eq(itemRows.id, items[item]!.id))
      await db.update(itemRows).set({ archivedAt: NOW }).where(ours(0))
      await db.delete(itemRows).where(ours(1))
    })
    await moveItem(admin, { id: items[2]!.id, status: "done" })
    const seen = await getWorkshop(hugo, { id })
    expect(seen.items.map(({ fate, title, status }) => [fate, title, status])).toEqual([
      ["archived", "Fallback promise", "idea"],
      ["gone", "Holiday calendar", null],
      ["here", "Return labels", "done"],
    ])
    await expect(give(hugo, 0, [8, 8, 5, 3])).rejects.toMatchObject({
      message: expect.stringContaining("was archived"),
    })
    await expect(give(hugo, 1, [8, 8, 5, 3])).rejects.toMatchObject({
      message: expect.stringContaining("was deleted"),
    })
    await give(hugo, 2, [8, 8, 5, 3])
  })
})
