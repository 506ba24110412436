import { eq } from "drizzle-orm"
import { z } from "zod"
import { dataAssets } from "@/db/schema/catalog"
import { own } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"
import { scopeOfAsset } from "./asset-scope"
import { lockAsset } from "./internal/asset-rows"
import { assetTargets, requireActive } from "./internal/guard-asset"

/** Takes an asset out of the lists, with a reason. Its fields, classification and evidence stay. */
export const archiveAsset = command("catalog.archiveAsset", {
  permission: "catalog.edit",
  at: (ctx, input) => scopeOfAsset(ctx, input.id),
  input: z.object({
    id: z.uuid(),
    reason: z.string().trim().min(1, "Give a reason; it is recorded").max(2000),
  }),
  async run(ctx, { id, reason }) {
    const row = await lockAsset(ctx, id)
    requireActive(row)
    await ctx.db
      .update(dataAssets)
      .set({
        archivedAt: ctx.now,
        archivedBy: ctx.userId,
        archiveReason: reason,
        version: row.version + 1,
        updatedAt: ctx.now,
      })
      .where(own(ctx, dataAssets, eq(dataAssets.id, id)))
    ctx.record({
      targets: await assetTargets(ctx, row),
      summary: `Archived the data asset ${row.name}`,
      reason,
    })
    return { id }
  },
})
