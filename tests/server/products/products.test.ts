import "@/server/compose"
import { describe, expect, it } from "vitest"
import { newId } from "@/server/kernel/domain/id"
import { createDomain } from "@/server/products/create-domain"
import { createProduct } from "@/server/products/create-product"
import { getProduct } from "@/server/products/get-product"
import { listDomains } from "@/server/products/list-domains"
import { listProducts } from "@/server/products/list-products"
import { updateDomain } from "@/server/products/update-domain"
import { updateProduct } from "@/server/products/update-product"
import { NOW, openWorld } from "@/tests/support/world"
import { addProduct, auditOf, domainOf, productOf } from "./products-world"

const world = openWorld()
const names = (rows: { name: string }[]) => rows.map((row) => row.name)

async function begin() {
  const workspace = await world.workspace()
  return { workspace, admin: await workspace.member("administrator") }
}

describe("domains", () => {
  it("have a key of their own, people and a number of products", async () => {
    const { admin } = await begin()
    const { id } = await createDomain(admin, domainOf("FUL", { ownerId: admin.userId }))
    await createProduct(admin, productOf(id))
    const [row] = await listDomains(admin, {})
    expect(row).toMatchObject({
      key: "FUL",
      owner: { id: admin.userId },
      steward: null,
      productCount: 1,
      version: 1,
    })
    await expect(createDomain(admin, domainOf("FUL"))).rejects.toMatchObject({
      code: "INVALID",
      details: { issues: [{ path: "key" }] },
    })
  })

  it("refuse an owner who is no member, and a key that is taken", async () => {
    const { admin } = await begin()
    const { id } = await createDomain(admin, domainOf("FUL"))
    await createDomain(admin, domainOf("PRC"))
    const stranger = updateDomain(admin, { id, version: 1, changes: { ownerId: newId() } })
    await expect(stranger).rejects.toMatchObject({ details: { issues: [{ path: "changes.ownerId" }] } })
    const taken = updateDomain(admin, { id, version: 1, changes: { key: "PRC" } })
    await expect(taken).rejects.toMatchObject({
      code: "INVALID",
      details: { issues: [{ path: "changes.key" }] },
    })
  })

  it("are changed in one go and answer a stale version with both", async () => {
    const { workspace, admin } = await begin()
    const { id } = await createDomain(admin, domainOf("FUL"))
    expect(await updateDomain(admin, { id, version: 1, changes: { name: "Fulfilment" } })).toEqual({
      id,
      version: 2,
    })
    const stale = updateDomain(admin, { id, version: 1, changes: { name: "Logistics" } })
    await expect(stale).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { name: "Fulfilment", version: 2 } },
    })
    expect((await auditOf(world, workspace.id)).map((event) => event.summary)).toEqual([
      "Created the domain Domain FUL",
      "Renamed the domain Domain FUL to Fulfilment",
    ])
  })

  it("of another workspace are not found", async () => {
    const { admin } = await begin()
    const other = (await begin()).admin
    const { id } = await createDomain(other, domainOf("FUL"))
    await expect(updateDomain(admin, { id, version: 1, changes: { name: "x" } })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
    await expect(createProduct(admin, productOf(id))).rejects.toMatchObject({ code: "NOT_FOUND" })
  })
})

describe("a product", () => {
  it("gets a slug from its name that is unique and stays", async () => {
    const { admin } = await begin()
    const first = await addProduct(admin, "FUL", { name: "Délivery  promise!" })
    const second = await addProduct(admin, "PRC")
    const third = await addProduct(admin, "STO")
    expect([first.slug, second.slug, third.slug]).toEqual([
      "delivery-promise",
      "delivery-promise-2",
      "delivery-promise-3",
    ])
    await updateProduct(admin, { id: first.id, version: 1, changes: { name: "Parcel promise" } })
    expect(await getProduct(admin, { slug: "delivery-promise" })).toMatchObject({
      name: "Parcel promise",
      version: 2,
    })
  })

  it("created twice at the same moment gets two slugs", async () => {
    const { admin } = await begin()
    const { id } = await createDomain(admin, domainOf("FUL"))
    const made = await Promise.all([1, 2, 3, 4].map(() => createProduct(admin, productOf(id))))
    expect(new Set(made.map((product) => product.slug)).size).toBe(4)
  })

  it("shows its domain, people and latest changes", async () => {
    const { admin } = await begin()
    const { id, slug } = await addProduct(admin, "FUL", { ownerId: admin.userId })
    const change = {
      id,
      version: 1,
      changes: { lifecycle: "live", question: "When?" } as const,
      reason: "First release",
    }
    await updateProduct({ ...admin, clock: () => "2026-10-14T08:00:00.000Z" }, change)
    const product = await getProduct(admin, { slug })
    expect(product).toMatchObject({
      id,
      question: "When?",
      lifecycle: "live",
      domain: { key: "FUL" },
      owner: { id: admin.userId },
      steward: null,
      version: 2,
      createdAt: NOW,
    })
    expect(product.activity).toHaveLength(3)
    expect(product.activity).toContainEqual(
      expect.objectContaining({
        summary: "Moved Delivery promise from Building to Live",
        reason: "First release",
      }),
    )
    expect(product.activity.at(-1)).toMatchObject({
      summary: "Created the product Delivery promise",
      actor: { id: admin.userId },
    })
  })

  it("changes its lifecycle only with a reason", async () => {
    const { admin } = await begin()
    const { id } = await addProduct(admin, "FUL")
    const silent = updateProduct(admin, { id, version: 1, changes: { lifecycle: "retired" } })
    await expect(silent).rejects.toMatchObject({ code: "INVALID", details: { issues: [{ path: "reason" }] } })
  })

  it("answers a stale version with the row as it stands, and changes nothing when nothing changed", async () => {
    const { workspace, admin } = await begin()
    const { id } = await addProduct(admin, "FUL")
    expect(await updateProduct(admin, { id, version: 1, changes: { name: "Delivery promise" } })).toEqual({
      id,
      version: 1,
    })
    await updateProduct(admin, { id, version: 1, changes: { question: "First?" } })
    const second = updateProduct(admin, { id, version: 1, changes: { question: "Second?" } })
    await expect(second).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { question: "First?", version: 2, domain: { key: "FUL" } } },
    })
    expect(await auditOf(world, workspace.id)).toHaveLength(3)
  })

  it("saved by two people at once keeps one and tells the other", async () => {
    const { admin } = await begin()
    const { id } = await addProduct(admin, "FUL")
    const saves = ["One?", "Two?", "Three?"].map((question) =>
      updateProduct(admin, { id, version: 1, changes: { question } }),
    )
    const results = await Promise.allSettled(saves)
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1)
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "CONFLICT" })
    }
  })

  it("of another workspace is not found, by id and by slug", async () => {
    const { admin } = await begin()
    const { id, slug } = await addProduct((await begin()).admin, "FUL")
    await expect(getProduct(admin, { slug })).rejects.toMatchObject({ code: "NOT_FOUND" })
    await expect(updateProduct(admin, { id, version: 1, changes: { name: "x" } })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
  })
})

describe("the list of products", () => {
  it("is filtered by domain, state, owner and words, whatever they contain", async () => {
    const { admin } = await begin()
    const { domainId } = await addProduct(admin, "FUL", {
      name: "100% stock",
      ownerId: admin.userId,
      lifecycle: "live",
    })
    await addProduct(admin, "PRC", { name: "Price index", question: "What do rivals ask?" })
    expect(names(await listProducts(admin, { domainIds: [domainId] }))).toEqual(["100% stock"])
    expect(names(await listProducts(admin, { lifecycles: ["building"] }))).toEqual(["Price index"])
    expect(names(await listProducts(admin, { ownerIds: ["me"] }))).toEqual(["100% stock"])
    expect(names(await listProducts(admin, { ownerIds: ["none"] }))).toEqual(["Price index"])
    expect(names(await listProducts(admin, { ownerIds: ["none", admin.userId] }))).toHaveLength(2)
    expect(names(await listProducts(admin, { search: "0%" }))).toEqual(["100% stock"])
    expect(names(await listProducts(admin, { search: "RIVALS" }))).toEqual(["Price index"])
    expect(await listProducts(admin, { search: "_" })).toEqual([])
  })

  it("shows a limited grant its own part, and domains only as far as needed", async () => {
    const { workspace, admin } = await begin()
    const fulfilment = await addProduct(admin, "FUL", { name: "Delivery promise" })
    const pricing = await addProduct(admin, "PRC", { name: "Price index" })
    await createProduct(admin, productOf(pricing.domainId, { name: "Basket margin" }))
    const inDomain = await workspace.member("stakeholder", { scopeType: "domain", scopeId: pricing.domainId })
    const inProduct = await workspace.member("product_owner", {
      scopeType: "product",
      scopeId: fulfilment.id,
    })
    expect(names(await listProducts(inDomain, {}))).toEqual(["Basket margin", "Price index"])
    expect(names(await listProducts(inProduct, {}))).toEqual(["Delivery promise"])
    expect(await listDomains(inProduct, {})).toMatchObject([{ key: "FUL", productCount: 1 }])
    await expect(getProduct(inProduct, { slug: pricing.slug })).rejects.toMatchObject({ code: "NOT_FOUND" })
    await updateProduct(inProduct, { id: fulfilment.id, version: 1, changes: { question: "When?" } })
    const foreign = updateProduct(inProduct, { id: pricing.id, version: 1, changes: { question: "When?" } })
    await expect(foreign).rejects.toMatchObject({ code: "FORBIDDEN" })
    const away = updateProduct(inProduct, {
      id: fulfilment.id,
      version: 2,
      changes: { domainId: pricing.domainId },
    })
    await expect(away).rejects.toMatchObject({ code: "FORBIDDEN" })
  })
})
