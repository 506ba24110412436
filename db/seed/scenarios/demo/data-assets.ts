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

/** After their screening was approved, the scans get what it said they would not have: the driver. */
export async function addDriver({ priya, marek }: Cast): Promise<void> {
  const key = "fulfilment-carrier-scans"
  const { id, version, fields } = await getAsset(priya.ctx, { key })
  const driver = {
    name: "driver_number",
    type: "text",
    description: "The carrier's own number of the driver",
  }
  await setFields(priya.ctx, {
    assetId: id,
    version,
    fields: [
      ...fields.map(({ name, type, description, nullable }) => ({ name, type, description, nullable })),
      driver,
    ],
    reason: "Two carriers send it with every scan since this week",
  })
  const after = await getAsset(marek.ctx, { key })
  const added = after.fields.find(({ name }) => name === driver.name)!
  await classifyFields(marek.ctx, { assetId: id, changes: [{ fieldId: added.id, classKey: "account" }] })
}
