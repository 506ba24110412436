import { eq } from "drizzle-orm"
import { z } from "zod"
import { dataAssets } from "@/db/schema/catalog"
import { own } from "@/server/kernel/database"
import { invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { scopeOfAsset } from "./asset-scope"
import { effectiveLevel, mayLower, maySetLevel } from "./domain/level-rules"
import { levelName, levelOf } from "./domain/scheme"
import { fetchAsset, fieldsOf, lockAsset } from "./internal/asset-rows"
import { assetTargets, requireActive } from "./internal/guard-asset"
import { recordDecisions } from "./internal/record-decisions"
import { schemeOf } from "./scheme-of"

/** Sets an asset's own level, at least that of its fields; null leaves it to them. A lower one needs a reason. */
export const classifyAsset = command("catalog.classifyAsset", {
  permission: "catalog.classify",
  at: (ctx, input) => scopeOfAsset(ctx, input.assetId),
  input: z.object({
    assetId: z.uuid(),
    levelKey: z.string().max(40).nullable(),
    reason: z.string().trim().max(2000).default(""),
  }),
  async run(ctx, { assetId, levelKey, reason }) {
    const now = await fetchAsset(ctx, assetId)
    requireActive(now)
    if (now.levelKey === levelKey) return { levelKey }
    const asset = await lockAsset(ctx, assetId)
    const scheme = await schemeOf(ctx)
    const wanted = levelOf(scheme, levelKey)
    if (levelKey !== null && (!wanted || wanted.retired)) {
      throw invalidField("levelKey", "Choose a level of this workspace")
    }
    const inside = (await fieldsOf(ctx, assetId)).map((field) => field.levelKey)
    const highest = effectiveLevel(scheme, null, inside).known
    const before = effectiveLevel(scheme, asset.levelKey, inside).known
    const allowed = maySetLevel(scheme, levelKey, highest)
    if (!allowed.ok) throw invalidField("levelKey", allowed.reason)
    const verdict = mayLower(scheme, before, levelKey ?? highest, reason)
    if (!verdict.ok) throw invalidField("reason", verdict.reason)
    await ctx.db
      .update(dataAssets)
      .set({ levelKey, version: asset.version + 1, updatedAt: ctx.now })
      .where(own(ctx, dataAssets, eq(dataAssets.id, assetId)))
    await recordDecisions(ctx, reason, [
      { assetId, fromLevel: asset.levelKey, toLevel: levelKey, suggested: false },
    ])
    ctx.record({
      targets: await assetTargets(ctx, asset),
      summary:
        levelKey === null
          ? `Left the level of ${asset.name} to its fields`
          : `Classified ${asset.name} as ${levelName(scheme, levelKey)}`,
      before: { level: asset.levelKey },
      after: { level: levelKey },
      ...(reason && { reason }),
    })
    return { levelKey }
  },
})
