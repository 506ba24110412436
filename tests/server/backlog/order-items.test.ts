import { sql } from "drizzle-orm"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { getItem } from "@/server/backlog/get-item"
import { listItems } from "@/server/backlog/list-items"
import { moveItem } from "@/server/backlog/move-item"
import { reorderItems } from "@/server/backlog/reorder-items"
import { undoReorder } from "@/server/backlog/undo-reorder"
import { updateItem } from "@/server/backlog/update-item"
import type { Ctx } from "@/server/kernel/context"
import { newId } from "@/server/kernel/domain/id"
import { openWorld, type TestWorkspace } from "@/tests/support/world"
import { addItem, addProduct, find, keysInOrder, look, refusals } from "./backlog-world"

const world = openWorld()

async function backlog(count: number) {
  const workspace = await world.workspace()
  const lead = await workspace.member("delivery_lead")
  const ids: string[] = []
  for (let n = 1; n <= count; n++) ids.push((await addItem(lead, `Item ${n}`)).id)
  return { workspace, lead, ids }
}

/** Which transaction last wrote each row: a row that was not touched keeps its number. */
const writers = (workspace: TestWorkspace) =>
  look<{ id: string; xmin: string }>(
    world,
    workspace,
    sql`select id, xmin::text as xmin from items order by id`,
  )

const idsInOrder = async (ctx: Ctx) => (await listItems(ctx, { limit: 200 })).items.map(({ id }) => id)

describe("moveItem", () => {
  it("places an item after or before another and touches one row", async () => {
    const { workspace, lead, ids } = await backlog(5)
    const before = await writers(workspace)
    await moveItem(lead, { id: ids[4]!, afterId: ids[0]! })
    const after = await writers(workspace)
    expect(after.filter(({ xmin }, index) => xmin !== before[index]!.xmin).map(({ id }) => id)).toEqual([
      ids[4],
    ])
    expect(await keysInOrder(lead)).toEqual(["WS-1", "WS-5", "WS-2", "WS-3", "WS-4"])
    await moveItem(lead, { id: ids[3]!, beforeId: ids[0]! })
    expect(await keysInOrder(lead)).toEqual(["WS-4", "WS-1", "WS-5", "WS-2", "WS-3"])
    await moveItem(lead, { id: ids[3]!, afterId: ids[2]! })
    expect((await keysInOrder(lead)).at(-1)).toBe("WS-4")
  })

  it("moves between columns, and leaves the version alone when only the place changes", async () => {
    const { lead, ids } = await backlog(3)
    expect(await moveItem(lead, { id: ids[2]!, beforeId: ids[0]! })).toMatchObject({ version: 1 })
    const moved = await moveItem(lead, { id: ids[1]!, version: 1, status: "doing", beforeId: ids[2]! })
    expect(moved).toMatchObject({ status: "doing", version: 2 })
    expect(await keysInOrder(lead)).toEqual(["WS-2", "WS-3", "WS-1"])
    const { activity } = await getItem(lead, { id: ids[1]! })
    expect(activity[0]).toMatchObject({
      summary: "Moved WS-2 to Doing",
      changes: expect.arrayContaining([{ field: "status", from: "idea", to: "doing" }]),
    })
    await expect(moveItem(lead, { id: ids[1]!, version: 1, status: "done" })).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { status: "doing", version: 2 } },
    })
    expect(await moveItem(lead, { id: ids[1]!, status: "doing" })).toMatchObject({ version: 2 })
  })

  it("needs the permission to rank for a place, and to edit for a column", async () => {
    const { workspace, lead, ids } = await backlog(2)
    const engineer = await workspace.member("data_engineer")
    expect(await moveItem(engineer, { id: ids[0]!, status: "doing" })).toMatchObject({ status: "doing" })
    await expect(moveItem(engineer, { id: ids[0]!, afterId: ids[1]! })).rejects.toMatchObject({
      code: "FORBIDDEN",
    })
    const auditor = await workspace.member("auditor")
    await expect(moveItem(auditor, { id: ids[0]!, status: "done" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    })
    expect(await refusals(world, workspace)).toHaveLength(2)
    const { id: productId } = await addProduct(world, workspace, "FUL", "Delivery promise")
    const { id } = await addItem(lead, "Elsewhere", { productId })
    const scoped = await workspace.member("delivery_lead", { scopeType: "product", scopeId: productId })
    await expect(moveItem(scoped, { id: ids[0]!, status: "done" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    })
    expect(await moveItem(scoped, { id, beforeId: ids[0]! })).toMatchObject({ id })
  })

  it("knows neither items nor neighbours of another workspace", async () => {
    const { lead, ids } = await backlog(1)
    const other = await backlog(1)
    const moves = [
      { id: other.ids[0]!, afterId: ids[0]! },
      { id: ids[0]!, afterId: other.ids[0]! },
      { id: newId(), status: "done" as const },
    ]
    for (const move of moves) await expect(moveItem(lead, move)).rejects.toMatchObject({ code: "NOT_FOUND" })
    await expect(moveItem(lead, { id: ids[0]! })).rejects.toMatchObject({ code: "INVALID" })
    await expect(moveItem(lead, { id: ids[0]!, afterId: ids[0]! })).rejects.toMatchObject({ code: "INVALID" })
  })

  it("orders like a list under any moves", async () => {
    const { lead, ids } = await backlog(6)
    const place = fc.record({ moved: fc.nat(5), anchor: fc.nat(5), after: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 12 }), async (moves) => {
        const model = await idsInOrder(lead)
        for (const { moved, anchor, after } of moves) {
          const [id, beside] = [ids[moved]!, ids[anchor]!]
          if (id === beside) continue
          await moveItem(lead, after ? { id, afterId: beside } : { id, beforeId: beside })
          model.splice(model.indexOf(id), 1)
          model.splice(model.indexOf(beside) + (after ? 1 : 0), 0, id)
        }
        expect(await idsInOrder(lead)).toEqual(model)
      }),
      { numRuns: 12 },
    )
  })

  it("never gives two items one rank, however many move at once", async () => {
    const { workspace, lead, ids } = await backlog(12)
    const target = ids[0]!
    await Promise.all(ids.slice(1).map((id) => moveItem(lead, { id, afterId: target })))
    const [ranks] = await look<{ all: number; different: number }>(
      world,
      workspace,
      sql`select count(*)::int as all, count(distinct rank)::int as different from items`,
    )
    expect(ranks).toEqual({ all: 12, different: 12 })
    expect((await idsInOrder(lead))[0]).toBe(target)
  })
})

describe("reorderItems", () => {
  it("lets the items trade places, keeps all others, and is taken back as one", async () => {
    const { workspace, lead, ids } = await backlog(6)
    const [a, b, c, d, e, f] = ids as [string, string, string, string, string, string]
    const before = await writers(workspace)
    const items = [e, d, c].map((id) => ({ id }))
    const { changeId, changed } = await reorderItems(lead, { items, reason: "By score" })
    expect(changed).toBe(2)
    expect(await idsInOrder(lead)).toEqual([a, b, e, d, c, f])
    const after = await writers(workspace)
    expect(after.filter(({ xmin }, index) => xmin !== before[index]!.xmin)).toHaveLength(2)
    expect(await undoReorder(lead, { changeId: changeId! })).toEqual({ restored: 2 })
    expect(await idsInOrder(lead)).toEqual([a, b, c, d, e, f])
    await expect(undoReorder(lead, { changeId: changeId! })).rejects.toThrow("undone already")
  })

  it("is not undone over a later move, and says whose", async () => {
    const { lead, ids } = await backlog(4)
    const items = [...ids].reverse().map((id) => ({ id }))
    const { changeId } = await reorderItems(lead, { items, reason: "Turned round" })
    await moveItem(lead, { id: ids[0]!, beforeId: ids[3]! })
    const order = await idsInOrder(lead)
    await expect(undoReorder(lead, { changeId: changeId! })).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: expect.stringContaining("WS-1"),
    })
    expect(await idsInOrder(lead)).toEqual(order)
  })

  it("does nothing, and records nothing, when the order is so already", async () => {
    const { lead, ids } = await backlog(3)
    const items = ids.map((id) => ({ id }))
    expect(await reorderItems(lead, { items, reason: "Same" })).toEqual({ changeId: null, changed: 0 })
  })

  it("is for those who may rank every item of it", async () => {
    const { workspace, lead, ids } = await backlog(2)
    const { id: productId } = await addProduct(world, workspace, "FUL", "Delivery promise")
    const mine = await addItem(lead, "Mine", { productId })
    const scoped = await workspace.member("product_owner", { scopeType: "product", scopeId: productId })
    const items = [mine.id, ids[0]!].map((id) => ({ id }))
    await expect(reorderItems(scoped, { items, reason: "x" })).rejects.toMatchObject({ code: "FORBIDDEN" })
    const { changeId } = await reorderItems(lead, { items, reason: "x" })
    await expect(undoReorder(scoped, { changeId: changeId! })).rejects.toMatchObject({ code: "FORBIDDEN" })
    for (const role of ["data_engineer", "stakeholder", "auditor"] as const) {
      const other = await workspace.member(role)
      await expect(reorderItems(other, { items, reason: "x" })).rejects.toMatchObject({ code: "FORBIDDEN" })
    }
  })

  it("does not know another workspace's items or changes", async () => {
    const { lead, ids } = await backlog(2)
    const other = await backlog(2)
    const mixed = [ids[0]!, other.ids[0]!].map((id) => ({ id }))
    await expect(reorderItems(lead, { items: mixed, reason: "x" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
    const items = [...other.ids].reverse().map((id) => ({ id }))
    const { changeId } = await reorderItems(other.lead, { items, reason: "x" })
    await expect(undoReorder(lead, { changeId: changeId! })).rejects.toMatchObject({ code: "NOT_FOUND" })
    const twice = [{ id: ids[0]! }, { id: ids[0]! }]
    await expect(reorderItems(lead, { items: twice, reason: "x" })).rejects.toThrow("listed twice")
  })

  it("leaves editing undisturbed", async () => {
    const { lead, ids } = await backlog(2)
    await reorderItems(lead, { items: [...ids].reverse().map((id) => ({ id })), reason: "x" })
    expect(await updateItem(lead, { id: ids[0]!, version: 1, changes: { title: "Renamed" } })).toMatchObject({
      version: 2,
    })
    expect(await find(lead, {})).toEqual(["Item 2", "Renamed"])
  })
})
