import { z } from "zod"
import { command } from "@/server/kernel/operation"
import { scopeOfAsset } from "./asset-scope"
import { MOST_FIELDS } from "./domain/asset"
import { classOf } from "./domain/scheme"
import { fetchAsset, fieldsOf, lockAsset } from "./internal/asset-rows"
import { assetTargets, requireActive } from "./internal/guard-asset"
import { suggestionsFor } from "./internal/suggestions"
import { writeClasses } from "./internal/write-classes"
import { schemeOf } from "./scheme-of"

/**
 * Takes over the classes that the names of these fields speak for, with the classes' levels. Worked out anew on the
 * server: a field whose suggestion is gone by now is left alone. Returns how many were taken over.
 */
export const acceptSuggestions = command("catalog.acceptSuggestions", {
  permission: "catalog.classify",
  at: (ctx, input) => scopeOfAsset(ctx, input.assetId),
  input: z.object({
    assetId: z.uuid(),
    fieldIds: z.array(z.uuid()).min(1, "Choose a field").max(MOST_FIELDS),
  }),
  async run(ctx, { assetId, fieldIds }) {
    const seen = await fetchAsset(ctx, assetId)
    requireActive(seen)
    const scheme = await schemeOf(ctx)
    const wanted = new Set(fieldIds)
    const open = await suggestionsFor(ctx, scheme, seen, await fieldsOf(ctx, assetId))
    const found = open.filter(({ fieldId }) => wanted.has(fieldId))
    if (found.length === 0) return { accepted: 0 }
    const asset = await lockAsset(ctx, assetId)
    const fields = await fieldsOf(ctx, assetId)
    const free = new Set(fields.filter(({ classKey }) => classKey === null).map(({ id }) => id))
    const changes = found.filter(({ fieldId }) => free.has(fieldId))
    const changed = await writeClasses(
      ctx,
      scheme,
      { assetId, fields, changes: changes.map(({ fieldId, classKey }) => ({ fieldId, classKey })) },
      { reason: "", suggested: true },
    )
    const [first] = changed
    const what =
      changed.length === 1 && first
        ? `the suggestion ${classOf(scheme, first.classKey)?.name ?? ""} for ${first.name}`
        : `${changed.length} suggested classes`
    ctx.record({
      targets: await assetTargets(ctx, asset),
      summary: `Accepted ${what} of ${asset.name}`,
      after: { fields: changed },
    })
    return { accepted: changed.length }
  },
})
