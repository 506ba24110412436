import { createItem } from "@/server/backlog/create-item"
import { createDomain } from "@/server/products/create-domain"
import { createProduct } from "@/server/products/create-product"
import { createObjective } from "@/server/strategy/create-objective"
import type { KeyResultFields } from "@/server/strategy/domain/key-result"
import { recordMeasurement } from "@/server/strategy/record-measurement"
import { domainOf, productOf } from "@/tests/server/products/products-world"
import { CHURN } from "@/tests/support/furnish-strategy"
import type { World } from "@/tests/support/world"

export const PERIOD = { periodStart: "2026-07-01", periodEnd: "2027-01-01" }
export const TODAY = "2026-10-13"

/** A workspace with an administrator, a product "Delivery promise" in the domain FUL, and ways to add to it. */
export async function beginStrategy(world: World) {
  const workspace = await world.workspace()
  const admin = await workspace.member("administrator")
  const domain = await createDomain(admin, domainOf("FUL"))
  const product = await createProduct(admin, productOf(domain.id))
  const addItem = (title: string, productId: string | null = product.id) =>
    createItem(admin, { title, productId })
  /** An objective with one key result for each of the given changes to the churn one. */
  const addObjective = async (title: string, ...keyResults: Partial<KeyResultFields>[]) => {
    const created = await createObjective(admin, {
      title,
      ...PERIOD,
      keyResults: keyResults.map((more) => ({ ...CHURN, ...more })),
    })
    return { ...created, keyResultId: created.keyResultIds[0] ?? "" }
  }
  const measure = (keyResultId: string, measuredOn: string, value: string) =>
    recordMeasurement(admin, { keyResultId, measuredOn, value, note: "Customer ledger" })
  return { workspace, admin, domainId: domain.id, product, addItem, addObjective, measure }
}
