import { createAsset } from "@/server/catalog/create-asset"
import { getAsset } from "@/server/catalog/get-asset"
import { setFields } from "@/server/catalog/set-fields"
import type { Ctx } from "@/server/kernel/context"
import { addProduct } from "@/tests/server/products/products-world"
import type { World } from "@/tests/support/world"

/** A table with these fields, and its fields' ids by name. */
export async function addAsset(ctx: Ctx, name: string, productId: string | null, fields: readonly string[]) {
  const { id, key } = await createAsset(ctx, { name, kind: "table", productId })
  const list = fields.map((field) => ({ name: field, type: "text" }))
  if (fields.length > 0) await setFields(ctx, { assetId: id, version: 1, fields: list })
  const asset = await getAsset(ctx, { key })
  return { id, key, fieldIds: Object.fromEntries(asset.fields.map((field) => [field.name, field.id])) }
}

/** A workspace with a product, its data steward, its engineer, and a table of customers. */
export async function beginCatalog(world: World) {
  const workspace = await world.workspace()
  const admin = await workspace.member("administrator")
  const steward = await workspace.member("data_steward")
  const engineer = await workspace.member("data_engineer")
  const product = await addProduct(admin, "CUS")
  const fields = ["customer_id", "email", "first_name", "orders_count", "segment"]
  const customers = await addAsset(engineer, "customers", product.id, fields)
  return { workspace, admin, steward, engineer, product, customers }
}
