import { acceptSuggestions } from "@/server/catalog/accept-suggestions"
import { classifyFields } from "@/server/catalog/classify-fields"
import { createAsset } from "@/server/catalog/create-asset"
import { NOT_PERSONAL } from "@/server/catalog/domain/default-scheme"
import { readFields } from "@/server/catalog/domain/read-fields"
import { getAsset } from "@/server/catalog/get-asset"
import { setFields } from "@/server/catalog/set-fields"
import type { Cast } from "./cast"
import { DATA_ASSETS } from "./data-asset-list"

/** The engineer registers what holds data, the steward classifies most of it. Ids by name. */
export async function registerData(
  { priya, marek, ...cast }: Cast,
  productIds: Map<string, string>,
): Promise<Map<string, string>> {
  const people = { ...cast, priya, marek }
  const ids = new Map<string, string>()
  for (const { product, owner, fields, classes = {}, accept, rest, ...asset } of DATA_ASSETS) {
    const { id, key } = await createAsset(priya.ctx, {
      ...asset,
      productId: product && productIds.get(product)!,
      ownerId: people[owner].userId,
    })
    ids.set(asset.name, id)
    await setFields(priya.ctx, { assetId: id, version: 1, fields: readFields(fields).fields })
    const { suggestions } = await getAsset(marek.ctx, { key })
    if (accept && suggestions.length > 0) {
      await acceptSuggestions(marek.ctx, {
        assetId: id,
        fieldIds: suggestions.map(({ fieldId }) => fieldId),
      })
    }
    const { fields: saved } = await getAsset(marek.ctx, { key })
    const changes = saved.flatMap((field) => {
      const classKey = classes[field.name]
      if (classKey) return [{ fieldId: field.id, classKey }]
      const left = rest && field.classKey === null
      return left ? [{ fieldId: field.id, classKey: NOT_PERSONAL, levelKey: "internal" }] : []
    })
    if (changes.length > 0) await classifyFields(marek.ctx, { assetId: id, changes })
  }
  return ids
}
