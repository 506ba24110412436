import type { PrivacyIds } from "./furnish-privacy"

type Ids = PrivacyIds & { productId: string; productSlug: string; itemId: string; userId: string }

const missing = (input: unknown) => ({ input, answer: "NOT_FOUND" as const })
const refused = (input: unknown) => ({ input, answer: "INVALID" as const })
const empty = (input: unknown) => ({ input, answer: "nothing" as const })

/** Calls of the operations of catalog, retention and masking with ids of another workspace. */
export function foreignPrivacyCases(ids: Ids) {
  const {
    activityId,
    controlId,
    obligationId,
    checkpointId,
    assetId,
    assetKey,
    fieldId,
    productId,
    userId,
    ruleId,
    retentionId,
    roleId,
    purposeId,
  } = ids
  const reason = "Test"
  const version = 1
  const asset = { name: "Taken", kind: "table" }
  const obligation = { regulation: "GDPR", article: "Art. 99", title: "Taken" }
  const dates = { assignmentId: retentionId, dueOn: "2026-01-01" }
  return {
    "catalog.acceptSuggestions": [missing({ assetId, fieldIds: [fieldId] })],
    "catalog.archiveAsset": [missing({ id: assetId, reason })],
    "catalog.classifyAsset": [missing({ assetId, levelKey: "internal" })],
    "catalog.classifyFields": [missing({ assetId, changes: [{ fieldId, levelKey: "internal" }] })],
    "catalog.classifyProduct": [missing({ productId, levelKey: "internal" })],
    "catalog.createAsset": [missing({ ...asset, productId }), refused({ ...asset, ownerId: userId })],
    "catalog.dismissSuggestions": [missing({ assetId, fieldIds: [fieldId] })],
    "catalog.exportClassification": [empty({ productIds: [productId] })],
    "catalog.getAsset": [missing({ key: assetKey })],
    "catalog.listAssets": [
      empty({ filter: { productIds: [productId], ownerIds: [userId] } }),
      empty({ filter: { ids: [assetId] } }),
    ],
    "catalog.restoreAsset": [missing({ id: assetId })],
    "catalog.setFields": [missing({ assetId, version: 2, fields: [] })],
    "catalog.updateAsset": [missing({ id: assetId, version: 2, changes: { name: "X" } })],
    "privacy.addCondition": [
      missing({ id: checkpointId, version, title: "X", ownerId: userId, dueOn: "2027-01-01" }),
    ],
    "privacy.declareImpact": [
      missing({ subject: { productId }, highImpact: true, reason }),
      missing({ subject: { itemId: ids.itemId }, highImpact: true, reason }),
    ],
    "privacy.dropCondition": [missing({ id: checkpointId, version, itemId: ids.itemId, reason })],
    "privacy.getCheckpoint": [
      missing({ subject: { productId } }),
      missing({ subject: { productSlug: ids.productSlug } }),
    ],
    "privacy.submitCheckpoint": [missing({ id: checkpointId, version })],
    "privacy.updateCheckpoint": [missing({ id: checkpointId, version, changes: {} })],
    "privacy.createObligation": [
      missing({ ...obligation, controlIds: [controlId] }),
      refused({ ...obligation, ownerId: userId }),
    ],
    "privacy.removeControl": [missing({ id: controlId, reason })],
    "privacy.retireObligation": [missing({ id: obligationId, reason })],
    "privacy.updateControl": [missing({ id: controlId, version, fields: { name: "X", kind: "dpia" } })],
    "privacy.updateObligation": [missing({ id: obligationId, version, fields: obligation })],
    "privacy.createActivity": [missing({ name: "Taken", role: "controller", productId })],
    "privacy.deprecateActivity": [missing({ id: activityId, reason })],
    "privacy.exportActivities": [empty({ format: "json", filter: { productIds: [productId] } })],
    "privacy.listActivities": [empty({ filter: { productIds: [productId] } })],
    "privacy.readRegister": [empty({ filter: { productIds: [productId] } })],
    "privacy.reinstateActivity": [missing({ id: activityId })],
    "privacy.submitActivity": [missing({ id: activityId, version })],
    "privacy.updateActivity": [
      missing({ id: activityId, version, fields: { name: "X", role: "controller" } }),
    ],
    "privacy.applyRetentionRule": [missing({ ruleId, assetId, startOn: "2020-01-01" })],
    "privacy.createConsentPurpose": [missing({ name: "Taken", roleId })],
    "privacy.endRetention": [missing({ assignmentId: retentionId, reason })],
    "privacy.exportMaskingPolicy": [empty({ dialect: "postgresql", assetIds: [assetId] })],
    "privacy.getAssetPrivacy": [missing({ assetId })],
    "privacy.listDue": [empty({ filter: { ids: [retentionId] } })],
    "privacy.liftLegalHold": [missing({ id: ids.holdId, reason })],
    "privacy.placeLegalHold": [missing({ assetId, reason, fromOn: "2026-01-01" })],
    "privacy.recordExecution": [missing({ ...dates, doneOn: "2026-01-01", count: 1, evidence: "job 1" })],
    "privacy.refuseExecution": [missing({ ...dates, deferredTo: "2027-01-01", reason })],
    "privacy.removeConsentUse": [missing({ purposeId, assetId, reason })],
    "privacy.retireConsentPurpose": [missing({ id: purposeId, reason })],
    "privacy.retireRetentionRule": [missing({ id: ruleId, reason })],
    "privacy.retireWarehouseRole": [missing({ id: roleId, reason })],
    "privacy.setConsentUse": [missing({ purposeId, assetId, flagColumn: "agreed" })],
    "privacy.setMaskingRules": [missing({ roleId, version, rules: [] })],
    "privacy.updateConsentPurpose": [missing({ id: purposeId, version, changes: { name: "X" } })],
    "privacy.updateRetentionRule": [missing({ id: ruleId, version, changes: { name: "X" } })],
  }
}
