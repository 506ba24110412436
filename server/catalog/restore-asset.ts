import { eq } from "drizzle-orm"
import { z } from "zod"
import { dataAssets } from "@/db/schema/catalog"
import { own } from "@/server/kernel/database"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { scopeOfAsset } from "./asset-scope"
import { lockAsset } from "./internal/asset-rows"
import { assetTargets } from "./internal/guard-asset"

/** Brings an archived asset back. @throws RULE_BROKEN when it is not archived. */
export const restoreAsset = command("catalog.restoreAsset", {
  permission: "catalog.edit",
  at: (ctx, input) => scopeOfAsset(ctx, input.id),
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const row = await lockAsset(ctx, id)
    if (!row.archivedAt) throw ruleBroken(`${row.name} is not archived`)
    await ctx.db
      .update(dataAssets)
      .set({
        archivedAt: null,
        archivedBy: null,
        archiveReason: null,
        version: row.version + 1,
        updatedAt: ctx.now,
      })
      .where(own(ctx, dataAssets, eq(dataAssets.id, id)))
    ctx.record({ targets: await assetTargets(ctx, row), summary: `Restored the data asset ${row.name}` })
    return { id }
  },
})
