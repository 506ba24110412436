import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { dataAssets } from "@/db/schema/catalog"
import { own } from "@/server/kernel/database"
import { changedFields, inWords } from "@/server/kernel/domain/changed-fields"
import { conflict } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { scopeOfAsset, scopeOfProduct } from "./asset-scope"
import { type AssetFields, assetChanges } from "./domain/asset"
import { fetchAsset, getAssetRow } from "./internal/asset-rows"
import { assetTargets, requireActive } from "./internal/guard-asset"
import { refuseTakenName } from "./internal/names"

const LABELS: Record<keyof AssetFields, string> = {
  name: "name",
  kind: "kind",
  location: "location",
  description: "description",
  productId: "product",
  ownerId: "owner",
}

/**
 * Changes what is known of an asset; its address stays. A move needs the permission in the new product too.
 * @throws CONFLICT with the asset as it stands when somebody else saved first.
 */
export const updateAsset = command("catalog.updateAsset", {
  permission: "catalog.edit",
  at: (ctx, input) => scopeOfAsset(ctx, input.id),
  input: z.object({ id: z.uuid(), version: z.number().int().min(1), changes: assetChanges }),
  async run(ctx, { id, version, changes }) {
    const row = await fetchAsset(ctx, id)
    const stale = async () => conflict("The asset", await getAssetRow(ctx, eq(dataAssets.id, id)))
    if (row.version !== version) throw await stale()
    requireActive(row)
    const { name, kind, location, description, productId, ownerId } = row
    const changed = changedFields({ name, kind, location, description, productId, ownerId }, changes)
    if (!changed) return { id, version }
    const { before, after, names } = changed
    if (after.productId !== undefined) ctx.require("catalog.edit", await scopeOfProduct(ctx, after.productId))
    await requireMembers(ctx, { "changes.ownerId": after.ownerId })
    const next = { name: after.name ?? name, kind: after.kind ?? kind }
    if (after.name || after.kind) await refuseTakenName(ctx, "changes.name", next, id)
    const saved = await ctx.db
      .update(dataAssets)
      .set({ ...after, version: version + 1, updatedAt: ctx.now })
      .where(and(own(ctx, dataAssets, eq(dataAssets.id, id)), eq(dataAssets.version, version)))
      .returning({ id: dataAssets.id })
    if (saved.length === 0) throw await stale()
    ctx.record({
      targets: await assetTargets(ctx, { id, name: next.name, productId: after.productId ?? productId }),
      summary: after.name
        ? `Renamed the data asset ${name} to ${after.name}`
        : `Changed the ${inWords(names.map((field) => LABELS[field as keyof AssetFields]))} of the data asset ${name}`,
      before,
      after,
    })
    return { id, version: version + 1 }
  },
})
