import { beforeAll, describe, expect, it } from "vitest"
import { archiveItem } from "@/server/backlog/archive-item"
import { dismissDuplicate } from "@/server/backlog/dismiss-duplicate"
import { findSimilar } from "@/server/backlog/find-similar"
import { getItem } from "@/server/backlog/get-item"
import { listBlocked } from "@/server/backlog/list-blocked"
import { listDependencies } from "@/server/backlog/list-dependencies"
import { listDuplicates } from "@/server/backlog/list-duplicates"
import { mergeItems } from "@/server/backlog/merge-items"
import { moveItem } from "@/server/backlog/move-item"
import { relateItems } from "@/server/backlog/relate-items"
import { reorderItems } from "@/server/backlog/reorder-items"
import { restoreItem } from "@/server/backlog/restore-item"
import { searchItems } from "@/server/backlog/search-items"
import { undoImport } from "@/server/backlog/undo-import"
import { unrelateItems } from "@/server/backlog/unrelate-items"
import { updateItem } from "@/server/backlog/update-item"
import type { Ctx } from "@/server/kernel/context"
import { openWorld, type TestWorkspace } from "@/tests/support/world"
import { addItem, addProduct, bringIn, find } from "./backlog-world"

const world = openWorld()
let workspace: TestWorkspace
let owner: Ctx
beforeAll(async () => {
  workspace = await world.workspace()
  owner = await workspace.member("product_owner")
})

type Made = { id: string; key: string }
const make = async (...titles: string[]) => {
  const made = []
  for (const title of titles) made.push(await addItem(owner, title, { estimate: 3 }))
  return made
}
const block = (from: { id: string }, to: { id: string }) =>
  relateItems(owner, { fromId: from.id, toId: to.id, word: "blocks" })

describe("relations", () => {
  it("show on both pages, each from its own side, and in both activities", async () => {
    const [a, b] = (await make("Relation one", "Relation two")) as unknown as [Made, Made]
    expect(await relateItems(owner, { fromId: a.id, toId: b.id, word: "blocked_by" })).toEqual({
      added: true,
    })
    expect(await relateItems(owner, { fromId: b.id, toId: a.id, word: "blocks" })).toEqual({ added: false })
    await relateItems(owner, { fromId: b.id, toId: a.id, word: "relates" })
    const here = await getItem(owner, { id: a.id })
    const there = await getItem(owner, { id: b.id })
    expect(here.relations.map(({ word, key }) => [word, key]).sort()).toEqual([
      ["blocked_by", b.key],
      ["relates", b.key],
    ])
    expect(there.relations.map(({ word, key }) => [word, key]).sort()).toEqual([
      ["blocks", a.key],
      ["relates", a.key],
    ])
    expect(there.activity.map(({ summary }) => summary)).toContain(
      `Noted that ${a.key} is blocked by ${b.key}`,
    )
    await unrelateItems(owner, { fromId: b.id, toId: a.id, word: "blocks" })
    expect((await getItem(owner, { id: a.id })).relations.map(({ word }) => word)).toEqual(["relates"])
    await expect(unrelateItems(owner, { fromId: b.id, toId: a.id, word: "blocks" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
  })

  it("refuse an item and itself, and a circle with the way around", async () => {
    const [a, b, c] = (await make("Circle a", "Circle b", "Circle c")) as { id: string; key: string }[]
    await expect(block(a!, a!)).rejects.toMatchObject({ code: "INVALID" })
    await block(a!, b!)
    await block(b!, c!)
    await expect(block(c!, a!)).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: `${a!.key} would wait for itself: ${c!.key} blocks ${a!.key} blocks ${b!.key} blocks ${c!.key}. Remove one of these dependencies first`,
    })
  })

  it("never close a circle together, when several people add its parts at once", async () => {
    for (let round = 0; round < 5; round++) {
      const made = await make("At once 1", "At once 2", "At once 3")
      const results = await Promise.allSettled(made.map((item, i) => block(item, made[(i + 1) % 3]!)))
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(2)
    }
  })

  it("show nothing of items out of reach", async () => {
    const product = await addProduct(world, workspace, "REL", "Related")
    const inside = await addItem(owner, "Inside", { productId: product.id })
    const [outside] = await make("Outside")
    await block(outside!, inside)
    const scope = { scopeType: "product" as const, scopeId: product.id }
    const narrow = await workspace.member("delivery_lead", scope)
    expect((await getItem(narrow, { id: inside.id })).relations).toEqual([])
    expect((await listBlocked(narrow, { ids: [inside.id] })).blocked).toEqual([
      { id: inside.id, blockedBy: 1, keys: [] },
    ])
    expect((await listDependencies(narrow, {})).items).toEqual([])
    await expect(
      relateItems(narrow, { fromId: inside.id, toId: outside!.id, word: "relates" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" })
  })
})

describe("what is blocked", () => {
  it("counts open blockers only, and follows their state", async () => {
    const [a, b, c] = (await make("Blocker one", "Blocker two", "Waits")) as { id: string; key: string }[]
    await block(a!, c!)
    await block(b!, c!)
    const blocked = async () => (await listBlocked(owner, { ids: [a!.id, b!.id, c!.id] })).blocked
    expect(await blocked()).toEqual([{ id: c!.id, blockedBy: 2, keys: [a!.key, b!.key] }])
    await moveItem(owner, { id: a!.id, status: "done" })
    expect(await blocked()).toEqual([{ id: c!.id, blockedBy: 1, keys: [b!.key] }])
    await archiveItem(owner, { id: b!.id })
    expect(await blocked()).toEqual([])
    await restoreItem(owner, { id: b!.id })
    await moveItem(owner, { id: c!.id, status: "done" })
    expect(await blocked()).toEqual([])
  })
})

describe("the dependencies of a product or an item", () => {
  it("are its items with their neighbours, in columns, with the critical path over what is open", async () => {
    const product = await addProduct(world, workspace, "DEP", "Dependent")
    const at = { productId: product.id }
    const epic = await addItem(owner, "Epic", at)
    const first = await addItem(owner, "First", { ...at, estimate: 2, parentId: epic.id })
    const second = await addItem(owner, "Second", { ...at, parentId: epic.id })
    const third = await addItem(owner, "Third", { ...at, estimate: 5 })
    const [elsewhere] = await make("Elsewhere")
    await block(first, second)
    await block(second, third)
    await block(elsewhere!, first)
    const ofProduct = await listDependencies(owner, { productId: product.id })
    expect(ofProduct.items.map(({ title, layer, inside }) => [title, layer, inside]).sort()).toEqual([
      ["Elsewhere", 0, false],
      ["First", 1, true],
      ["Second", 2, true],
      ["Third", 3, true],
    ])
    expect(ofProduct.critical).toEqual({
      ids: [elsewhere!.id, first.id, second.id, third.id],
      length: 10,
      missing: [second.id],
    })
    const ofEpic = await listDependencies(owner, { wholeId: epic.id })
    expect(ofEpic.items).toHaveLength(4)
    await moveItem(owner, { id: elsewhere!.id, status: "done" })
    expect((await listDependencies(owner, { productId: product.id })).items).toHaveLength(3)
    const whole = await listDependencies(owner, { productId: product.id, closed: true })
    expect([whole.items.length, whole.critical.length]).toEqual([4, 7])
  })
})

describe("the archive", () => {
  it("takes an item out of lists and search; its page, its parts and its way back stay", async () => {
    const [whole] = await make("Archived whole")
    const part = await addItem(owner, "Archived part", { parentId: whole!.id })
    await archiveItem(owner, { id: whole!.id, reason: "Out of date" })
    expect(await archiveItem(owner, { id: whole!.id })).toMatchObject({ archived: false })
    expect(await find(owner, { search: "archived" })).toEqual(["Archived part"])
    expect((await searchItems(owner, { text: whole!.key })).items).toEqual([])
    const page = await getItem(owner, { id: whole!.id })
    expect(page).toMatchObject({ archivedBy: { name: expect.stringContaining("Product owner") } })
    expect(page.children).toHaveLength(1)
    expect(page.activity[0]).toMatchObject({ reason: "Out of date" })
    expect((await getItem(owner, { id: part.id })).parent).toMatchObject({ archivedAt: expect.any(String) })
    const change = updateItem(owner, { id: whole!.id, version: page.version, changes: { title: "New" } })
    await expect(change).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await expect(moveItem(owner, { id: whole!.id, status: "doing" })).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
    await restoreItem(owner, { id: whole!.id })
    expect(await find(owner, { search: "archived" })).toHaveLength(2)
  })
})

describe("duplicates", () => {
  it("are found while a title is written", async () => {
    const [here] = await make("Predict promise for click-and-collect orders")
    const found = await findSimilar(owner, { title: "predict promise click and collect" })
    expect(found.items[0]).toMatchObject({ key: here!.key })
    expect((await findSimilar(owner, { title: "pre" })).items).toEqual([])
    const except = { title: "Predict promise for click-and-collect orders", exceptId: here!.id }
    expect((await findSimilar(owner, except)).items).toEqual([])
  })

  it("are listed in pairs until somebody says they differ, or merges them", async () => {
    const product = await addProduct(world, workspace, "DUP", "Doubled")
    const at = { productId: product.id }
    const keep = await addItem(owner, "Cap the waiting time of the carrier poll", at)
    const other = await addItem(owner, "Cap waiting time of carrier poll", at)
    const third = await addItem(owner, "Cap the waiting time of the depot poll", at)
    const list = async () =>
      (await listDuplicates(owner, at)).pairs.map(({ items }) =>
        items
          .map(({ key }) => key)
          .sort()
          .join(" "),
      )
    expect(await list()).toContain([keep.key, other.key].sort().join(" "))
    await dismissDuplicate(owner, { ids: [third.id, keep.id] })
    expect(await list()).not.toContain([keep.key, third.key].sort().join(" "))

    const part = await addItem(owner, "A part of the other", { ...at, parentId: other.id })
    const [blocker] = await make("Blocks the other")
    await block(blocker!, other)
    const merged = await mergeItems(owner, { keepId: keep.id, duplicateId: other.id, reason: "Same thing" })
    expect(merged).toEqual({ parts: 1, dependencies: 1 })
    const kept = await getItem(owner, { id: keep.id })
    expect(kept.children.map(({ key }) => key)).toEqual([part.key])
    expect(kept.relations.map(({ word, key }) => [word, key]).sort()).toEqual([
      ["blocked_by", blocker!.key],
      ["duplicated_by", other.key],
    ])
    const gone = await getItem(owner, { id: other.id })
    expect([gone.archivedAt !== null, gone.relations.map(({ word }) => word)]).toEqual([true, ["duplicates"]])
    expect(await list()).not.toContain([keep.key, other.key].sort().join(" "))
    const again = mergeItems(owner, { keepId: keep.id, duplicateId: other.id })
    await expect(again).rejects.toMatchObject({ code: "RULE_BROKEN" })
  })

  it("do not merge into an item that would wait for itself then", async () => {
    const [a, b, c] = (await make("Merge a", "Merge b", "Merge c")) as { id: string }[]
    await block(a!, b!)
    await block(b!, c!)
    const merge = mergeItems(owner, { keepId: c!.id, duplicateId: a!.id })
    await expect(merge).rejects.toMatchObject({ code: "RULE_BROKEN" })
  })
})

describe("the activity of an item", () => {
  it("tells of imports and new orders it was part of", async () => {
    const { importId } = await bringIn(owner, "key,title\nACT-1,Imported for its activity\n")
    const [title] = (await searchItems(owner, { text: "Imported for its activity" })).items
    const [other] = await make("Another for the order")
    await reorderItems(owner, { items: [{ id: other!.id }, { id: title!.id }], reason: "Test" })
    const { activity } = await getItem(owner, { id: title!.id })
    expect(activity.map(({ action }) => action)).toEqual(["backlog.reorderItems", "backlog.importItems"])
    await relateItems(owner, { fromId: title!.id, toId: other!.id, word: "relates" })
    await expect(undoImport(owner, { importId, reason: "Test" })).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: expect.stringContaining("related to others"),
    })
  })
})
