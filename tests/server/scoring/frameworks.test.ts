import { type SQL, sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { inTransaction } from "@/server/kernel/database"
import { BUILT_IN_FRAMEWORKS } from "@/server/scoring/domain/built-in-frameworks"
import type { Framework } from "@/server/scoring/domain/framework"
import { explainScore } from "@/server/scoring/explain-score"
import { listFrameworks } from "@/server/scoring/list-frameworks"
import { listScores } from "@/server/scoring/list-scores"
import { publishBuiltInFrameworks } from "@/server/scoring/publish-built-in-frameworks"
import { publishFramework } from "@/server/scoring/publish-framework"
import { rankItems } from "@/server/scoring/rank-items"
import { saveScores } from "@/server/scoring/save-scores"
import { auditOf } from "@/tests/server/products/products-world"
import { openWorld } from "@/tests/support/world"
import { beginScoring } from "./scoring-world"

const world = openWorld()

const criterion = (key: string, weight: number, max = 10): Framework["criteria"][number] => ({
  key,
  name: key[0]!.toUpperCase() + key.slice(1),
  help: "",
  unit: "points",
  direction: "benefit",
  scale: { kind: "range", min: 0, max },
  weight,
})

const own = (more: Partial<Framework> = {}): Framework => ({
  key: "our_way",
  name: "Our way",
  method: "weighted_sum",
  description: "",
  source: "",
  criteria: [criterion("value", 3), criterion("fit", 1)],
  ...more,
})

describe("the standard frameworks", () => {
  it("are published once, as version 1 of each", async () => {
    const workspace = await world.workspace()
    const admin = await workspace.member("administrator")
    expect(await listFrameworks(admin, {})).toEqual([])
    const standard = BUILT_IN_FRAMEWORKS.map(({ key }) => key)
    expect((await publishBuiltInFrameworks(admin, {})).published).toHaveLength(standard.length)
    expect(await publishBuiltInFrameworks(admin, {})).toEqual({ published: [], skipped: [] })
    const list = await listFrameworks(admin, {})
    expect(list.map(({ key, version, builtIn }) => [key, version, builtIn])).toEqual(
      standard.map((key) => [key, 1, true]),
    )
    expect(list[0]!.publishedBy?.id).toBe(admin.userId)
    expect(await auditOf(world, workspace.id)).toHaveLength(standard.length)
  })

  it("that are new come to a workspace with frameworks of its own, and take nobody's key or name", async () => {
    const workspace = await world.workspace()
    const admin = await workspace.member("administrator")
    await publishFramework(admin, { definition: own({ key: "ours", name: "moscow" }) })
    const { published, skipped } = await publishBuiltInFrameworks(admin, {})
    expect(published).toHaveLength(BUILT_IN_FRAMEWORKS.length - 1)
    expect(skipped).toEqual([{ key: "moscow", reason: "A framework of your own has the name MoSCoW" }])
  })

  it("and all others cannot be changed or deleted by the app, not even past its operations", async () => {
    const { workspace } = await beginScoring(world)
    const attempt = (statement: SQL) =>
      inTransaction(world.open, workspace.id, "write", async (db) => void (await db.execute(statement)))
    for (const statement of [sql`update frameworks set name = 'x'`, sql`delete from frameworks`])
      await expect(attempt(statement)).rejects.toMatchObject({ cause: { code: "42501" } })
  })

  it("cannot be changed", async () => {
    const { admin } = await beginScoring(world)
    const change = publishFramework(admin, { definition: own({ key: "wsjf", name: "WSJF" }), basedOn: 1 })
    await expect(change).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: expect.stringContaining("Copy it"),
    })
  })

  it("are published by those who configure scoring, in their own workspace only", async () => {
    const { workspace } = await beginScoring(world)
    const engineer = await workspace.member("data_engineer")
    await expect(publishBuiltInFrameworks(engineer, {})).rejects.toMatchObject({ code: "FORBIDDEN" })
    await expect(publishFramework(engineer, { definition: own() })).rejects.toMatchObject({
      code: "FORBIDDEN",
    })
    const elsewhere = await (await world.workspace()).member("administrator")
    expect(await listFrameworks(elsewhere, { history: true })).toEqual([])
  })
})

describe("a framework of one's own", () => {
  it("gets a new version with every change, and none without a change", async () => {
    const { admin } = await beginScoring(world)
    expect(await publishFramework(admin, { definition: own() })).toMatchObject({ version: 1 })
    const second = own({ criteria: [criterion("value", 1), criterion("fit", 1)] })
    expect(await publishFramework(admin, { definition: second, basedOn: 1 })).toMatchObject({ version: 2 })
    expect(await publishFramework(admin, { definition: second, basedOn: 2 })).toMatchObject({ version: 2 })
    const row = (await listFrameworks(admin, { history: true })).at(-1)!
    expect(row).toMatchObject({ key: "our_way", version: 2, builtIn: false })
    expect(row.versions.map(({ version, definition }) => [version, definition.criteria[0]!.weight])).toEqual([
      [2, 1],
      [1, 3],
    ])
  })

  it("refuses a key or a name that is taken, a stale version and an unsound definition", async () => {
    const { admin } = await beginScoring(world)
    await publishFramework(admin, { definition: own() })
    const at = (path: string) => ({ code: "INVALID", details: { issues: [{ path }] } })
    await expect(publishFramework(admin, { definition: own() })).rejects.toMatchObject(at("definition.key"))
    const named = publishFramework(admin, { definition: own({ key: "other", name: "wsjf" }) })
    await expect(named).rejects.toMatchObject(at("definition.name"))
    const stale = publishFramework(admin, { definition: own({ name: "Changed" }), basedOn: 2 })
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT", details: { current: { version: 1 } } })
    const weightless = publishFramework(admin, {
      definition: own({ key: "fresh", criteria: [criterion("value", 0)] }),
    })
    await expect(weightless).rejects.toMatchObject(at("definition.criteria"))
    const both = await Promise.allSettled(
      ["Two", "Three"].map((name) => publishFramework(admin, { definition: own({ name }), basedOn: 1 })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  })

  it("leaves old scores on their version, shows both, and takes new ones on the latest only", async () => {
    const { admin, add } = await beginScoring(world)
    const { id } = await add("Fallback promise")
    const first = await publishFramework(admin, { definition: own() })
    const score = (frameworkId: string, inputs: Record<string, number>) =>
      saveScores(admin, { frameworkId, scores: [{ itemId: id, inputs }] })
    await score(first.id, { value: 10, fit: 2 })
    const second = await publishFramework(admin, {
      definition: own({ criteria: [criterion("value", 1), criterion("fit", 1, 5)] }),
      basedOn: 1,
    })
    await expect(score(first.id, { value: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { frameworkId: second.id, version: 2 } },
    })
    const now = await rankItems(admin, { frameworkKey: "our_way" })
    expect(now).toMatchObject({ total: 0, unscoredTotal: 1, earlier: [{ version: 1, items: 1 }] })
    const then = await rankItems(admin, { frameworkKey: "our_way", version: 1 })
    expect(then.ranked[0]).toMatchObject({ score: 0.8, item: { key: "FUL-1" } })
    expect((await listScores(admin, { frameworkKey: "our_way" })).items[0]).toMatchObject({
      mine: null,
      earlier: { version: 1, inputs: { value: 10, fit: 2 } },
    })
    await score(second.id, { value: 10, fit: 2 })
    const why = await explainScore(admin, { itemId: id, frameworkKey: "our_way" })
    expect(why).toMatchObject({
      result: { score: 0.7 },
      otherVersions: [{ version: 1, scorers: 1, score: 0.8 }],
    })
    const used = (await listFrameworks(admin, { history: true })).at(-1)!.versions.map((row) => row.used)
    expect(used).toEqual([
      { items: 1, scorers: 1 },
      { items: 1, scorers: 1 },
    ])
  })
})
