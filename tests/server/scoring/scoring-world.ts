import { createItem } from "@/server/backlog/create-item"
import type { CreateItem } from "@/server/backlog/domain/item"
import type { Ctx } from "@/server/kernel/context"
import { createDomain } from "@/server/products/create-domain"
import { createProduct } from "@/server/products/create-product"
import { listFrameworks } from "@/server/scoring/list-frameworks"
import { publishBuiltInFrameworks } from "@/server/scoring/publish-built-in-frameworks"
import { saveScores } from "@/server/scoring/save-scores"
import { domainOf, productOf } from "@/tests/server/products/products-world"
import type { World } from "@/tests/support/world"

export type Wsjf = [value: number | null, time: number | null, risk: number | null, size: number | null]

export const wsjf = ([value, time, risk, size]: Wsjf) => ({
  business_value: value,
  time_criticality: time,
  risk_reduction: risk,
  job_size: size,
})

/** A workspace with the standard frameworks, an administrator and a product "Delivery promise" in the domain FUL. */
export async function beginScoring(world: World) {
  const workspace = await world.workspace()
  const admin = await workspace.member("administrator")
  await publishBuiltInFrameworks(admin, {})
  const frameworks = await listFrameworks(admin, {})
  const idOf = (key: string) => frameworks.find((framework) => framework.key === key)!.id
  const domain = await createDomain(admin, domainOf("FUL"))
  const product = await createProduct(admin, productOf(domain.id))
  const add = (title: string, more: Partial<CreateItem> = {}) =>
    createItem(admin, { title, productId: product.id, ...more })
  return { workspace, admin, domainId: domain.id, product, add, idOf, frameworkId: idOf("wsjf") }
}

/** Saves one score under WSJF. */
export function giveWsjf(
  ctx: Ctx,
  frameworkId: string,
  itemId: string,
  values: Wsjf,
  more: { version?: number; note?: string } = {},
) {
  return saveScores(ctx, { frameworkId, scores: [{ itemId, inputs: wsjf(values), ...more }] })
}
