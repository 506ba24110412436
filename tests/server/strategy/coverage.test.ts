import { describe, expect, it } from "vitest"
import { z } from "zod"
import { updateItem } from "@/server/backlog/update-item"
import type { Ctx } from "@/server/kernel/context"
import { query } from "@/server/kernel/operation"
import { createDomain } from "@/server/products/create-domain"
import { createProduct } from "@/server/products/create-product"
import { createInitiative } from "@/server/strategy/create-initiative"
import { coverageMap } from "@/server/strategy/domain/coverage"
import { getCoverage } from "@/server/strategy/get-coverage"
import { getObjective } from "@/server/strategy/get-objective"
import { linkSubject } from "@/server/strategy/link-subject"
import { listCell } from "@/server/strategy/list-cell"
import { listSubjectLinks } from "@/server/strategy/list-subject-links"
import { listUncoveredItems } from "@/server/strategy/list-uncovered-items"
import { requestFunding } from "@/server/strategy/request-funding"
import { objectiveLinks } from "@/server/strategy/thread-link"
import { unlinkSubject } from "@/server/strategy/unlink-subject"
import { waitingFunding, waitingInitiatives, waitingMeasurements } from "@/server/strategy/waiting"
import { domainOf, productOf } from "@/tests/server/products/products-world"
import { openWorld } from "@/tests/support/world"
import { beginStrategy } from "./strategy-world"

const world = openWorld()

const reading = { permission: "products.read" as const, at: "rows" as const }
const askLinks = query("thread.getThread", {
  ...reading,
  input: z.array(z.object({ id: z.string(), ownerName: z.string().nullable() })),
  run: async (ctx, products) => Object.fromEntries(await objectiveLinks(ctx, products)),
})
const waiting = query("home.listWaiting", {
  ...reading,
  input: z.object({}),
  run: async (ctx) => ({
    measurements: await waitingMeasurements(ctx),
    initiatives: await waitingInitiatives(ctx),
    funding: await waitingFunding(ctx),
  }),
})

/** Two domains, three products, two objectives; FUL's product and one of its items work on the first. */
async function beginCoverage() {
  const strategy = await beginStrategy(world)
  const { admin, domainId, product, addItem, addObjective } = strategy
  const stores = await createDomain(admin, domainOf("STO"))
  const stock = await createProduct(admin, productOf(stores.id, { name: "Store stock" }))
  const idle = await createProduct(admin, productOf(domainId, { name: "Idle" }))
  const churn = await addObjective("Keep our customers", {}, { metric: "Complaints" })
  const orphan = await addObjective("Nobody's", { metric: "Carbon" })
  const item = await addItem("Retry", stock.id)
  const loose = await addItem("Loose", null)
  await linkSubject(admin, {
    keyResultId: churn.keyResultId,
    productId: product.id,
    note: "Fewer late parcels",
  })
  await linkSubject(admin, { keyResultId: churn.keyResultIds[1]!, itemId: item.id })
  return { ...strategy, stores, stock, idle, churn, orphan, item, loose }
}

describe("the coverage map", () => {
  it("counts products and open items, with orphans on both sides", async () => {
    const { admin, product, stock, idle, churn, item, addItem } = await beginCoverage()
    const coverage = await getCoverage(admin, {})
    const map = coverageMap(coverage, "objective")
    expect(map.columns.map(({ objective }) => objective.key)).toEqual(["O-1", "O-2"])
    expect(map.at(product.id, churn.id)).toEqual({ linked: true, items: 0 })
    expect(map.at(stock.id, churn.id)).toEqual({ linked: false, items: 1 })
    expect(map.at(idle.id, churn.id)).toEqual({ linked: false, items: 0 })
    expect(map.orphanObjectives.map(({ key }) => key)).toEqual(["O-2"])
    expect(map.orphanProducts.map(({ name }) => name)).toEqual(["Idle"])
    expect(coverage.products.map(({ openItems }) => openItems)).toEqual([0, 0, 1])
    const byResult = coverageMap(coverage, "keyResult")
    expect(byResult.columns).toHaveLength(3)
    expect(byResult.at(stock.id, churn.keyResultIds[1]!)).toEqual({ linked: false, items: 1 })
    expect(await listCell(admin, { productId: stock.id, objectiveId: churn.id })).toMatchObject([
      { sentence: "Reduce complaints by 15 % in six months", links: [{ type: "item", key: item.key }] },
    ])
    // A finished item works on nothing any more.
    await updateItem(admin, { id: item.id, version: 1, changes: { status: "done" } })
    const after = coverageMap(await getCoverage(admin, {}), "objective")
    expect(after.orphanProducts.map(({ name }) => name)).toEqual(["Idle", "Store stock"])
    await addItem("Counted", idle.id)
  })

  it("lists items that work on nothing, page by page; a product's objective is its items' too", async () => {
    const { admin, product, addItem, loose, item, idle } = await beginCoverage()
    await addItem("Of a covered product", product.id)
    const open = await addItem("Of an idle product", idle.id)
    const { items, total } = await listUncoveredItems(admin, {})
    expect(items.map(({ key }) => key)).toEqual([loose.key, open.key])
    expect(items.map(({ key }) => key)).not.toContain(item.key)
    expect(total).toBe(2)
    expect((await listUncoveredItems(admin, { offset: 1, limit: 1 })).items.map(({ key }) => key)).toEqual([
      open.key,
    ])
  })

  it("filters by domain and keeps the objectives that its products work on", async () => {
    const { admin, stores, domainId } = await beginCoverage()
    const coverage = await getCoverage(admin, { domainIds: [stores.id] })
    expect(coverage.products.map(({ name }) => name)).toEqual(["Store stock"])
    expect(coverage.cells).toHaveLength(1)
    expect(coverage.objectives.map(({ key }) => key)).toEqual(["O-1", "O-2"])
    const { total } = await listUncoveredItems(admin, { domainIds: [domainId] })
    expect(total).toBe(0)
  })

  it("narrows to what the reader may see, without calling an objective an orphan for it", async () => {
    const { workspace, stores, churn, product } = await beginCoverage()
    const limited = await workspace.member("data_engineer", { scopeType: "domain", scopeId: stores.id })
    const coverage = await getCoverage(limited, {})
    expect(coverage.products.map(({ name }) => name)).toEqual(["Store stock"])
    expect(JSON.stringify(coverage)).not.toContain(product.id)
    expect(coverage.objectives.map(({ worked }) => worked)).toEqual([true, false])
    const objective = await getObjective(limited, { key: "O-1" })
    expect(objective.keyResults.map(({ links, hiddenLinks }) => [links.length, hiddenLinks])).toEqual([
      [0, 1],
      [1, 0],
    ])
    expect(await listCell(limited, { productId: product.id, objectiveId: churn.id })).toMatchObject([
      { links: [] },
    ])
    await expect(listSubjectLinks(limited, { productId: product.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
  })
})

describe("a link", () => {
  it("is made once, its note changes, and it can be taken away", async () => {
    const { admin, product, churn } = await beginCoverage()
    const link = { keyResultId: churn.keyResultId, productId: product.id }
    const { id } = await linkSubject(admin, { ...link, note: "Another note" })
    const { keyResults } = await listSubjectLinks(admin, { productId: product.id })
    expect(keyResults).toMatchObject([{ linkId: id, note: "Another note", objective: { key: "O-1" } }])
    await unlinkSubject(admin, { id })
    await expect(unlinkSubject(admin, { id })).rejects.toMatchObject({ code: "NOT_FOUND" })
    expect((await listSubjectLinks(admin, { productId: product.id })).keyResults).toEqual([])
    const at = (path: string) => ({ code: "INVALID", details: { issues: [{ path }] } })
    await expect(linkSubject(admin, { keyResultId: churn.keyResultId })).rejects.toMatchObject(
      at("productId"),
    )
    await expect(linkSubject(admin, { productId: product.id })).rejects.toMatchObject(at("keyResultId"))
  })
})

describe("the objective in a product's thread", () => {
  const link = async (ctx: Ctx, id: string) => (await askLinks(ctx, [{ id, ownerName: "Ines Moreau" }]))[id]

  it("stands as the worst key result, and waits where there is none", async () => {
    const { admin, product, stock, idle, churn, measure } = await beginCoverage()
    expect(await link(admin, idle.id)).toMatchObject({
      state: "warning",
      word: "No objective",
      owes: { name: "Ines Moreau" },
      waits: true,
    })
    expect(await link(admin, product.id)).toMatchObject({
      state: "unknown",
      word: "No measurement yet",
      waits: false,
    })
    await measure(churn.keyResultId, "2026-10-10", "4.4")
    expect(await link(admin, product.id)).toMatchObject({
      state: "good",
      word: "On track",
      fact: "**1 key result** of O-1 Keep our customers",
      when: "2026-10-10",
      href: expect.stringContaining("/strategy/objectives/O-1"),
    })
    expect(await link(admin, stock.id)).toMatchObject({ word: "No measurement yet" })
  })

  it("is not shown before there is any objective", async () => {
    const { admin, product } = await beginStrategy(world)
    expect(await link(admin, product.id)).toBeUndefined()
  })
})

describe("what waits", () => {
  it("are my overdue measurements, my incomplete initiatives, and funding that others asked for", async () => {
    const { admin, workspace, addObjective, measure } = await beginStrategy(world)
    const owner = await workspace.member("product_owner")
    const { keyResultId } = await addObjective("Keep our customers", { ownerId: owner.userId })
    const made = await createInitiative(owner, {
      name: "Win-back list",
      startQuarter: "2026-Q4",
      endQuarter: "2026-Q4",
      ownerId: owner.userId,
      sponsorId: admin.userId,
    })
    await requestFunding(owner, { initiativeId: made.id, amount: "1200", currency: "EUR", reason: "A list" })
    expect(await waiting(owner, {})).toMatchObject({
      measurements: [{ title: "Measure Churn", due: "2026-07-31" }],
      initiatives: [{ title: "Win-back list has no objective" }],
      funding: [],
    })
    expect(await waiting(admin, {})).toMatchObject({
      measurements: [],
      initiatives: [],
      funding: [{ title: "1,200 EUR asked for Win-back list" }],
    })
    await measure(keyResultId, "2026-10-10", "4.4")
    expect((await waiting(owner, {})).measurements).toEqual([])
  })
})
