import { describe, expect, it } from "vitest"
import { createConsentPurpose } from "@/server/privacy/create-consent-purpose"
import { createWarehouseRole } from "@/server/privacy/create-warehouse-role"
import { exportMaskingPolicy } from "@/server/privacy/export-masking-policy"
import { getAssetPrivacy } from "@/server/privacy/get-asset-privacy"
import { getMasking } from "@/server/privacy/get-masking"
import { removeConsentUse } from "@/server/privacy/remove-consent-use"
import { retireConsentPurpose } from "@/server/privacy/retire-consent-purpose"
import { retireWarehouseRole } from "@/server/privacy/retire-warehouse-role"
import { setConsentUse } from "@/server/privacy/set-consent-use"
import { setMaskingRules } from "@/server/privacy/set-masking-rules"
import { updateConsentPurpose } from "@/server/privacy/update-consent-purpose"
import { addAsset, beginCatalog } from "@/tests/server/catalog/catalog-world"
import { openWorld } from "@/tests/support/world"

const world = openWorld()

async function beginMasking() {
  const catalog = await beginCatalog(world)
  const { steward, product } = catalog
  const consents = await addAsset(steward, "consents", product.id, ["customer_id", "newsletter"])
  const role = await createWarehouseRole(steward, { name: "marketing" })
  const purpose = await createConsentPurpose(steward, { name: "Newsletter", roleId: role.id })
  return { ...catalog, consents, role, purpose }
}

describe("masking rules", () => {
  it("are set per role and class with a version, and known classes only", async () => {
    const { steward, engineer, role } = await beginMasking()
    const rules = [{ classKey: "email", rule: { kind: "partial" as const, keep: 4 } }]
    const set = (list: Parameters<typeof setMaskingRules>[1]["rules"], version = 1) =>
      setMaskingRules(steward, { roleId: role.id, version, rules: list })
    await expect(set([{ classKey: "nothing such", rule: { kind: "hash" } }])).rejects.toThrow(/no class/)
    await expect(set([...rules, ...rules])).rejects.toThrow(/stands twice/)
    await expect(set([{ classKey: "email", rule: { kind: "partial", keep: 0 } }])).rejects.toMatchObject({
      code: "INVALID",
    })
    await set(rules)
    await expect(set([])).rejects.toMatchObject({ code: "CONFLICT" })
    const { roles } = await getMasking(engineer, {})
    expect(roles).toMatchObject([
      { name: "marketing", version: 2, rules: { email: { kind: "partial", keep: 4 } } },
    ])
    await expect(createWarehouseRole(steward, { name: "marketing" })).rejects.toThrow(/exists already/)
    await retireWarehouseRole(steward, { id: role.id, reason: "Team dissolved" })
    expect((await getMasking(engineer, {})).roles).toEqual([])
    await createWarehouseRole(steward, { name: "marketing" })
  })
})

describe("consent", () => {
  it("names a column and a join that exist", async () => {
    const { steward, customers, consents, purpose } = await beginMasking()
    const set = (more: object) =>
      setConsentUse(steward, {
        purposeId: purpose.id,
        assetId: customers.id,
        flagColumn: "newsletter",
        ...more,
      })
    await expect(set({})).rejects.toThrow("customers has no field newsletter")
    await expect(set({ flagAssetId: consents.id })).rejects.toThrow(/Name the column that joins/)
    await expect(set({ flagAssetId: consents.id, joinKey: "email" })).rejects.toThrow(
      "consents has no field email",
    )
    await expect(set({ fieldNames: ["nope"], flagColumn: "segment" })).rejects.toThrow(
      "customers has no field nope",
    )
    await set({ flagAssetId: consents.id, joinKey: "customer_id", fieldNames: ["email"] })
    await set({ flagAssetId: consents.id, joinKey: "customer_id" })
    const { purposes } = await getMasking(steward, {})
    expect(purposes[0]?.uses).toMatchObject([
      { asset: { name: "customers" }, flagAsset: { name: "consents" } },
    ])
    expect((await getAssetPrivacy(steward, { assetId: customers.id })).consents).toHaveLength(1)
  })

  it("filters the rows of its purpose's role in every dialect, until it is taken away", async () => {
    const { steward, customers, consents, purpose } = await beginMasking()
    const use = { purposeId: purpose.id, assetId: customers.id }
    await setConsentUse(steward, {
      ...use,
      flagAssetId: consents.id,
      joinKey: "customer_id",
      flagColumn: "newsletter",
    })
    const sqlOf = async (dialect: "postgresql" | "snowflake" | "bigquery") =>
      (await exportMaskingPolicy(steward, { dialect, assetIds: [customers.id] })).sql
    expect(await sqlOf("postgresql")).toContain('where exists (select 1 from "consents" c')
    expect(await sqlOf("snowflake")).toContain("row access policy")
    expect(await sqlOf("bigquery")).toContain("CREATE SCHEMA IF NOT EXISTS `for_marketing`")
    await removeConsentUse(steward, { ...use, reason: "Contract instead" })
    expect(await sqlOf("postgresql")).not.toContain('where exists (select 1 from "consents"')
    await updateConsentPurpose(steward, { id: purpose.id, version: 1, changes: { name: "News by mail" } })
    await retireConsentPurpose(steward, { id: purpose.id, reason: "Stopped" })
    expect((await getMasking(steward, {})).purposes).toEqual([])
  })
})
