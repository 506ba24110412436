import { sql } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { changeItems } from "@/server/backlog/change-items"
import { getItem } from "@/server/backlog/get-item"
import { listItems } from "@/server/backlog/list-items"
import { moveItem } from "@/server/backlog/move-item"
import { setWipLimits } from "@/server/backlog/set-wip-limits"
import { undoChange } from "@/server/backlog/undo-change"
import { updateItem } from "@/server/backlog/update-item"
import type { Ctx } from "@/server/kernel/context"
import { newId } from "@/server/kernel/domain/id"
import { openWorld, type TestWorkspace } from "@/tests/support/world"
import { addItem, addProduct, bringIn, look } from "./backlog-world"

const world = openWorld()
let workspace: TestWorkspace
let owner: Ctx & { userId: string }

beforeEach(async () => {
  workspace = await world.workspace()
  owner = await workspace.member("product_owner")
})

async function make(count: number, more: object = {}) {
  const made = []
  for (let n = 1; n <= count; n++) made.push(await addItem(owner, `Item ${n}`, more))
  return made
}
const these = (items: { id: string }[]) => ({ ids: items.map(({ id }) => id) })
const read = (item: { id: string } | undefined) => getItem(owner, { id: item!.id })
const EDIT = "Your roles do not include the permission backlog.edit"

describe("changeItems", () => {
  it("changes any field of the chosen items as one record, and one undo gives each its own back", async () => {
    const product = await addProduct(world, workspace, "FUL", "Delivery promise")
    const [parent] = await make(1, { type: "epic" })
    const [first] = await make(1, { labels: ["red", "old"], estimate: 2, custom: { Team: "A", Site: "X" } })
    const [second] = await make(1, { status: "ready", labels: ["blue"], ownerId: owner.userId })
    const selection = these([first!, second!])
    const { changeId, changed } = await changeItems(owner, {
      selection,
      changes: {
        type: "debt",
        status: "review",
        ownerId: owner.userId,
        productId: product.id,
        estimate: 5,
        dueDate: "2026-12-01",
        quarter: "2026-Q4",
        parentId: parent!.id,
        labels: { add: ["new"], remove: ["old"] },
        custom: { Team: "B", Site: null },
      },
    })
    expect(changed).toBe(2)
    const shared = {
      type: "debt",
      status: "review",
      estimate: 5,
      dueDate: "2026-12-01",
      quarter: "2026-Q4",
      version: 2,
    }
    expect(await read(first)).toMatchObject({ ...shared, labels: ["red", "new"], custom: { Team: "B" } })
    expect(await read(second)).toMatchObject({ ...shared, labels: ["blue", "new"], custom: { Team: "B" } })
    expect((await read(second)).activity[0]!.summary).toContain("of 2 items")

    expect(await undoChange(owner, { changeId: changeId! })).toEqual({ restored: 2, left: 0 })
    const before = {
      type: "story",
      dueDate: null,
      quarter: null,
      parentId: null,
      productId: null,
      version: 3,
    }
    expect(await read(first)).toMatchObject({
      ...before,
      status: "idea",
      ownerId: null,
      estimate: 2,
      labels: ["red", "old"],
      custom: { Team: "A", Site: "X" },
    })
    expect(await read(second)).toMatchObject({
      ...before,
      status: "ready",
      ownerId: owner.userId,
      labels: ["blue"],
    })
    const trail = await look<{ action: string }>(
      world,
      workspace,
      sql`select action from audit_events where action in ('backlog.changeItems', 'backlog.undoChange') order by action`,
    )
    expect(trail.map(({ action }) => action)).toEqual(["backlog.changeItems", "backlog.undoChange"])
    await expect(undoChange(owner, { changeId: changeId! })).rejects.toThrow("undone already")
  })

  it("leaves alone what is as wished, and keeps no change of nothing", async () => {
    const [first, second] = await make(2, { labels: ["a", "b"] })
    const selection = these([first!, second!])
    expect(await changeItems(owner, { selection, changes: { labels: { set: ["b", "a"] } } })).toMatchObject({
      changeId: null,
      changed: 0,
      unchanged: 2,
    })
    await updateItem(owner, { id: first!.id, version: 1, changes: { estimate: 3 } })
    expect(await changeItems(owner, { selection, changes: { estimate: 3 } })).toMatchObject({
      changed: 1,
      unchanged: 1,
    })
  })

  it("takes all of a filter but some", async () => {
    const wanted = await make(3, { labels: ["x"] })
    await make(2)
    const filter = { labels: ["x"] }
    const { changed } = await changeItems(owner, {
      selection: { filter, except: [wanted[1]!.id] },
      changes: { archived: true },
    })
    expect(changed).toBe(2)
    const { total } = await listItems(owner, { filter: {}, withTotal: true })
    expect(total).toBe(3)
  })

  it("refuses as a whole, names who stands in the way, and changes the others when wished", async () => {
    const mine = await addProduct(world, workspace, "FUL", "Delivery promise")
    const scoped = await workspace.member("data_engineer", { scopeType: "product", scopeId: mine.id })
    const both = { ...scoped.caller.grants[0]!, role: "auditor" as const, scopeType: "workspace" as const }
    const reader = {
      ...scoped,
      caller: { ...scoped.caller, grants: [...scoped.caller.grants, { ...both, scopeId: null }] },
    }
    const [inside] = await make(1, { productId: mine.id })
    const [outside] = await make(1)
    const wish = { selection: these([inside!, outside!]), changes: { estimate: 8 } }
    await expect(changeItems(reader, wish)).rejects.toMatchObject({
      code: "RULE_BROKEN",
      details: { current: { blocked: [{ key: outside!.key, reason: `${EDIT} here` }], changeable: 1 } },
    })
    expect((await read(inside)).estimate).toBeNull()
    expect(await changeItems(reader, { ...wish, skipBlocked: true })).toMatchObject({
      changed: 1,
      blocked: 1,
    })
    // Out of sight is not here at all.
    await expect(changeItems(scoped, { ...wish, selection: these([outside!]) })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
    await expect(
      changeItems(scoped, { selection: these([inside!]), changes: { productId: null } }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" })
  })

  it("refuses a circle of parents, strangers, archived items and nonsense", async () => {
    const [top, child, other] = await make(3)
    await updateItem(owner, { id: child!.id, version: 1, changes: { parentId: top!.id } })
    await expect(
      changeItems(owner, { selection: these([top!, other!]), changes: { parentId: child!.id } }),
    ).rejects.toMatchObject({ details: { current: { blocked: [{ key: top!.key }], changeable: 1 } } })
    await changeItems(owner, { selection: these([other!]), changes: { archived: true } })
    await expect(
      changeItems(owner, { selection: these([other!]), changes: { estimate: 1 } }),
    ).rejects.toThrow("in the archive")
    const foreign = await (await world.workspace()).member("product_owner")
    const selection = these([top!])
    await expect(
      changeItems(owner, { selection, changes: { ownerId: foreign.userId } }),
    ).rejects.toMatchObject({
      code: "INVALID",
    })
    await expect(changeItems(foreign, { selection, changes: { estimate: 1 } })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
    await expect(changeItems(owner, { selection, changes: {} })).rejects.toThrow("Choose what to change")
    await expect(
      changeItems(owner, {
        selection: { ids: Array.from({ length: 5001 }, newId) },
        changes: { estimate: 1 },
      }),
    ).rejects.toThrow("At most 5,000 items")
  })
})

describe("undoChange", () => {
  it("shows both versions where somebody changed an item since, and undoes the rest", async () => {
    const [first, second] = await make(2)
    const { changeId } = await changeItems(owner, {
      selection: these([first!, second!]),
      changes: { status: "doing", estimate: 5 },
    })
    const colleague = await workspace.member("data_engineer")
    await updateItem(colleague, { id: first!.id, version: 2, changes: { estimate: 13 } })
    await expect(undoChange(owner, { changeId: changeId! })).rejects.toMatchObject({
      code: "CONFLICT",
      details: {
        current: {
          restorable: 1,
          conflicts: [
            {
              key: first!.key,
              reason: "It was changed since",
              fields: expect.arrayContaining([{ field: "estimate", now: 13, before: null }]),
            },
          ],
        },
      },
    })
    expect(await read(second)).toMatchObject({ status: "doing" })
    expect(await undoChange(owner, { changeId: changeId!, skipConflicts: true })).toEqual({
      restored: 1,
      left: 1,
    })
    expect(await read(first)).toMatchObject({ status: "doing", estimate: 13 })
    expect(await read(second)).toMatchObject({ status: "idea", estimate: null })
  })

  it("does not push items into a column that filled up meanwhile", async () => {
    const lead = await workspace.member("delivery_lead")
    const [first] = await make(1, { status: "doing" })
    const [second] = await make(1)
    const rule = { status: "doing" as const, per: "column" as const, kind: "hard" as const, limit: 1 }
    await setWipLimits(lead, { version: 0, rules: [rule] })
    const { changeId } = await changeItems(owner, { selection: these([first!]), changes: { status: "done" } })
    await moveItem(owner, { id: second!.id, status: "doing" })
    await expect(undoChange(owner, { changeId: changeId! })).rejects.toMatchObject({
      details: {
        current: { conflicts: [{ reason: expect.stringContaining("Doing holds 1 of at most 1") }] },
      },
    })
  })

  it("does not make a circle of parents that changed since", async () => {
    const [child, top] = await make(2)
    await updateItem(owner, { id: child!.id, version: 1, changes: { parentId: top!.id } })
    const { changeId } = await changeItems(owner, { selection: these([child!]), changes: { parentId: null } })
    await updateItem(owner, { id: top!.id, version: 1, changes: { parentId: child!.id } })
    await expect(undoChange(owner, { changeId: changeId! })).rejects.toThrow("their own ancestors")
  })
})

describe("5,000 items", () => {
  it("are changed and given back; more are refused in words", async () => {
    const lines = Array.from({ length: 5001 }, (_, n) => `K-${n},Title ${n},Ready,red`)
    await bringIn(owner, ["issuekey,title,status,labels", ...lines].join("\n"))
    const all = { filter: { labels: ["red"] } }
    await expect(changeItems(owner, { selection: all, changes: { status: "doing" } })).rejects.toThrow(
      "more than 5,000 items",
    )
    const { items } = await listItems(owner, { filter: {}, limit: 1 })
    const selection = { ...all, except: [items[0]!.id] }
    const { changeId, changed } = await changeItems(owner, {
      selection,
      changes: { status: "doing", labels: { add: ["blue"] }, ownerId: owner.userId },
    })
    expect(changed).toBe(5000)
    expect(await undoChange(owner, { changeId: changeId! })).toEqual({ restored: 5000, left: 0 })
    const [row] = await look<{ odd: number }>(
      world,
      workspace,
      sql`select count(*)::int as odd from items where status <> 'ready' or labels <> '{red}' or owner_id is not null`,
    )
    expect(row?.odd).toBe(0)
  }, 300_000)
})
