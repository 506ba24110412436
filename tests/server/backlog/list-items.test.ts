import { beforeAll, describe, expect, it } from "vitest"
import { exportItems } from "@/server/backlog/export-items"
import { getItem } from "@/server/backlog/get-item"
import { listBoard } from "@/server/backlog/list-board"
import { listItems } from "@/server/backlog/list-items"
import { searchItems } from "@/server/backlog/search-items"
import type { Ctx } from "@/server/kernel/context"
import { openWorld, type TestWorkspace } from "@/tests/support/world"
import { addItem, addProduct, find } from "./backlog-world"

const world = openWorld()

describe("listItems", () => {
  let workspace: TestWorkspace
  let admin: Ctx & { userId: string }
  let delivery: Awaited<ReturnType<typeof addProduct>>
  let stock: Awaited<ReturnType<typeof addProduct>>

  beforeAll(async () => {
    workspace = await world.workspace()
    admin = await workspace.member("administrator")
    delivery = await addProduct(world, workspace, "FUL", "Delivery promise")
    stock = await addProduct(world, workspace, "STO", "Stock")
    const late = { dueDate: "2026-10-12", status: "doing" }
    await addItem(admin, "Late parcels", {
      productId: delivery.id,
      ...late,
      ownerId: admin.userId,
      estimate: 8,
    })
    await addItem(admin, "Late but done", { productId: delivery.id, ...late, status: "done", estimate: 2 })
    await addItem(admin, "Soon", {
      productId: stock.id,
      dueDate: "2026-10-20",
      labels: ["red", "blue"],
      type: "debt",
    })
    await addItem(admin, "No product", { dueDate: "2026-11-30", labels: ["green"] })
    await addItem(admin, "Without a date", { status: "ready", estimate: 3 })
  })

  it("shows what a row needs, and no more", async () => {
    const { items, total } = await listItems(admin, { limit: 1, withTotal: true })
    expect(total).toBe(5)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      key: "FUL-1",
      title: "Late parcels",
      estimate: 8,
      dueDate: "2026-10-12",
      labels: [],
      ownerName: admin.caller.user!.name,
      productName: "Delivery promise",
      productSlug: "delivery-promise",
      updatedAt: "2026-10-13T07:40:00.000Z",
    })
    expect(items[0]).not.toHaveProperty("description")
    expect((await listItems(admin, {})).total).toBeNull()
  })

  it("filters by status, type, owner, product, label and due date", async () => {
    expect(await find(admin, { statuses: ["doing", "done"] })).toEqual(["Late parcels", "Late but done"])
    expect(await find(admin, { types: ["debt"] })).toEqual(["Soon"])
    expect(await find(admin, { ownerIds: ["me"] })).toEqual(["Late parcels"])
    expect(await find(admin, { ownerIds: ["none"], productIds: [delivery.id] })).toEqual(["Late but done"])
    expect(await find(admin, { productIds: ["none", stock.id] })).toEqual([
      "Soon",
      "No product",
      "Without a date",
    ])
    expect(await find(admin, { labels: ["blue", "green"] })).toEqual(["Soon", "No product"])
    expect(await find(admin, { due: "overdue" })).toEqual(["Late parcels"])
    expect(await find(admin, { due: "next_7_days" })).toEqual(["Soon"])
    expect(await find(admin, { due: "none" })).toEqual(["Without a date"])
    expect(await find(admin, { due: { from: "2026-10-20", to: null } })).toEqual(["Soon", "No product"])
  })

  it("sorts by any column, missing values last", async () => {
    const sorted = (
      field: "due" | "estimate" | "status" | "title" | "key" | "product",
      dir: "asc" | "desc",
    ) => find(admin, { sort: [{ field, dir }] })
    expect((await sorted("estimate", "asc")).slice(0, 3)).toEqual([
      "Late but done",
      "Without a date",
      "Late parcels",
    ])
    expect((await sorted("estimate", "desc")).slice(0, 3)).toEqual([
      "Late parcels",
      "Without a date",
      "Late but done",
    ])
    expect((await sorted("due", "desc")).at(-1)).toBe("Without a date")
    expect(await sorted("title", "asc")).toEqual([
      "Late but done",
      "Late parcels",
      "No product",
      "Soon",
      "Without a date",
    ])
    expect((await sorted("status", "asc"))[0]).toBe("Soon")
    expect((await sorted("product", "asc")).slice(0, 3)).toEqual(["Late parcels", "Late but done", "Soon"])
    expect((await sorted("key", "asc")).slice(-2)).toEqual(["No product", "Without a date"])
    await expect(find(admin, { sort: [{ field: "score", dir: "asc" }] })).rejects.toMatchObject({
      code: "INVALID",
    })
  })

  it("pages through everything once", async () => {
    const seen = []
    for (let offset = 0; offset < 6; offset += 2) {
      seen.push(...(await listItems(admin, { offset, limit: 2 })).items.map(({ title }) => title))
    }
    expect(seen).toEqual(await find(admin, {}))
    await expect(listItems(admin, { limit: 500 })).rejects.toMatchObject({ code: "INVALID" })
  })

  it("shows a scoped grant its part of the workspace, everywhere", async () => {
    const scoped = await workspace.member("stakeholder", { scopeType: "product", scopeId: delivery.id })
    const byDomain = await workspace.member("stakeholder", { scopeType: "domain", scopeId: stock.domainId })
    const { items, total } = await listItems(scoped, { withTotal: true })
    expect([items.map(({ title }) => title), total]).toEqual([["Late parcels", "Late but done"], 2])
    expect(await find(byDomain, {})).toEqual(["Soon"])
    expect(await find(scoped, { productIds: [stock.id] })).toEqual([])
    const { columns } = await listBoard(scoped, {})
    expect(columns.map((column) => column.total)).toEqual([0, 0, 0, 1, 0, 1, 0])
    expect((await searchItems(scoped, { text: "STO" })).items).toEqual([])
    expect((await exportItems(scoped, {})).text).not.toContain("Soon")
    await expect(getItem(scoped, { key: "STO-1" })).rejects.toMatchObject({ code: "FORBIDDEN" })
    await expect(getItem(scoped, { key: "WS-1" })).rejects.toMatchObject({ code: "FORBIDDEN" })
    expect(await getItem(scoped, { key: "FUL-1" })).toMatchObject({ title: "Late parcels" })
  })

  it("shows nothing of another workspace", async () => {
    const stranger = await (await world.workspace()).member("administrator")
    expect(await find(stranger, {})).toEqual([])
    expect((await searchItems(stranger, { text: "late" })).items).toEqual([])
    expect((await listBoard(stranger, {})).columns.every(({ total }) => total === 0)).toBe(true)
  })
})

describe("search", () => {
  let admin: Ctx
  beforeAll(async () => {
    const workspace = await world.workspace()
    admin = await workspace.member("administrator")
    const { id: productId } = await addProduct(world, workspace, "FUL", "Delivery promise")
    const titles = [
      "It's a half-eaten O'Brien parcel",
      "R&D (phase 2): *everything*",
      "C++ | Rust!",
      "100 % of \\N",
    ]
    for (const title of titles) await addItem(admin, title, { productId })
    await addItem(admin, "Überfällige Lieferung", { description: "Wegen der Kuriere" })
  })

  it("finds words and beginnings of words in key, title and description", async () => {
    expect(await find(admin, { search: "über lief" })).toEqual(["Überfällige Lieferung"])
    expect(await find(admin, { search: "kurier" })).toEqual(["Überfällige Lieferung"])
    expect(await find(admin, { search: "ful-2" })).toEqual(["R&D (phase 2): *everything*"])
    expect(await find(admin, { search: "half-eat parcel" })).toEqual(["It's a half-eaten O'Brien parcel"])
    expect(await find(admin, { search: "parcel kuriere" })).toEqual([])
  })

  it.each([
    ["R&D", 1],
    ["(phase", 1],
    ["*everything*", 1],
    ["C++", 1],
    ["Rust!", 1],
    ["O'Brien", 1],
    ["'", 1],
    ["''", 0],
    ["&", 1],
    ["| !", 0],
    ["%", 1],
    ["\\N", 1],
    ["\\", 1],
    ["_", 0],
    ["a:*b <-> !c", 0],
    ["')) or 1=1 --", 0],
    ["everything & ! |", 1],
  ])("takes %j as text", async (search, expected) => {
    expect(await find(admin, { search })).toHaveLength(expected)
    expect(Array.isArray((await searchItems(admin, { text: search })).items)).toBe(true)
  })

  it("offers the palette keys first, by number alone too", async () => {
    const keys = async (text: string) => (await searchItems(admin, { text })).items.map(({ key }) => key)
    expect((await keys("ful-2"))[0]).toBe("FUL-2")
    expect(await keys("FUL")).toEqual(["FUL-1", "FUL-2", "FUL-3", "FUL-4"])
    expect((await keys("4"))[0]).toBe("FUL-4")
    expect(await keys("liefer")).toEqual(["WS-1"])
    expect(await keys("")).toEqual([])
  })
})
