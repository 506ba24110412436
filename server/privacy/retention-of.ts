import { inArray } from "drizzle-orm"
import { dataAssets } from "@/db/schema/catalog"
import { activeAssetsOf } from "@/server/catalog/active-assets-of"
import { assetFacts } from "@/server/catalog/asset-facts"
import { classOf } from "@/server/catalog/domain/scheme"
import { schemeOf } from "@/server/catalog/scheme-of"
import type { OpCtx } from "@/server/kernel/context"
import { selectDue } from "./internal/retention-rows"

/** Whether a product's data has retention rules; `missing` says what is left to do, one sentence each. */
export type RetentionState = { set: boolean; rules: number; missing: string[] }

/** For each product: every active asset with personal data needs a rule for each of its classes, or one for any class. */
export async function retentionOf(
  ctx: OpCtx,
  productIds: readonly string[],
): Promise<Map<string, RetentionState>> {
  if (productIds.length === 0) return new Map()
  const scheme = await schemeOf(ctx)
  const assets = await assetFacts(ctx, await activeAssetsOf(ctx, productIds))
  const due = await selectDue(ctx, inArray(dataAssets.productId, [...productIds]))
  const rules = Map.groupBy(due, ({ asset }) => asset.id)
  const states = new Map<string, RetentionState>(
    productIds.map((id) => [id, { set: true, rules: 0, missing: [] }]),
  )
  for (const asset of assets) {
    const state = states.get(asset.productId ?? "")
    if (!state) continue
    const covered = rules.get(asset.id) ?? []
    state.rules += covered.length
    if (covered.some(({ rule }) => rule.classKey === null)) continue
    const classes = new Set(asset.fields.flatMap(({ classKey }) => classKey ?? []))
    for (const key of classes) {
      const dataClass = classOf(scheme, key)
      if (!dataClass?.personal || covered.some(({ rule }) => rule.classKey === key)) continue
      state.missing.push(`${asset.name} has no retention rule for ${dataClass.name.toLowerCase()}`)
    }
    if (asset.fields.some(({ classKey }) => classKey === null) && covered.length === 0) {
      state.missing.push(`${asset.name} has unclassified fields and no retention rule`)
    }
  }
  for (const state of states.values()) state.set = state.missing.length === 0
  return states
}
