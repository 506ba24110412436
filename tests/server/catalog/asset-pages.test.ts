import { describe, expect, it } from "vitest"
import { classifyAsset } from "@/server/catalog/classify-asset"
import { classifyFields } from "@/server/catalog/classify-fields"
import { classifyProduct } from "@/server/catalog/classify-product"
import { exportClassification } from "@/server/catalog/export-classification"
import { listAssets } from "@/server/catalog/list-assets"
import { listClassification } from "@/server/catalog/list-classification"
import { addProduct } from "@/tests/server/products/products-world"
import { openWorld } from "@/tests/support/world"
import { addAsset, beginCatalog } from "./catalog-world"

const world = openWorld()

/** Customers of the product, three more tables of it, three of another domain's product, and two of none. */
async function beginMany() {
  const catalog = await beginCatalog(world)
  const { admin, product } = catalog
  const other = await addProduct(admin, "FUL", { name: "Route planning" })
  const add = (name: string, productId: string | null) => addAsset(admin, name, productId, ["a"])
  for (const n of [1, 2, 3]) await add(`orders_${n}`, product.id)
  for (const n of [1, 2, 3]) await add(`routes_${n}`, other.id)
  const loose = [await add("zones_1", null), await add("zones_2", null)]
  return { ...catalog, other, loose }
}

describe("pages of the assets", () => {
  it("hold each once, and count over all that the filter finds, whatever the page", async () => {
    const { steward, customers, loose } = await beginMany()
    const [zones] = loose
    await classifyAsset(steward, { assetId: zones!.id, levelKey: "internal" })
    const changes = [{ fieldId: customers.fieldIds.email!, classKey: "email" }]
    await classifyFields(steward, { assetId: customers.id, changes })
    const all = await listAssets(steward, {})
    expect(all).toMatchObject({ total: 9, unknown: 7 })
    expect(all.assets.filter(({ level }) => level.known === null)).toHaveLength(7)
    const pages = await Promise.all([0, 4, 8, 400].map((offset) => listAssets(steward, { offset, limit: 4 })))
    expect(pages.map(({ assets }) => assets.length)).toEqual([4, 4, 1, 0])
    expect(pages.flatMap(({ assets }) => assets)).toEqual(all.assets)
    for (const page of pages) expect(page).toMatchObject({ total: 9, unknown: 7 })
    await expect(listAssets(steward, { limit: 1000 })).rejects.toMatchObject({ code: "INVALID" })
  })

  it("are narrowed by the filter, also to assets of no product and to some by id", async () => {
    const { steward, product, customers, loose } = await beginMany()
    const counts = async (filter: object) => {
      const { total, unknown, assets } = await listAssets(steward, { filter, limit: 1 })
      return [total, unknown, assets.length]
    }
    expect(await counts({ productIds: ["none"] })).toEqual([2, 2, 1])
    expect(await counts({ productIds: ["none", product.id] })).toEqual([6, 6, 1])
    expect(await counts({ search: "routes" })).toEqual([3, 3, 1])
    expect(await counts({ levels: ["restricted"] })).toEqual([0, 0, 0])
    const ids = [customers.id, loose[0]!.id]
    const named = await listAssets(steward, { filter: { ids } })
    expect(named.assets.map(({ name }) => name)).toEqual(["customers", "zones_1"])
  })

  it("show and count for a reader limited to a domain only what is theirs", async () => {
    const { workspace, other, loose } = await beginMany()
    const scope = { scopeType: "domain", scopeId: other.domainId } as const
    const reader = await workspace.member("data_engineer", scope)
    expect(await listAssets(reader, { limit: 2 })).toMatchObject({ total: 3, unknown: 3 })
    expect(await listAssets(reader, { filter: { productIds: ["none"] } })).toMatchObject({ total: 0 })
    expect(await listAssets(reader, { filter: { ids: [loose[0]!.id] } })).toMatchObject({ assets: [] })
  })
})

describe("pages of the classification", () => {
  it("hold each product once with what its assets amount to, and count over all", async () => {
    const { admin, steward, customers, product, other } = await beginMany()
    const empty = await addProduct(admin, "EMP", { name: "Empty" })
    const retired = await addProduct(admin, "RET", { name: "Old", lifecycle: "retired" })
    await addAsset(admin, "old_table", retired.id, ["a", "b"])
    const changes = [{ fieldId: customers.fieldIds.email!, classKey: "email" }]
    await classifyFields(steward, { assetId: customers.id, changes })
    await classifyProduct(steward, { productId: empty.id, levelKey: "internal" })
    const all = await listClassification(steward, {})
    expect(all.products).toMatchObject([
      { id: product.id, setLevel: null, assets: 4, unknownFields: 7 },
      { id: empty.id, setLevel: "internal", assets: 0, unknownFields: 0 },
      { id: other.id, level: { known: null, unknownParts: 3 }, assets: 3, unknownFields: 3 },
    ])
    expect(all.products[0]!.level).toEqual({ known: "confidential", from: "inside", unknownParts: 3 })
    // The data of a retired product is counted and exported, the product is not listed.
    const counts = { total: 3, unknown: 1, assets: 10, fields: 14, loose: 2 }
    const pages = await Promise.all(
      [0, 2, 60].map((offset) => listClassification(steward, { offset, limit: 2 })),
    )
    expect(pages.flatMap(({ products }) => products)).toEqual(all.products)
    for (const page of pages) expect(page).toMatchObject(counts)
    const lines = (await exportClassification(steward, {})).text.trimEnd().split("\r\n")
    expect(lines).toHaveLength(1 + 5 + 3 + 3 + 2 + 2)
  })

  it("are found by name and level, and counted for a reader only as far as they reach", async () => {
    const { workspace, steward, other, product } = await beginMany()
    await classifyProduct(steward, { productId: product.id, levelKey: "restricted" })
    const found = async (filter: object) =>
      (await listClassification(steward, { filter })).products.map(({ id }) => id)
    expect(await found({ search: "ROUTE" })).toEqual([other.id])
    expect(await found({ levels: ["restricted"] })).toEqual([product.id])
    expect(await found({ levels: ["unknown"] })).toEqual([other.id])
    const scope = { scopeType: "domain", scopeId: other.domainId } as const
    const reader = await workspace.member("data_engineer", scope)
    expect(await listClassification(reader, {})).toMatchObject({
      products: [{ id: other.id }],
      ...{ total: 1, unknown: 1, assets: 3, fields: 3, loose: 0 },
    })
  })
})
