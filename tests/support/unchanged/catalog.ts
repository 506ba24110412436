import { createAsset } from "@/server/catalog/create-asset"
import { getAsset } from "@/server/catalog/get-asset"
import { getScheme } from "@/server/catalog/get-scheme"
import { setFields } from "@/server/catalog/set-fields"
import { ADDS, quiet, ruledOut, type Scene, type Unchanged } from "./scene"

const reason = "Test"
const FIELDS = [
  { name: "email", type: "text", description: "", nullable: true },
  { name: "phone", type: "text", description: "", nullable: true },
]
/** An asset of its own, with two fields whose names suggest a class. */
const suggestive = async (s: Scene) => {
  const { id, key } = await createAsset(s.ctx, { name: `suggestive ${crypto.randomUUID()}`, kind: "table" })
  await setFields(s.ctx, { assetId: id, version: 1, fields: FIELDS })
  const { fields } = await getAsset(s.ctx, { key })
  return { assetId: id, fieldIds: fields.map((field) => field.id) }
}

export const UNCHANGED_CATALOG: Unchanged = {
  "catalog.acceptSuggestions": quiet((_, given) => given, suggestive),
  "catalog.dismissSuggestions": quiet((_, given) => given, suggestive),
  "catalog.archiveAsset": ruledOut((_, { assetId }) => ({ id: assetId, reason }), suggestive),
  "catalog.restoreAsset": ruledOut((_, { assetId }) => ({ id: assetId }), suggestive),
  "catalog.classifyAsset": quiet((s) => ({ assetId: s.ids.assetId, levelKey: "internal", reason })),
  "catalog.classifyFields": quiet(
    (_, { assetId, fieldIds }) => ({
      assetId,
      changes: fieldIds.map((fieldId) => ({ fieldId, levelKey: "internal", classKey: "email" })),
      reason,
    }),
    suggestive,
  ),
  "catalog.classifyProduct": quiet((s) => ({ productId: s.ids.productId, levelKey: "internal", reason })),
  "catalog.createAsset": ADDS,
  "catalog.saveScheme": quiet(async (s) => {
    const { version, levels, classes } = await getScheme(s.ctx, {})
    return { version, scheme: { levels, classes }, reason }
  }),
  "catalog.setFields": quiet(
    async (s, { assetId }) => ({ assetId, version: await s.version("data_assets", assetId), fields: FIELDS }),
    suggestive,
  ),
  "catalog.updateAsset": quiet(async (s) => ({
    id: s.ids.assetId,
    version: await s.version("data_assets", s.ids.assetId),
    changes: { description: "All customers", ownerId: s.ctx.userId },
  })),
}
