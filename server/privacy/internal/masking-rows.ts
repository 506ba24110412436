import { asc, eq, isNull } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { dataAssets } from "@/db/schema/catalog"
import { consentPurposes, consentUses, maskingRules, warehouseRoles } from "@/db/schema/privacy-masking"
import { assetWithin } from "@/server/catalog/within-reach"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import type { MaskRule } from "../domain/mask-rule"

const flagAsset = alias(dataAssets, "flag_asset")

export type RoleRow = {
  id: string
  name: string
  description: string
  version: number
  rules: Record<string, MaskRule>
}

/** Roles in force by name, each with its rules by class. */
export async function selectRoles(ctx: OpCtx): Promise<RoleRow[]> {
  const roles = await ctx.db
    .select({
      id: warehouseRoles.id,
      name: warehouseRoles.name,
      description: warehouseRoles.description,
      version: warehouseRoles.version,
    })
    .from(warehouseRoles)
    .where(own(ctx, warehouseRoles, isNull(warehouseRoles.retiredAt)))
    .orderBy(asc(warehouseRoles.name))
  const rules = await ctx.db
    .select({ roleId: maskingRules.roleId, classKey: maskingRules.classKey, rule: maskingRules.rule })
    .from(maskingRules)
    .where(own(ctx, maskingRules))
  const byRole = Map.groupBy(rules, ({ roleId }) => roleId)
  return roles.map((role) => ({
    ...role,
    rules: Object.fromEntries((byRole.get(role.id) ?? []).map(({ classKey, rule }) => [classKey, rule])),
  }))
}

/** Purposes in force by name, with the assets that need the consent, as far as the caller may read them. */
export async function selectPurposes(ctx: OpCtx) {
  const purposes = await ctx.db
    .select({
      id: consentPurposes.id,
      name: consentPurposes.name,
      description: consentPurposes.description,
      roleId: consentPurposes.roleId,
      version: consentPurposes.version,
    })
    .from(consentPurposes)
    .where(own(ctx, consentPurposes, isNull(consentPurposes.retiredAt)))
    .orderBy(asc(consentPurposes.name))
  const uses = await ctx.db
    .select({
      id: consentUses.id,
      purposeId: consentUses.purposeId,
      asset: { id: dataAssets.id, key: dataAssets.key, name: dataAssets.name },
      flagAsset: { id: flagAsset.id, key: flagAsset.key, name: flagAsset.name },
      fieldNames: consentUses.fieldNames,
      flagColumn: consentUses.flagColumn,
      joinKey: consentUses.joinKey,
    })
    .from(consentUses)
    .innerJoin(dataAssets, own(ctx, dataAssets, eq(dataAssets.id, consentUses.assetId), assetWithin(ctx)))
    .leftJoin(flagAsset, own(ctx, flagAsset, eq(flagAsset.id, consentUses.flagAssetId)))
    .where(own(ctx, consentUses))
    .orderBy(asc(dataAssets.name))
  const byPurpose = Map.groupBy(uses, ({ purposeId }) => purposeId)
  return purposes.map((purpose) => ({ ...purpose, uses: byPurpose.get(purpose.id) ?? [] }))
}

/** A role in force. @throws NOT_FOUND */
export async function fetchRole(ctx: OpCtx, id: string) {
  const [row] = await ctx.db
    .select()
    .from(warehouseRoles)
    .where(own(ctx, warehouseRoles, eq(warehouseRoles.id, id), isNull(warehouseRoles.retiredAt)))
  if (!row) throw notFound("The warehouse role")
  return row
}

/** A purpose in force. @throws NOT_FOUND */
export async function fetchPurpose(ctx: OpCtx, id: string) {
  const [row] = await ctx.db
    .select()
    .from(consentPurposes)
    .where(own(ctx, consentPurposes, eq(consentPurposes.id, id), isNull(consentPurposes.retiredAt)))
  if (!row) throw notFound("The consent purpose")
  return row
}
