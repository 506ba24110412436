import { beforeAll, describe, expect, it } from "vitest"
import type { Condition, Operator } from "@/server/backlog/domain/item-condition"
import { parseFilter, serialiseFilter } from "@/server/backlog/domain/item-filter"
import { exportItems } from "@/server/backlog/export-items"
import { listBoard } from "@/server/backlog/list-board"
import { listItems } from "@/server/backlog/list-items"
import type { Ctx } from "@/server/kernel/context"
import { publishFramework } from "@/server/scoring/publish-framework"
import { rankItems } from "@/server/scoring/rank-items"
import { revealScores } from "@/server/scoring/reveal-scores"
import { startBlindRound } from "@/server/scoring/start-blind-round"
import { beginScoring, giveWsjf } from "@/tests/server/scoring/scoring-world"
import { openWorld } from "@/tests/support/world"

const world = openWorld()
let start: Awaited<ReturnType<typeof beginScoring>>
let ann: Ctx & { userId: string }

const ask = (op: Operator, values: string[] = [], field = "score.wsjf"): Condition => ({ field, op, values })
const found = async (ctx: Ctx, ...of: Condition[]) => {
  const { items } = await listItems(ctx, { filter: { where: { match: "all", of } }, limit: 200 })
  return items.map(({ title }) => title[0]).join("")
}

beforeAll(async () => {
  start = await beginScoring(world)
  ann = await start.workspace.member("data_engineer")
  const [a, b, c] = [await start.add("A high"), await start.add("B low"), await start.add("C partly")]
  await start.add("D nobody scored")
  // (13 + 8 + 5) / 2 = 13; (1 + 1 + 1) / 8 = 0.375.
  await giveWsjf(ann, start.frameworkId, a!.id, [13, 8, 5, 2])
  await giveWsjf(start.admin, start.frameworkId, b!.id, [1, 1, 1, 8])
  await giveWsjf(ann, start.frameworkId, c!.id, [5, null, 1, 3])
})

describe("conditions on scores", () => {
  it.each([
    [ask("at_least", ["13"]), "A"],
    [ask("above", ["13"]), ""],
    [ask("below", ["0.4"]), "B"],
    [ask("at_most", ["0.375"]), "B"],
    [ask("between", ["0", "20"]), "AB"],
    [ask("filled"), "AB"],
    [ask("empty"), "CD"],
    [ask("by_me"), "B"],
    [ask("not_by_me"), "ACD"],
    [ask("at_least", ["13"], "score.wsjf.1"), "A"],
    [ask("filled", [], "score.wsjf.7"), ""],
    [ask("empty", [], "score.rice"), "ABCD"],
    [ask("empty", [], "score.no_such_framework"), "ABCD"],
  ])("%j finds %s", async (condition, expected) => {
    expect(await found(start.admin, condition)).toBe(expected)
  })

  it("stand in an address, on the board and in an export", async () => {
    const where = { match: "all" as const, of: [ask("at_least", ["13"]), ask("not_by_me")] }
    const { filter } = { filter: { ...parseFilter(new URLSearchParams()), where } }
    const address = serialiseFilter(filter)
    expect(address.get("where")).toBe("score.wsjf:at_least:13,score.wsjf:not_by_me")
    expect(parseFilter(address).where).toEqual(where)
    const board = await listBoard(start.admin, { filter: { where } })
    expect(board.columns.reduce((sum, { total }) => sum + total, 0)).toBe(1)
    expect((await exportItems(start.admin, { filter: { where }, columns: [] })).text).toContain("A high")
    expect((await rankItems(start.admin, { frameworkKey: "wsjf", filter: { where } })).total).toBe(1)
    await expect(found(start.admin, ask("at_least", ["much"]))).rejects.toThrow(/needs a number/)
  })

  it("mean the latest version of a framework, or the one they name", async () => {
    const { admin } = start
    const { definition } = (await rankItems(admin, { frameworkKey: "wsjf" })).framework
    const publish = (name: string, basedOn: number) =>
      publishFramework(admin, { definition: { ...definition, key: "own", name }, basedOn })
    const { id } = await publish("Own", 0)
    const { items } = await listItems(admin, { limit: 200 })
    await giveWsjf(admin, id, items[3]!.id, [8, 8, 8, 3])
    expect(await found(admin, ask("at_least", ["8"], "score.own"))).toBe("D")
    await publish("Own again", 1)
    expect(await found(admin, ask("filled", [], "score.own"))).toBe("")
    expect(await found(admin, ask("filled", [], "score.own.1"))).toBe("D")
  })
})

it("tells nothing of values while a framework is scored blind", async () => {
  const blind = await beginScoring(world)
  const ben = await blind.workspace.member("data_engineer")
  const item = await blind.add("Hidden")
  const frameworkKey = "wsjf"
  const scorerIds = [blind.admin.userId, ben.userId]
  await startBlindRound(blind.admin, { frameworkKey, scorerIds, reason: "Nobody should lead the others" })
  await giveWsjf(ben, blind.frameworkId, item.id, [13, 8, 5, 2])
  for (const condition of [ask("at_least", ["1"]), ask("below", ["99"])])
    expect(await found(blind.admin, condition)).toBe("")
  expect(await found(ben, ask("by_me"))).toBe("H")
  await revealScores(blind.admin, { frameworkKey, reason: "All have scored" })
  expect(await found(blind.admin, ask("at_least", ["13"]))).toBe("H")
})
