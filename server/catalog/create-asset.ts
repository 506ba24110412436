import { like } from "drizzle-orm"
import { dataAssets } from "@/db/schema/catalog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { freeSlug } from "@/server/products/domain/product"
import { scopeOfProduct } from "./asset-scope"
import { type AssetFields, assetFields, assetSlug } from "./domain/asset"
import { assetTargets } from "./internal/guard-asset"
import { refuseTakenName } from "./internal/names"

async function insert(ctx: OpCtx, input: AssetFields, id: string): Promise<string> {
  const base = assetSlug(input.name, input.kind)
  for (let attempt = 0; attempt < 5; attempt++) {
    const rows = await ctx.db
      .select({ key: dataAssets.key })
      .from(dataAssets)
      .where(own(ctx, dataAssets, like(dataAssets.key, `${base.slice(0, 50)}%`)))
    const key = freeSlug(base, new Set(rows.map((row) => row.key)))
    const created = await ctx.db
      .insert(dataAssets)
      .values({
        ...input,
        id,
        key,
        workspaceId: ctx.workspaceId,
        createdAt: ctx.now,
        createdBy: ctx.userId,
        updatedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: dataAssets.id })
    if (created.length > 0) return key
    // Two people may choose one name, or two names with one address, at the same moment.
    await refuseTakenName(ctx, "name", input)
  }
  throw ruleBroken(`Too many people create an asset named ${input.name} right now; try again`)
}

/**
 * Registers a data asset. @throws INVALID when its name is taken among assets of its kind or a person is not a member,
 * NOT_FOUND for an unknown product.
 */
export const createAsset = command("catalog.createAsset", {
  permission: "catalog.edit",
  at: (ctx, input) => scopeOfProduct(ctx, input.productId),
  input: assetFields,
  async run(ctx, input) {
    await requireMembers(ctx, { ownerId: input.ownerId })
    await refuseTakenName(ctx, "name", input)
    const id = newId()
    const key = await insert(ctx, input, id)
    ctx.record({
      targets: await assetTargets(ctx, { id, name: input.name, productId: input.productId }),
      summary: `Registered the data asset ${input.name}`,
      after: { ...input, key },
    })
    return { id, key }
  },
})
