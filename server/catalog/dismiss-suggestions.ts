import { z } from "zod"
import { dismissedSuggestions } from "@/db/schema/catalog"
import { command } from "@/server/kernel/operation"
import { scopeOfAsset } from "./asset-scope"
import { MOST_FIELDS } from "./domain/asset"
import { fetchAsset, fieldsOf } from "./internal/asset-rows"
import { assetTargets, requireActive } from "./internal/guard-asset"
import { suggestionsFor } from "./internal/suggestions"
import { schemeOf } from "./scheme-of"

/** Refuses the suggestions for these fields. They are not made again; the fields stay unclassified. */
export const dismissSuggestions = command("catalog.dismissSuggestions", {
  permission: "catalog.classify",
  at: (ctx, input) => scopeOfAsset(ctx, input.assetId),
  input: z.object({
    assetId: z.uuid(),
    fieldIds: z.array(z.uuid()).min(1, "Choose a field").max(MOST_FIELDS),
  }),
  async run(ctx, { assetId, fieldIds }) {
    const asset = await fetchAsset(ctx, assetId)
    requireActive(asset)
    const fields = await fieldsOf(ctx, assetId)
    const wanted = new Set(fieldIds)
    const open = await suggestionsFor(ctx, await schemeOf(ctx), asset, fields)
    const found = open.filter(({ fieldId }) => wanted.has(fieldId))
    if (found.length === 0) return { dismissed: 0 }
    await ctx.db
      .insert(dismissedSuggestions)
      .values(
        found.map(({ fieldId, classKey }) => ({
          fieldId,
          classKey,
          workspaceId: ctx.workspaceId,
          dismissedBy: ctx.userId,
          dismissedAt: ctx.now,
        })),
      )
      .onConflictDoNothing()
    const names = new Map(fields.map(({ id, name }) => [id, name]))
    ctx.record({
      targets: await assetTargets(ctx, asset),
      summary: `Dismissed ${found.length === 1 ? "a suggested class" : `${found.length} suggested classes`} of ${asset.name}`,
      after: { fields: found.map(({ fieldId, classKey }) => ({ name: names.get(fieldId), classKey })) },
    })
    return { dismissed: found.length }
  },
})
