import { createAsset } from "@/server/catalog/create-asset"
import { getAsset } from "@/server/catalog/get-asset"
import { setFields } from "@/server/catalog/set-fields"
import type { Ctx } from "@/server/kernel/context"
import { applyRetentionRule } from "@/server/privacy/apply-retention-rule"
import { createActivity } from "@/server/privacy/create-activity"
import { createConsentPurpose } from "@/server/privacy/create-consent-purpose"
import { createControl } from "@/server/privacy/create-control"
import { createObligation } from "@/server/privacy/create-obligation"
import { createRetentionRule } from "@/server/privacy/create-retention-rule"
import { createWarehouseRole } from "@/server/privacy/create-warehouse-role"
import { declareImpact } from "@/server/privacy/declare-impact"
import { placeLegalHold } from "@/server/privacy/place-legal-hold"
import { setConsentUse } from "@/server/privacy/set-consent-use"

export const RULE = {
  name: "Orders, ten years",
  classKey: "email",
  purpose: "Tax law",
  startEvent: "closed" as const,
  periodAmount: 10,
  periodUnit: "years" as const,
  action: "delete" as const,
}

/** An asset with a field, a retention rule on it, a hold, a warehouse role and a purpose that needs consent. */
export async function furnishPrivacy(admin: Ctx, steward: Ctx, productId: string, word: string) {
  const asset = await createAsset(admin, { name: `customers ${word}`, kind: "table", productId })
  await setFields(admin, { assetId: asset.id, version: 1, fields: [{ name: "email" }, { name: "agreed" }] })
  const { fields } = await getAsset(admin, { key: asset.key })
  const rule = await createRetentionRule(steward, RULE)
  const retention = await applyRetentionRule(steward, {
    ruleId: rule.id,
    assetId: asset.id,
    startOn: "2016-01-01",
  })
  const hold = await placeLegalHold(steward, { assetId: asset.id, reason: "Court", fromOn: "2026-01-01" })
  const role = await createWarehouseRole(steward, { name: "analyst" })
  const purpose = await createConsentPurpose(steward, { name: "Newsletter", roleId: role.id })
  await setConsentUse(steward, { purposeId: purpose.id, assetId: asset.id, flagColumn: "agreed" })
  const activity = await createActivity(steward, {
    name: `Orders ${word}`,
    role: "controller",
    productId: productId,
  })
  const checkpoint = await declareImpact(admin, {
    subject: { productId },
    highImpact: true,
    reason: "It decides who gets credit",
  })
  const control = await createControl(steward, { name: "Retention rules", kind: "retention" })
  const obligation = await createObligation(steward, {
    regulation: "GDPR",
    article: "Art. 5(1)(e)",
    title: "Storage limitation",
    controlIds: [control.id],
  })
  return {
    controlId: control.id,
    obligationId: obligation.id,
    checkpointId: checkpoint.id,
    activityId: activity.id,
    assetId: asset.id,
    assetKey: asset.key,
    fieldId: fields[0]!.id,
    ruleId: rule.id,
    retentionId: retention.id,
    holdId: hold.id,
    roleId: role.id,
    purposeId: purpose.id,
  }
}

export type PrivacyIds = Awaited<ReturnType<typeof furnishPrivacy>>
