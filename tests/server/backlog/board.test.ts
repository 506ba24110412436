import { beforeAll, describe, expect, it } from "vitest"
import { changeItems } from "@/server/backlog/change-items"
import { listBoard } from "@/server/backlog/list-board"
import { listColumn } from "@/server/backlog/list-column"
import { listRoadmap } from "@/server/backlog/list-roadmap"
import { moveItem } from "@/server/backlog/move-item"
import type { Ctx } from "@/server/kernel/context"
import { openWorld } from "@/tests/support/world"
import { addItem, addProduct } from "./backlog-world"

const world = openWorld()

type Board = Awaited<ReturnType<typeof listBoard>>
const cell = (board: Board, lane: string | null, column: string) =>
  board.lanes.find(({ name }) => name === (lane ?? ""))?.cells.find((one) => one.column === column)
const titles = (cards: { title: string }[] | undefined) => cards?.map(({ title }) => title)

describe("the board without lanes", () => {
  it("gives each column its first cards, number and estimates, and the rest on demand", async () => {
    const admin = await (await world.workspace()).member("administrator")
    for (let n = 1; n <= 5; n++) await addItem(admin, `Idea ${n}`, n > 3 ? {} : { estimate: n })
    await addItem(admin, "Ready", { status: "ready", labels: ["x"] })
    const gone = await addItem(admin, "In the archive")
    await changeItems(admin, { selection: { ids: [gone.id] }, changes: { archived: true } })
    const board = await listBoard(admin, { perCell: 2 })
    expect(board.columns.map(({ column, total }) => [column, total])).toEqual([
      ["idea", 5],
      ["refine", 0],
      ["ready", 1],
      ["doing", 0],
      ["review", 0],
      ["done", 0],
      ["dropped", 0],
    ])
    expect(board.columns[0]).toMatchObject({ sum: 6, unestimated: 2, hasMoreThanCounted: false })
    const ideas = cell(board, null, "idea")!
    expect(titles(ideas.items)).toEqual(["Idea 1", "Idea 2"])
    const [ready] = cell(board, null, "ready")!.items
    expect(ready).toMatchObject({ labels: ["x"], statusChangedAt: "2026-10-13T07:40:00.000Z" })
    const { rank, id } = ideas.items.at(-1)!
    const more = await listColumn(admin, { status: "idea", after: { rank, id } })
    expect(titles(more.items)).toEqual(["Idea 3", "Idea 4", "Idea 5"])
    const filtered = await listBoard(admin, { filter: { statuses: ["ready"], labels: ["x"] } })
    expect(filtered.columns).toMatchObject([{ column: "ready", total: 1 }])
  })
})

describe("the board in lanes", () => {
  let admin: Ctx & { userId: string }
  let parent: { id: string; key: string }

  beforeAll(async () => {
    const workspace = await world.workspace()
    admin = await workspace.member("administrator")
    const { id: productId } = await addProduct(world, workspace, "FUL", "Delivery promise")
    parent = await addItem(admin, "Parent", { type: "epic", status: "refine" })
    const more = { status: "doing", estimate: 2 }
    await addItem(admin, "One", { ...more, ownerId: admin.userId, labels: ["red", "blue"], productId })
    await addItem(admin, "Two", { ...more, ownerId: admin.userId, labels: ["blue"], parentId: parent.id })
    await addItem(admin, "Three", { status: "doing" })
  })

  it("by owner: sums per lane, cell and column, those without one last", async () => {
    const board = await listBoard(admin, { laneBy: "owner", perCell: 1 })
    const name = admin.caller.user!.name
    expect(board.lanes.map((lane) => [lane.name, lane.total, lane.sum])).toEqual([
      [name, 2, 4],
      ["Nobody", 2, 0],
    ])
    expect(cell(board, name, "doing")).toMatchObject({ total: 2, sum: 4, items: [{ title: "One" }] })
    expect(board.columns.find(({ column }) => column === "doing")).toMatchObject({
      total: 3,
      sum: 4,
      unestimated: 1,
    })
    const after = {
      rank: cell(board, name, "doing")!.items[0]!.rank,
      id: cell(board, name, "doing")!.items[0]!.id,
    }
    const lane = { by: "owner" as const, value: admin.userId }
    expect(titles((await listColumn(admin, { status: "doing", lane, after })).items)).toEqual(["Two"])
    const nobody = await listColumn(admin, { status: "doing", lane: { by: "owner", value: null } })
    expect(titles(nobody.items)).toEqual(["Three"])
  })

  it("by label: an item in each of its lanes, counted once in its column", async () => {
    const board = await listBoard(admin, { laneBy: "label" })
    expect(board.lanes.map(({ name, total }) => [name, total])).toEqual([
      ["blue", 2],
      ["red", 1],
      ["No label", 2],
    ])
    expect(board.columns.find(({ column }) => column === "doing")?.total).toBe(3)
    expect(titles(cell(board, "red", "doing")?.items)).toEqual(["One"])
  })

  it("by kind, product and parent", async () => {
    const names = async (laneBy: "type" | "product" | "parent") =>
      (await listBoard(admin, { laneBy })).lanes.map(({ name }) => name)
    expect(await names("type")).toEqual(["Epic", "Story"])
    expect(await names("product")).toEqual(["Delivery promise", "No product"])
    expect(await names("parent")).toEqual([`${parent.key} Parent`, "No parent"])
  })

  it("writes the field of the lane a card moves to, and takes only real lanes", async () => {
    const card = await addItem(admin, "Mover", { labels: ["red", "green"] })
    const label = { by: "label" as const, from: "red", to: "blue" }
    await moveItem(admin, { id: card.id, version: 1, status: "doing", lane: label })
    const { items } = await listColumn(admin, { status: "doing", lane: { by: "label", value: "blue" } })
    expect(items.find(({ id }) => id === card.id)).toMatchObject({ labels: ["green", "blue"], version: 2 })
    const move = (lane: Parameters<typeof moveItem>[1]["lane"]) => moveItem(admin, { id: card.id, lane })
    await move({ by: "parent", from: null, to: parent.id })
    await expect(move({ by: "type", from: "story", to: null })).rejects.toMatchObject({ code: "INVALID" })
    await expect(move({ by: "owner", from: null, to: "someone" })).rejects.toMatchObject({ code: "INVALID" })
    await expect(move({ by: "label", from: null, to: "a, b" })).rejects.toMatchObject({ code: "INVALID" })
    await expect(
      moveItem(admin, { id: parent.id, lane: { by: "parent", from: null, to: card.id } }),
    ).rejects.toThrow("own ancestor")
  })
})

describe("the roadmap", () => {
  it("sorts what is planned into quarters, and what is open and unplanned beside them", async () => {
    const admin = await (await world.workspace()).member("administrator")
    const plan: [string, object][] = [
      ["Long ago", { quarter: "2025-Q1", status: "done" }],
      ["Now", { quarter: "2026-Q4", estimate: 3 }],
      ["Next", { quarter: "2027-Q1" }],
      ["Last shown", { quarter: "2027-Q4" }],
      ["Far", { quarter: "2028-Q1" }],
      ["Open", {}],
      ["Done without a plan", { status: "done" }],
      ["Dropped", { quarter: "2026-Q4", status: "dropped" }],
    ]
    for (const [title, more] of plan) await addItem(admin, title, more)
    const roadmap = await listRoadmap(admin, {})
    expect(
      roadmap.lanes[0]!.cells.filter(({ total }) => total > 0).map(({ column, items }) => [
        column,
        titles(items),
      ]),
    ).toEqual([
      ["past", ["Long ago"]],
      ["2026-Q4", ["Now"]],
      ["2027-Q1", ["Next"]],
      ["2027-Q4", ["Last shown"]],
      ["later", ["Far"]],
      ["none", ["Open"]],
    ])
    expect(roadmap.columns.map(({ column }) => column).slice(0, 3)).toEqual(["past", "2026-Q4", "2027-Q1"])
    expect(roadmap.columns[1]).toMatchObject({ total: 1, sum: 3, unestimated: 0 })
    expect(titles((await listColumn(admin, { quarter: "later" })).items)).toEqual(["Far"])
    const lanes = await listRoadmap(admin, { laneBy: "owner" })
    expect(lanes.lanes.map(({ name, total }) => [name, total])).toEqual([["Nobody", 6]])
  })
})
