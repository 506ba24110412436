import { z } from "zod"
import { command } from "@/server/kernel/operation"
import { scopeOfAsset } from "./asset-scope"
import { MOST_FIELDS } from "./domain/asset"
import { fetchAsset, fieldsOf, lockAsset } from "./internal/asset-rows"
import { assetTargets, requireActive } from "./internal/guard-asset"
import { movesOf, writeClasses } from "./internal/write-classes"
import { schemeOf } from "./scheme-of"

const key = z.string().max(40).nullable().optional()

/**
 * Gives fields of one asset a level, a class or both; null takes it away. A class brings its own level where the field
 * has a lower one. @throws INVALID when a level goes down without a reason.
 */
export const classifyFields = command("catalog.classifyFields", {
  permission: "catalog.classify",
  at: (ctx, input) => scopeOfAsset(ctx, input.assetId),
  input: z.object({
    assetId: z.uuid(),
    changes: z
      .array(z.object({ fieldId: z.uuid(), levelKey: key, classKey: key }))
      .min(1, "Choose a field")
      .max(MOST_FIELDS),
    reason: z.string().trim().max(2000, "A reason has at most 2,000 characters").default(""),
  }),
  async run(ctx, { assetId, changes, reason }) {
    const scheme = await schemeOf(ctx)
    requireActive(await fetchAsset(ctx, assetId))
    if (movesOf(scheme, await fieldsOf(ctx, assetId), changes).length === 0) return { changed: 0 }
    const asset = await lockAsset(ctx, assetId)
    const fields = await fieldsOf(ctx, assetId)
    const changed = await writeClasses(
      ctx,
      scheme,
      { assetId, fields, changes },
      { reason, suggested: false },
    )
    const first = changed[0]!.name
    ctx.record({
      targets: await assetTargets(ctx, asset),
      summary: `Classified ${changed.length === 1 ? first : `${changed.length} fields`} of ${asset.name}`,
      after: { fields: changed },
      ...(reason && { reason }),
    })
    return { changed: changed.length }
  },
})
