import { and, eq, sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { scoreStandings, standingStamps } from "@/db/schema/standings"
import { updateItem } from "@/server/backlog/update-item"
import type { Ctx } from "@/server/kernel/context"
import { inTransaction, own } from "@/server/kernel/database"
import { rankItems } from "@/server/scoring/rank-items"
import { rebuildStandings } from "@/server/scoring/rebuild-standings"
import { saveScores } from "@/server/scoring/save-scores"
import { openWorld } from "@/tests/support/world"
import { beginScoring, giveWsjf } from "./scoring-world"

const world = openWorld()

/** Three people, items with and without ties, missing values and splits. */
async function beginMany() {
  const start = await beginScoring(world)
  const people = [
    start.admin,
    await start.workspace.member("data_engineer"),
    await start.workspace.member("stakeholder"),
  ] as const
  const items: string[] = []
  for (let n = 0; n < 12; n++) items.push((await start.add(`Item ${n}`)).id)
  const scale = [1, 2, 3, 5, 8, 13, 20]
  for (const [p, person] of people.entries()) {
    const scores = items.slice(0, 10).flatMap((itemId, n) =>
      (n + p) % 4 === 3
        ? []
        : [
            {
              itemId,
              inputs: {
                business_value: scale[(n * 3 + p) % 7]!,
                time_criticality: scale[n % 3]!,
                risk_reduction: 3,
                job_size: n === 5 ? null : scale[(n % 2) + 1]!,
              },
            },
          ],
    )
    await saveScores(person, { frameworkId: start.frameworkId, scores })
  }
  const dropStamps = () =>
    inTransaction(world.open, start.workspace.id, "write", (db) =>
      db.delete(standingStamps).where(own({ workspaceId: start.workspace.id }, standingStamps)),
    )
  return { ...start, people, items, dropStamps }
}

/** A ranking read with and without standings. */
async function bothWays(ctx: Ctx, input: Parameters<typeof rankItems>[1], drop: () => Promise<unknown>) {
  const fast = await rankItems(ctx, input)
  await drop()
  const slow = await rankItems(ctx, input)
  await rebuildStandings(ctx, { stale: true })
  return { fast, slow }
}

describe("standings", () => {
  it("give the very ranking that the scores give, in every filter and page", async () => {
    const { admin, items, product, dropStamps } = await beginMany()
    await updateItem(admin, { id: items[2]!, version: 1, changes: { status: "ready" } })
    for (const input of [
      {},
      { page: { offset: 2, limit: 3 }, unscored: { offset: 0, limit: 2 } },
      { page: { offset: 7, limit: 50 }, unscored: { offset: 1, limit: 50 } },
      { filter: { statuses: ["ready" as const] } },
      { filter: { search: "Item", productIds: [product.id] } },
      { page: { limit: 0 }, unscored: { limit: 0 } },
    ]) {
      const { fast, slow } = await bothWays(admin, { frameworkKey: "wsjf", ...input }, dropStamps)
      expect(fast).toEqual(slow)
    }
    const { ranked } = await rankItems(admin, { frameworkKey: "wsjf" })
    expect(ranked.some(({ tie }) => tie?.startsWith("Same score as"))).toBe(true)
  })

  it("are narrowed by grants, and follow every change of a score", async () => {
    const { workspace, admin, add, product, frameworkId, items } = await beginMany()
    const outside = await add("No product", { productId: null })
    await giveWsjf(admin, frameworkId, outside.id, [20, 20, 20, 1])
    const limited = await workspace.member("stakeholder", { scopeType: "product", scopeId: product.id })
    const all = await rankItems(admin, { frameworkKey: "wsjf" })
    expect(all.ranked[0]).toMatchObject({ item: { id: outside.id }, score: 60, scorers: 1 })
    const mine = await rankItems(limited, { frameworkKey: "wsjf" })
    expect(mine.ranked.map(({ item }) => item.id)).not.toContain(outside.id)
    const clear = { business_value: null, time_criticality: null, risk_reduction: null, job_size: null }
    await saveScores(admin, { frameworkId, scores: [{ itemId: outside.id, inputs: clear, version: 1 }] })
    expect((await rankItems(admin, { frameworkKey: "wsjf" })).total).toBe(all.total - 1)
    expect(await rebuildStandings(admin, {})).toMatchObject({ differed: 0 })
    expect(items).toHaveLength(12)
  })

  it("are right after people score the same items at the same moment", async () => {
    const { admin, people, frameworkId, add } = await beginMany()
    const fresh = await Promise.all(["A", "B", "C"].map((title) => add(title)))
    await Promise.all(
      people.map((person, index) =>
        saveScores(person, {
          frameworkId,
          scores: (index % 2 ? fresh : [...fresh].reverse()).map(({ id }) => ({
            itemId: id,
            inputs: {
              business_value: [1, 8, 20][index]!,
              time_criticality: 5,
              risk_reduction: 5,
              job_size: 2,
            },
          })),
        }),
      ),
    )
    expect((await rebuildStandings(admin, {})).differed).toBe(0)
    const { ranked } = await rankItems(admin, { frameworkKey: "wsjf", filter: { search: "A" } })
    expect(ranked.find(({ item }) => item.id === fresh[0]!.id)).toMatchObject({ score: 9, scorers: 3 })
  })

  it("that were tampered with are found and put right; those of older rules are not used", async () => {
    const { workspace, admin, frameworkId } = await beginMany()
    const before = await rankItems(admin, { frameworkKey: "wsjf" })
    const ctx = { workspaceId: workspace.id }
    const top = before.ranked[0]!.item.id
    await inTransaction(world.open, workspace.id, "write", (db) =>
      db
        .update(scoreStandings)
        .set({ score: -1 })
        .where(
          own(
            ctx,
            scoreStandings,
            and(eq(scoreStandings.itemId, top), eq(scoreStandings.frameworkId, frameworkId)),
          ),
        ),
    )
    expect((await rankItems(admin, { frameworkKey: "wsjf" })).ranked[0]!.item.id).not.toBe(top)
    await inTransaction(world.open, workspace.id, "write", (db) =>
      db
        .update(standingStamps)
        .set({ rules: sql`${standingStamps.rules} - 1` })
        .where(own(ctx, standingStamps)),
    )
    expect((await rankItems(admin, { frameworkKey: "wsjf" })).ranked).toEqual(before.ranked)
    expect(await rebuildStandings(admin, { stale: true })).toEqual({ frameworks: 1, differed: 0 })
    expect((await rankItems(admin, { frameworkKey: "wsjf" })).ranked).toEqual(before.ranked)
    expect(await rebuildStandings(admin, { stale: true })).toEqual({ frameworks: 0, differed: 0 })
  })
})
