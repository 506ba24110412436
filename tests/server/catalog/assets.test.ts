import { describe, expect, it } from "vitest"
import { archiveAsset } from "@/server/catalog/archive-asset"
import { classifyFields } from "@/server/catalog/classify-fields"
import { createAsset } from "@/server/catalog/create-asset"
import { getAsset } from "@/server/catalog/get-asset"
import { listAssets } from "@/server/catalog/list-assets"
import { restoreAsset } from "@/server/catalog/restore-asset"
import { setFields } from "@/server/catalog/set-fields"
import { updateAsset } from "@/server/catalog/update-asset"
import { auditOf } from "@/tests/server/products/products-world"
import { openWorld } from "@/tests/support/world"
import { addAsset, beginCatalog } from "./catalog-world"

const world = openWorld()
const fieldsOf = (names: readonly string[]) => names.map((name) => ({ name }))

describe("data assets", () => {
  it("are registered under an address of their own, with a name that is unique within the kind", async () => {
    const { engineer } = await beginCatalog(world)
    const view = await createAsset(engineer, { name: "customers", kind: "view" })
    expect(view.key).toBe("customers-2")
    await expect(createAsset(engineer, { name: "customers", kind: "table" })).rejects.toMatchObject({
      code: "INVALID",
      message: "A table named customers is registered already",
    })
    expect((await createAsset(engineer, { name: "Łódź → 倉庫", kind: "file" })).key).toMatch(/^odz|lodz|file/)
    expect((await createAsset(engineer, { name: "倉庫", kind: "file" })).key).toBe("file")
  })

  it("change with a version: the second of two editors sees what the first saved", async () => {
    const { engineer, customers, product } = await beginCatalog(world)
    const changes = { location: "warehouse.crm", ownerId: engineer.userId }
    expect(await updateAsset(engineer, { id: customers.id, version: 2, changes })).toMatchObject({
      version: 3,
    })
    await expect(
      updateAsset(engineer, { id: customers.id, version: 2, changes: { name: "x" } }),
    ).rejects.toMatchObject({ code: "CONFLICT", details: { current: { location: "warehouse.crm" } } })
    expect(await getAsset(engineer, { key: customers.key })).toMatchObject({
      location: "warehouse.crm",
      product: { id: product.id },
      owner: { id: engineer.userId },
    })
  })

  it("stay within their product for whoever is limited to one", async () => {
    const { workspace, admin, product, customers } = await beginCatalog(world)
    const loose = await addAsset(admin, "loose", null, ["a"])
    const limited = await workspace.member("data_engineer", { scopeType: "product", scopeId: product.id })
    const { assets } = await listAssets(limited, {})
    expect(assets.map(({ name }) => name)).toEqual(["customers"])
    await expect(getAsset(limited, { key: loose.key })).rejects.toMatchObject({ code: "NOT_FOUND" })
    await expect(createAsset(limited, { name: "elsewhere", kind: "table" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    })
    await updateAsset(limited, { id: customers.id, version: 2, changes: { description: "Ours" } })
    await expect(
      updateAsset(limited, { id: customers.id, version: 3, changes: { productId: null } }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" })
  })

  it("are archived with a reason, kept as they were, and restored", async () => {
    const { engineer, steward, customers, workspace } = await beginCatalog(world)
    await archiveAsset(engineer, { id: customers.id, reason: "Replaced by the CRM" })
    expect((await listAssets(engineer, {})).total).toBe(0)
    expect((await listAssets(engineer, { filter: { archived: true } })).total).toBe(1)
    const changes = [{ fieldId: customers.fieldIds.email!, classKey: "email" }]
    await expect(classifyFields(steward, { assetId: customers.id, changes })).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
    await expect(createAsset(engineer, { name: "customers", kind: "table" })).rejects.toThrow(
      "A table named customers is archived. Restore it, or choose another name",
    )
    await restoreAsset(engineer, { id: customers.id })
    expect((await listAssets(engineer, {})).total).toBe(1)
    const trail = (await auditOf(world, workspace.id)).map(({ summary }) => summary)
    expect(trail).toContain("Archived the data asset customers")
  })

  it("are found by the name of a field, and filtered by kind, owner and level", async () => {
    const { engineer, steward, customers } = await beginCatalog(world)
    await addAsset(engineer, "stock", null, ["pieces"])
    const find = async (filter: object) =>
      (await listAssets(steward, { filter })).assets.map(({ name }) => name)
    expect(await find({ search: "FIRST_" })).toEqual(["customers"])
    expect(await find({ levels: ["unknown"] })).toEqual(["customers", "stock"])
    const changes = [{ fieldId: customers.fieldIds.email!, classKey: "email" }]
    await classifyFields(steward, { assetId: customers.id, changes })
    expect(await find({ levels: ["confidential"] })).toEqual(["customers"])
    expect(await find({ levels: ["unknown"] })).toEqual(["stock"])
    expect(await find({ levels: ["no such level"] })).toEqual([])
    expect(await find({ kinds: ["view"] })).toEqual([])
    expect(await find({ ownerIds: ["me"] })).toEqual([])
  })
})

describe("fields", () => {
  it("are replaced as a list, keep their classification by name, and go only with a reason once classified", async () => {
    const { engineer, steward, customers } = await beginCatalog(world)
    await classifyFields(steward, {
      assetId: customers.id,
      changes: [{ fieldId: customers.fieldIds.email!, classKey: "email" }],
    })
    const set = (names: readonly string[], reason = "") =>
      setFields(engineer, { assetId: customers.id, version: 2, fields: fieldsOf(names), reason })
    await expect(set(["customer_id"])).rejects.toMatchObject({
      code: "INVALID",
      details: { issues: [{ path: "reason" }] },
    })
    expect(await set(["segment", "email", "new"])).toEqual({ version: 3, added: 1, removed: 3 })
    const { fields } = await getAsset(engineer, { key: customers.key })
    expect(fields.map(({ name, classKey }) => [name, classKey])).toEqual([
      ["segment", null],
      ["email", "email"],
      ["new", null],
    ])
    await expect(set(["email"])).rejects.toMatchObject({ code: "CONFLICT" })
    await setFields(engineer, { assetId: customers.id, version: 3, fields: [], reason: "Dropped" })
    expect((await getAsset(engineer, { key: customers.key })).fields).toEqual([])
  })

  it("are at most 2,000, each named once, and written quickly", async () => {
    const { engineer, customers } = await beginCatalog(world)
    const many = fieldsOf(Array.from({ length: 2000 }, (_, index) => `column_${index}`))
    const set = (fields: typeof many) => setFields(engineer, { assetId: customers.id, version: 2, fields })
    await expect(set([...many, { name: "one_more" }])).rejects.toThrow("An asset has at most 2000 fields")
    await expect(set([{ name: "a" }, { name: "b" }, { name: "a" }])).rejects.toThrow(
      "a stands in line 1 already",
    )
    expect(await set(many)).toMatchObject({ added: 2000, removed: 5 })
  })
})
