import { beforeAll, describe, expect, it } from "vitest"
import { createItem } from "@/server/backlog/create-item"
import type { Condition, ConditionGroup, Operator } from "@/server/backlog/domain/item-condition"
import { parseFilter } from "@/server/backlog/domain/item-filter"
import { exportItems } from "@/server/backlog/export-items"
import { listFields } from "@/server/backlog/list-fields"
import { listGroups } from "@/server/backlog/list-groups"
import { listItems } from "@/server/backlog/list-items"
import type { Ctx } from "@/server/kernel/context"
import { openWorld, type TestWorkspace } from "@/tests/support/world"
import { addItem, addProduct } from "./backlog-world"

const world = openWorld()
let workspace: TestWorkspace
let admin: Ctx & { userId: string }
let engineer: Ctx & { userId: string }
let delivery: Awaited<ReturnType<typeof addProduct>>
let stock: Awaited<ReturnType<typeof addProduct>>

const ask = (field: string, op: Operator, ...values: string[]): Condition => ({ field, op, values })
const all = (...of: ConditionGroup["of"]): ConditionGroup => ({ match: "all", of })
const any = (...of: ConditionGroup["of"]): ConditionGroup => ({ match: "any", of })
const letters = async (where: ConditionGroup, more: object = {}) => {
  const { items } = await listItems(admin, { filter: { where, ...more }, limit: 200 })
  return items.map(({ title }) => title[0]).join("")
}

beforeAll(async () => {
  workspace = await world.workspace()
  admin = await workspace.member("administrator")
  engineer = await workspace.member("data_engineer")
  delivery = await addProduct(world, workspace, "FUL", "Delivery promise")
  stock = await addProduct(world, workspace, "STO", "Stock")
  const a = await addItem(admin, "A epic", {
    productId: delivery.id,
    type: "epic",
    status: "doing",
    ownerId: admin.userId,
    estimate: 8,
    dueDate: "2026-10-12",
    quarter: "2026-Q3",
    labels: ["red", "blue"],
    description: "Late at 100% of_depots",
    custom: { Team: "North", Size: "9", Starts: "2026-10-01" },
  })
  await addItem(engineer, "B part", {
    productId: delivery.id,
    parentId: a.id,
    estimate: 2.5,
    dueDate: "2026-10-13",
    quarter: "2026-Q4",
    labels: ["red"],
    custom: { Team: "south", Size: "10,5", Starts: "2026-10-20T08:00" },
  })
  await addItem(engineer, "C stock", {
    productId: stock.id,
    status: "done",
    ownerId: engineer.userId,
    quarter: "2027-Q1",
    custom: { Team: "", Size: "large" },
  })
  await addItem(admin, "D alone", { type: "debt", estimate: 0, dueDate: "2026-10-20" })
})

describe("conditions", () => {
  it.each<[string, ConditionGroup | (() => ConditionGroup), string]>([
    ["kind is", all(ask("type", "is", "epic", "debt")), "AD"],
    ["kind is not", all(ask("type", "not", "epic")), "BCD"],
    ["state", all(ask("status", "not", "done", "doing")), "BD"],
    ["key", any(ask("key", "is", "ful-1"), ask("key", "contains", "sto")), "AC"],
    ["wildcards are letters", all(ask("description", "contains", "100% OF_")), "A"],
    ["no description", all(ask("description", "empty")), "BCD"],
    ["title lacks", all(ask("title", "lacks", "A")), "C"],
    ["owner is me", all(ask("owner", "is", "me")), "A"],
    ["owner is not me, nobody counts", all(ask("owner", "not", "me")), "BCD"],
    ["no owner", all(ask("owner", "empty")), "BD"],
    ["creator", all(ask("creator", "not", "me")), "BC"],
    ["product", () => all(ask("product", "not", stock.id)), "ABD"],
    ["domain", () => all(ask("domain", "is", delivery.domainId)), "AB"],
    ["no domain", all(ask("domain", "empty")), "D"],
    ["any label", all(ask("labels", "is", "blue", "green")), "A"],
    ["all labels", all(ask("labels", "all", "red", "blue")), "A"],
    ["no such label", all(ask("labels", "not", "red")), "CD"],
    ["no label", all(ask("labels", "empty")), "CD"],
    ["estimate above", all(ask("estimate", "above", "2.5")), "A"],
    ["estimate between", all(ask("estimate", "between", "0", "2.5")), "BD"],
    ["estimate is", all(ask("estimate", "is", "0", "8")), "AD"],
    ["no estimate is not zero", all(ask("estimate", "empty")), "C"],
    ["due today", all(ask("due", "is", "today")), "B"],
    ["due before", all(ask("due", "before", "today")), "A"],
    ["due after", all(ask("due", "after", "2026-10-13")), "D"],
    ["due between, either way round", all(ask("due", "between", "2026-10-20", "2026-10-13")), "BD"],
    ["due in the last days", all(ask("due", "last", "1")), "AB"],
    ["due in the next days", all(ask("due", "next", "7")), "BD"],
    ["created today", all(ask("created", "is", "today")), "ABCD"],
    ["created before today", all(ask("created", "before", "today")), ""],
    ["in state in the last days", all(ask("state_since", "last", "3")), "ABCD"],
    ["quarter by word", all(ask("quarter", "is", "this", "last")), "AB"],
    ["quarter after", all(ask("quarter", "after", "this")), "C"],
    ["no quarter", all(ask("quarter", "empty")), "D"],
    ["parent", all(ask("parent", "is", "ful-1")), "B"],
    ["has a parent", all(ask("parent", "filled")), "B"],
    ["custom text, case apart", all(ask("custom.Team", "is", "NORTH", "South")), "AB"],
    ["custom text not, nothing counts", all(ask("custom.Team", "not", "north")), "BCD"],
    ["custom empty", all(ask("custom.Team", "empty")), "CD"],
    ["custom number", all(ask("custom.Size", "above", "9.5")), "B"],
    ["custom number at most", all(ask("custom.Size", "at_most", "9")), "A"],
    ["custom day", all(ask("custom.Starts", "after", "today")), "B"],
    ["a name of nothing", all(ask("custom.'; drop table items; --", "filled")), ""],
    [
      "and, or, nested",
      all(
        ask("status", "not", "done"),
        any(ask("custom.Team", "is", "north"), all(ask("owner", "empty"), ask("estimate", "is", "0"))),
      ),
      "AD",
    ],
  ])("%s", async (_, where, expected) => {
    expect(await letters(typeof where === "function" ? where() : where)).toBe(expected)
  })

  it("comes on top of the quick filters, also from an address", async () => {
    const filter = parseFilter(new URLSearchParams("type=story&where=any(owner:is:me,labels:is:red)"))
    const { items, total } = await listItems(admin, { filter, withTotal: true })
    expect(items.map(({ title }) => title)).toEqual(["B part"])
    expect(total).toBe(1)
  })

  it("refuses what it cannot ask, and says what to do", async () => {
    const wrong = (where: unknown) => listItems(admin, { filter: { where: where as ConditionGroup } })
    const invalid = (message: RegExp) => ({
      code: "INVALID",
      details: {
        issues: expect.arrayContaining([
          { path: expect.any(String), message: expect.stringMatching(message) },
        ]),
      },
    })
    await expect(wrong(all(ask("colour", "is", "red")))).rejects.toMatchObject({ code: "INVALID" })
    await expect(wrong({ match: "all", of: [] })).rejects.toMatchObject({ code: "INVALID" })
    await expect(wrong(all(any(any(any(ask("title", "contains", "x"))))))).rejects.toMatchObject({
      code: "INVALID",
    })
    const many = Array.from({ length: 16 }, () => ask("title", "contains", "x"))
    await expect(wrong(all(any(...many), any(...many)))).rejects.toMatchObject(invalid(/at most 30/))
  })
})

describe("sorting by several fields", () => {
  const sorted = async (...sort: [string, "asc" | "desc"][]) => {
    const filter = { sort: sort.map(([field, dir]) => ({ field: field as "key", dir })) }
    return (await listItems(admin, { filter, limit: 200 })).items.map(({ title }) => title[0]).join("")
  }
  it("orders custom fields as numbers before texts, and missing values last either way", async () => {
    expect(await sorted(["custom.Size", "asc"])).toBe("ABCD")
    expect(await sorted(["custom.Size", "desc"])).toBe("BACD")
    expect(await sorted(["custom.Team", "desc"])).toBe("BACD")
  })
  it("takes the next field where the first is the same", async () => {
    expect(await sorted(["domain", "asc"], ["estimate", "asc"])).toBe("BACD")
    expect(await sorted(["quarter", "desc"])).toBe("CBAD")
    expect(await sorted(["parent", "asc"], ["creator", "desc"], ["key", "desc"])).toHaveLength(4)
  })
})

describe("groups", () => {
  it("are counted and summed in the order in which the list shows them", async () => {
    const { groups, total, rest } = await listGroups(admin, { group: "owner" })
    const names = [admin.caller.user!.name, engineer.caller.user!.name].sort()
    expect(groups.map(({ label }) => label)).toEqual([...names, null])
    expect(groups.at(-1)).toEqual({ value: null, label: null, count: 2, estimate: 2.5, estimated: 2 })
    expect({ total, rest }).toEqual({ total: 4, rest: 0 })
    const { items } = await listItems(admin, { group: "owner", limit: 200 })
    expect(items.map(({ ownerName }) => ownerName)).toEqual([...names, null, null])
  })

  it.each(["type", "status", "product", "domain", "quarter", "parent", "creator", "custom.Team"] as const)(
    "by %s cover the list without a gap",
    async (group) => {
      const { groups } = await listGroups(admin, { group })
      const { items } = await listItems(admin, {
        group,
        columns: ["domain", "parent", "creator", "custom.Team"],
      })
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(items.length)
      expect(new Set(groups.map(({ value }) => value)).size).toBe(groups.length)
      expect(groups.findIndex(({ value }) => value === null)).toBeOneOf([-1, groups.length - 1])
    },
  )

  it("by label hold an item in each of its groups, which the list shows and an export does not repeat", async () => {
    const { groups, total } = await listGroups(admin, { group: "labels" })
    expect(groups.map(({ value, count }) => [value, count])).toEqual([
      ["blue", 1],
      ["red", 2],
      [null, 2],
    ])
    const page = await listItems(admin, { group: "labels", withTotal: true })
    expect({ total: page.total, rows: page.rows, told: total }).toEqual({ total: 4, rows: 5, told: 5 })
    const placed = groups.flatMap(({ value, count }) => Array.from({ length: count }, () => value))
    expect(page.items).toHaveLength(placed.length)
    for (const [at, { labels }] of page.items.entries())
      expect(placed[at] === null ? labels.length === 0 : labels.includes(placed[at]!)).toBe(true)
    const second = await listItems(admin, { group: "labels", offset: 2, limit: 2 })
    expect(second.items.map(({ id }) => id)).toEqual(page.items.slice(2, 4).map(({ id }) => id))
    const { text } = await exportItems(admin, { group: "labels", columns: [] })
    const once = [...new Set(page.items.map(({ key }) => key))]
    expect(
      text
        .trim()
        .split("\r\n")
        .slice(1)
        .map((line) => line.split('"')[1]),
    ).toEqual(once)
  })

  it("keep to the filter", async () => {
    const filter = { where: all(ask("custom.Team", "filled")) }
    const { groups } = await listGroups(admin, { group: "custom.Team", filter })
    expect(groups.map(({ value, count }) => [value, count])).toEqual([
      ["North", 1],
      ["south", 1],
    ])
  })
})

describe("columns", () => {
  it("brings what is asked for, and only that", async () => {
    const { items } = await listItems(admin, { columns: ["parent", "domain", "creator", "custom.Team"] })
    expect(items[1]).toMatchObject({
      quarter: "2026-Q4",
      more: {
        parentKey: "FUL-1",
        parentTitle: "A epic",
        domainName: "FUL",
        creatorName: engineer.caller.user!.name,
        custom: { Team: "south" },
      },
    })
    expect((await listItems(admin, {})).items[1]!.more).toBeNull()
  })

  it("are told with what is in use", async () => {
    const { customFields, labels } = await listFields(admin, {})
    expect(customFields).toEqual([
      { name: "Size", count: 3 },
      { name: "Team", count: 3 },
      { name: "Starts", count: 2 },
    ])
    expect(labels).toEqual([
      { name: "red", count: 2 },
      { name: "blue", count: 1 },
    ])
  })

  it("are told within reach only", async () => {
    const guest = await workspace.member("stakeholder", { scopeType: "product", scopeId: stock.id })
    expect((await listFields(guest, {})).labels).toEqual([])
    expect((await listGroups(guest, { group: "product" })).total).toBe(1)
  })
})

describe("the archive", () => {
  it("is left out unless somebody asks for it", async () => {
    const other = await world.workspace()
    const ctx = await other.member("administrator")
    const gone = await createItem(ctx, { title: "Gone" })
    await createItem(ctx, { title: "Here" })
    const { archiveItem } = await import("@/server/backlog/archive-item")
    await archiveItem(ctx, { id: gone.id, version: 1 } as never)
    const titles = async (where: ConditionGroup | null) =>
      (await listItems(ctx, { filter: { where } })).items.map(({ title }) => title)
    expect(await titles(null)).toEqual(["Here"])
    expect(await titles(all(ask("archived", "yes")))).toEqual(["Gone"])
    expect(await titles(any(ask("archived", "yes"), ask("archived", "no")))).toEqual(["Gone", "Here"])
  })
})
