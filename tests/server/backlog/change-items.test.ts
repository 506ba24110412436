import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { createItem } from "@/server/backlog/create-item"
import { getItem } from "@/server/backlog/get-item"
import { updateItem } from "@/server/backlog/update-item"
import { newId } from "@/server/kernel/domain/id"
import { openWorld } from "@/tests/support/world"
import { addItem, addProduct, look, refusals } from "./backlog-world"

const world = openWorld()

describe("createItem", () => {
  it("numbers keys by the domain of the product, or by the workspace", async () => {
    const workspace = await world.workspace()
    const engineer = await workspace.member("data_engineer")
    const { id: productId } = await addProduct(world, workspace, "FUL", "Delivery promise")
    const keys = []
    for (const product of [productId, null, productId, null]) {
      keys.push((await addItem(engineer, "Something", { productId: product })).key)
    }
    expect(keys).toEqual(["FUL-1", "WS-1", "FUL-2", "WS-2"])
  })

  it("gives every one of many concurrent items its own key and rank", async () => {
    const workspace = await world.workspace()
    const engineer = await workspace.member("data_engineer")
    const { id: productId } = await addProduct(world, workspace, "FUL", "Delivery promise")
    const made = await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        addItem(engineer, `Item ${n}`, { productId: n % 2 ? productId : null }),
      ),
    )
    expect(new Set(made.map(({ key }) => key)).size).toBe(24)
    expect(new Set(made.map(({ rank }) => rank)).size).toBe(24)
  })

  it("is for members, products and parents of this workspace", async () => {
    const workspace = await world.workspace()
    const engineer = await workspace.member("data_engineer")
    const other = await world.workspace()
    const stranger = await other.member("data_engineer")
    const foreign = await addProduct(world, other, "FUL", "Elsewhere")
    const foreignItem = await addItem(stranger, "Elsewhere")
    await expect(addItem(engineer, "x", { ownerId: stranger.userId })).rejects.toMatchObject({
      code: "INVALID",
      details: { issues: [{ path: "ownerId" }] },
    })
    await expect(addItem(engineer, "x", { productId: foreign.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
    await expect(addItem(engineer, "x", { parentId: foreignItem.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
    await expect(createItem(engineer, { title: "  " })).rejects.toThrow("Give the item a title")
  })

  it("is refused to those who only read, and the refusal is recorded", async () => {
    const workspace = await world.workspace()
    for (const role of ["stakeholder", "auditor"] as const) {
      await expect(addItem(await workspace.member(role), "x")).rejects.toMatchObject({ code: "FORBIDDEN" })
    }
    expect(await refusals(world, workspace)).toEqual([
      { action: "backlog.createItem" },
      { action: "backlog.createItem" },
    ])
  })

  it("keeps a grant for one product to that product", async () => {
    const workspace = await world.workspace()
    const mine = await addProduct(world, workspace, "FUL", "Delivery promise")
    const other = await addProduct(world, workspace, "STO", "Stock")
    const owner = await workspace.member("product_owner", { scopeType: "product", scopeId: mine.id })
    expect((await addItem(owner, "Mine", { productId: mine.id })).key).toBe("FUL-1")
    for (const productId of [other.id, null]) {
      await expect(addItem(owner, "x", { productId })).rejects.toMatchObject({ code: "FORBIDDEN" })
    }
  })
})

describe("updateItem", () => {
  it("changes the given fields and records what differed", async () => {
    const workspace = await world.workspace()
    const engineer = await workspace.member("data_engineer")
    const { id } = await addItem(engineer, "Old", { labels: ["a", "b"], description: "Text" })
    const changes = { title: "New", labels: ["b", "a"], ownerId: engineer.userId }
    expect(await updateItem(engineer, { id, version: 1, changes })).toMatchObject({ key: "WS-1", version: 2 })
    const item = await getItem(engineer, { key: "WS-1" })
    expect(item).toMatchObject({ title: "New", labels: ["a", "b"], description: "Text", version: 2 })
    expect(item.owner).toMatchObject({ id: engineer.userId })
    expect(item.activity.map(({ summary, changes }) => [summary, changes])).toEqual([
      [
        "Changed title and owner of WS-1",
        [
          { field: "ownerId", from: null, to: engineer.userId },
          { field: "title", from: "Old", to: "New" },
        ],
      ],
      ["Created WS-1 “Old”", []],
    ])
  })

  it("stamps the change of status and nothing else does", async () => {
    const workspace = await world.workspace()
    const engineer = await workspace.member("data_engineer")
    const later = { ...engineer, clock: () => "2026-10-14T08:00:00.000Z" }
    const { id } = await addItem(engineer, "Item")
    await updateItem(later, { id, version: 1, changes: { title: "Renamed" } })
    expect(await getItem(later, { id })).toMatchObject({
      updatedAt: "2026-10-14T08:00:00.000Z",
      statusChangedAt: engineer.clock(),
    })
    await updateItem(later, { id, version: 2, changes: { status: "doing" } })
    const { statusChangedAt, activity } = await getItem(later, { id })
    expect(statusChangedAt).toBe("2026-10-14T08:00:00.000Z")
    expect(activity[0]!.summary).toBe("Moved WS-1 to Doing")
  })

  it("refuses a stale version and hands over the item as it stands", async () => {
    const engineer = await (await world.workspace()).member("data_engineer")
    const { id } = await addItem(engineer, "Old")
    await updateItem(engineer, { id, version: 1, changes: { title: "Theirs" } })
    await expect(updateItem(engineer, { id, version: 1, changes: { title: "Mine" } })).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { title: "Theirs", version: 2 } },
    })
    expect(await getItem(engineer, { id })).toMatchObject({ title: "Theirs" })
  })

  it("lets one of two people who save at once win", async () => {
    const engineer = await (await world.workspace()).member("data_engineer")
    const { id } = await addItem(engineer, "Old")
    const saves = ["A", "B", "C"].map((title) => updateItem(engineer, { id, version: 1, changes: { title } }))
    const settled = await Promise.allSettled(saves)
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(
      settled.filter((save) => save.status === "rejected" && save.reason.code === "CONFLICT"),
    ).toHaveLength(2)
  })

  it("writes and records nothing when nothing differs", async () => {
    const workspace = await world.workspace()
    const engineer = await workspace.member("data_engineer")
    const { id } = await addItem(engineer, "Same", { custom: { b: "2", a: "1" } })
    const same = { title: "Same", custom: { a: "1", b: "2" } }
    expect(await updateItem(engineer, { id, version: 1, changes: same })).toMatchObject({ version: 1 })
    expect(await look(world, workspace, sql`select action from audit_events`)).toHaveLength(1)
  })

  it("lets no item become its own ancestor, even when two people try together", async () => {
    const engineer = await (await world.workspace()).member("data_engineer")
    const a = await addItem(engineer, "A")
    const b = await addItem(engineer, "B", { parentId: a.id })
    const c = await addItem(engineer, "C", { parentId: b.id })
    for (const parentId of [a.id, c.id]) {
      await expect(updateItem(engineer, { id: a.id, version: 1, changes: { parentId } })).rejects.toThrow(
        "own ancestor",
      )
    }
    const [x, y] = [await addItem(engineer, "X"), await addItem(engineer, "Y")]
    const both = await Promise.allSettled([
      updateItem(engineer, { id: x.id, version: 1, changes: { parentId: y.id } }),
      updateItem(engineer, { id: y.id, version: 1, changes: { parentId: x.id } }),
    ])
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const item = await getItem(engineer, { id: b.id })
    expect(item.parent).toMatchObject({ key: a.key })
    expect(item.children).toMatchObject([{ key: c.key }])
  })

  it("needs the permission in both products to move an item between them", async () => {
    const workspace = await world.workspace()
    const admin = await workspace.member("administrator")
    const mine = await addProduct(world, workspace, "FUL", "Delivery promise")
    const other = await addProduct(world, workspace, "STO", "Stock")
    const owner = await workspace.member("product_owner", { scopeType: "domain", scopeId: mine.domainId })
    const inMine = await addItem(owner, "Mine", { productId: mine.id })
    const inOther = await addItem(admin, "Other", { productId: other.id })
    const move = (id: string, productId: string | null) =>
      updateItem(owner, { id, version: 1, changes: { productId } })
    await expect(move(inMine.id, other.id)).rejects.toMatchObject({ code: "FORBIDDEN" })
    await expect(move(inMine.id, null)).rejects.toMatchObject({ code: "FORBIDDEN" })
    await expect(move(inOther.id, mine.id)).rejects.toMatchObject({ code: "FORBIDDEN" })
    await updateItem(admin, { id: inOther.id, version: 1, changes: { productId: mine.id } })
    expect(await getItem(owner, { id: inOther.id })).toMatchObject({
      key: "STO-1",
      product: { name: "Delivery promise" },
    })
  })

  it("does not know items of another workspace", async () => {
    const engineer = await (await world.workspace()).member("data_engineer")
    const foreign = await addItem(await (await world.workspace()).member("data_engineer"), "Elsewhere")
    for (const id of [foreign.id, newId()]) {
      await expect(updateItem(engineer, { id, version: 1, changes: { title: "x" } })).rejects.toMatchObject({
        code: "NOT_FOUND",
      })
      await expect(getItem(engineer, { id })).rejects.toMatchObject({ code: "NOT_FOUND" })
    }
  })
})
