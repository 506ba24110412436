import { describe, expect, it } from "vitest"
import { updateItem } from "@/server/backlog/update-item"
import { addComment } from "@/server/discussion/add-comment"
import type { Ctx } from "@/server/kernel/context"
import { rankItems } from "@/server/scoring/rank-items"
import { rebuildStandings } from "@/server/scoring/rebuild-standings"
import { saveScores } from "@/server/scoring/save-scores"
import { NOW, openWorld } from "@/tests/support/world"
import { beginScoring, type Wsjf, wsjf } from "./scoring-world"

const world = openWorld()

type Kept = Map<string, { counts: { earlier: unknown } }>
const kept = () => (globalThis as unknown as { plumblineRankingCounts: Kept }).plumblineRankingCounts

/** Runs something as another process would: with what that one has kept. */
async function onNode<T>(node: Kept, work: () => Promise<T>): Promise<T> {
  const here = new Map(kept())
  const load = (entries: Kept) => {
    kept().clear()
    for (const [name, entry] of entries) kept().set(name, entry)
  }
  load(node)
  try {
    return await work()
  } finally {
    node.clear()
    for (const [name, entry] of kept()) node.set(name, entry)
    load(here)
  }
}

/** A generator of whole numbers below a limit, the same in every run. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * sides)
  }
}

const FILTERS = [
  {},
  { statuses: ["ready" as const] },
  { labels: ["odd"] },
  { where: { match: "all" as const, of: [{ field: "score.wsjf", op: "above" as const, values: ["3"] }] } },
]

async function numbersOf(reader: Ctx, filter: (typeof FILTERS)[number]) {
  const pages = { page: { limit: 0 }, unscored: { limit: 0 } }
  const { total, unscoredTotal, scorers, splitTotal, scoredAt, warnings, earlier } = await rankItems(reader, {
    frameworkKey: "wsjf",
    filter,
    ...pages,
  })
  return { total, unscoredTotal, scorers, splitTotal, scoredAt, warnings, earlier }
}

describe("the numbers of a ranking", () => {
  it("are on every node what counting anew gives, whatever happened in between", async () => {
    const { workspace, admin, add, product, frameworkId, idOf } = await beginScoring(world)
    let minutes = 0
    const clock = () => new Date(Date.parse(NOW) + ++minutes * 60_000).toISOString()
    const people = [
      admin,
      await workspace.member("data_engineer"),
      await workspace.member("data_steward"),
    ].map((person) => ({ ...person, clock }))
    const limited = await workspace.member("stakeholder", { scopeType: "product", scopeId: product.id })
    const items: { id: string; version: number }[] = []
    for (let n = 0; n < 8; n++) {
      const more = { labels: n % 2 ? ["odd"] : [], productId: n < 6 ? product.id : null }
      items.push({ id: (await add(`Item ${n}`, more)).id, version: 1 })
    }
    const roll = dice(7)
    const scoreVersions = new Map<string, number>()
    const score = async (framework: string) => {
      const scorer = roll(people.length)
      const chosen = items.filter(() => roll(3) === 0)
      const scores = chosen.map(({ id: itemId }) => {
        const values = Array.from({ length: 4 }, () => [1, 2, 8, 20, null][roll(5)]!) as Wsjf
        const inputs =
          roll(6) === 0
            ? wsjf([null, null, null, null])
            : framework === frameworkId
              ? wsjf(values)
              : wsjf([1, 1, 1, 1])
        return { itemId, inputs, version: scoreVersions.get(`${framework} ${scorer} ${itemId}`) ?? 0 }
      })
      if (scores.length === 0) return
      const { saved } = await saveScores(people[scorer]!, { frameworkId: framework, scores })
      for (const { itemId, version } of saved) scoreVersions.set(`${framework} ${scorer} ${itemId}`, version)
    }
    const steps = [
      () => score(frameworkId),
      () => score(frameworkId),
      () => score(frameworkId),
      () => score(frameworkId),
      async () => {
        const item = items[roll(items.length)]!
        const status = (["idea", "ready", "done"] as const)[roll(3)]!
        const changed = await updateItem(admin, { id: item.id, version: item.version, changes: { status } })
        item.version = changed.version
      },
      async () => {
        await addComment(admin, { subject: { type: "item", id: items[0]!.id }, text: "Nothing to count" })
      },
      async () => {
        const rice = { reach: 100, impact: 1, confidence: 0.8, effort: 1 + roll(3) }
        const key = `rice ${items[0]!.id}`
        const version = scoreVersions.get(key) ?? 0
        const { saved } = await saveScores(admin, {
          frameworkId: idOf("rice"),
          scores: [{ itemId: items[0]!.id, inputs: rice, version }],
        })
        scoreVersions.set(key, saved[0]!.version)
      },
      async () => void (await rebuildStandings(admin, {})),
    ]
    const nodes: Kept[] = [new Map(), new Map()]
    for (let round = 0; round < 40; round++) {
      await steps[roll(steps.length)]!()
      const filter = FILTERS[roll(FILTERS.length)]!
      const reader = roll(3) === 0 ? limited : admin
      const shown = await onNode(nodes[roll(2)]!, () => numbersOf(reader, filter))
      const counted = await onNode(new Map(), () => numbersOf(reader, filter))
      expect(shown, `in round ${round}`).toEqual(counted)
    }
  }, 120_000)

  it("are not counted anew after scores, comments and refusals; after anything else they are", async () => {
    const { workspace, admin, add, frameworkId } = await beginScoring(world)
    const [one, two] = [await add("One"), await add("Two")]
    const give = (person: Ctx, itemId: string, values: Wsjf, version = 0) =>
      saveScores(person, { frameworkId, scores: [{ itemId, inputs: wsjf(values), version }] })
    await give(admin, one.id, [1, 2, 3, 1])
    const node: Kept = new Map()
    const read = () => onNode(node, () => numbersOf(admin, {}))
    const counted = () => [...node.values()][0]!.counts.earlier
    await read()
    const before = counted()
    const engineer = await workspace.member("data_engineer")
    const auditor = await workspace.member("auditor")
    await give(engineer, one.id, [20, 2, 3, 1])
    await give(engineer, two.id, [1, 1, 1, null])
    await addComment(admin, { subject: { type: "item", id: one.id }, text: "Why?" })
    await expect(give(auditor, one.id, [1, 1, 1, 1])).rejects.toMatchObject({ code: "FORBIDDEN" })
    expect(await read()).toMatchObject({ total: 1, unscoredTotal: 1, scorers: 2, splitTotal: 1 })
    expect(counted()).toBe(before)
    await give(engineer, two.id, [1, 1, 1, 1], 1)
    expect(await read()).toMatchObject({ total: 2, unscoredTotal: 0 })
    expect(counted()).toBe(before)
    await updateItem(admin, { id: two.id, version: 1, changes: { status: "done" } })
    expect(await read()).toMatchObject({ total: 1, unscoredTotal: 0 })
    expect(counted()).not.toBe(before)
  })
})
