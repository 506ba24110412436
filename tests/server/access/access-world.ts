import { requestAccess } from "@/server/access/request-access"
import type { Ctx } from "@/server/kernel/context"
import { decide, type Person } from "@/tests/server/approvals/approvals-world"
import { addAsset } from "@/tests/server/catalog/catalog-world"
import { addProduct } from "@/tests/server/products/products-world"
import type { World } from "@/tests/support/world"

/** A workspace with a product, its steward and owner, a table in it, an engineer and two analysts. */
export async function beginAccess(world: World) {
  const workspace = await world.workspace()
  const admin = await workspace.member("administrator")
  const steward = await workspace.member("data_steward")
  const owner = await workspace.member("product_owner")
  const engineer = await workspace.member("data_engineer")
  const analyst = await workspace.member("stakeholder")
  const other = await workspace.member("stakeholder")
  const product = await addProduct(admin, "FUL", { stewardId: steward.userId, ownerId: owner.userId })
  const table = await addAsset(admin, "parcels", product.id, ["parcel_id"])
  return { workspace, admin, steward, owner, engineer, analyst, other, product, table }
}

export const REASON = "Forecast the load of every hub for the winter"

type Asked = Partial<Parameters<typeof requestAccess>[1]>

export const askFor = (ctx: Ctx, productId: string, more: Asked = {}) =>
  requestAccess(ctx, {
    productId,
    purpose: "analysis",
    reason: REASON,
    rights: ["read"],
    untilDay: "2026-12-31",
    ...more,
  })

/** Asked for and approved, at the clock of whoever approves. */
export async function give(world: World, asker: Ctx, approver: Person, productId: string, more: Asked = {}) {
  const asked = await askFor(asker, productId, more)
  await decide(world, approver, asked.approvalId)
  return asked
}
