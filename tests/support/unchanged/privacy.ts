import { getItem } from "@/server/backlog/get-item"
import { addCondition } from "@/server/privacy/add-condition"
import { createConsentPurpose } from "@/server/privacy/create-consent-purpose"
import { createControl } from "@/server/privacy/create-control"
import { createObligation } from "@/server/privacy/create-obligation"
import { createRetentionRule } from "@/server/privacy/create-retention-rule"
import { createWarehouseRole } from "@/server/privacy/create-warehouse-role"
import { RULE } from "@/tests/support/furnish-privacy"
import { ADDS, conflicting, invalid, missing, quiet, ruledOut, type Scene, type Unchanged } from "./scene"

const reason = "Test"
const of = (table: string, key: keyof Scene["ids"]) => async (s: Scene) => {
  const id = s.ids[key] as string
  return { id, version: await s.version(table, id) }
}
const activity = of("processing_activities", "activityId")
const checkpoint = of("ethics_checkpoints", "checkpointId")
const due = (s: Scene) => ({ assignmentId: s.ids.retentionId, dueOn: "2026-01-01" })

export const UNCHANGED_PRIVACY: Unchanged = {
  "privacy.addStarterObligations": ruledOut(() => ({})),
  "privacy.applyRetentionRule": invalid((s) => ({
    ruleId: s.ids.ruleId,
    assetId: s.ids.assetId,
    startOn: "2016-01-01",
  })),
  "privacy.createActivity": ADDS,
  "privacy.createConsentPurpose": ADDS,
  "privacy.createControl": ADDS,
  "privacy.createObligation": ADDS,
  "privacy.createRetentionRule": ADDS,
  "privacy.createWarehouseRole": ADDS,
  "privacy.placeLegalHold": ADDS,
  "privacy.addCondition": ADDS,
  "privacy.declareImpact": quiet((s) => ({
    subject: { productId: s.ids.productId },
    highImpact: true,
    reason: "It decides who gets credit",
  })),
  "privacy.setConsentUse": quiet((s) => ({
    purposeId: s.ids.purposeId,
    assetId: s.ids.assetId,
    fieldNames: ["email"],
    flagColumn: "agreed",
  })),
  "privacy.setMaskingRules": quiet(async (s) => ({
    roleId: s.ids.roleId,
    version: await s.version("warehouse_roles", s.ids.roleId),
    rules: [{ classKey: "email", rule: { kind: "null" } }],
  })),
  "privacy.updateActivity": quiet(async (s) => ({
    ...(await activity(s)),
    fields: { name: "Orders", role: "controller", purposes: "Delivery", productIds: [s.ids.productId] },
  })),
  "privacy.updateCheckpoint": quiet(async (s) => ({
    ...(await checkpoint(s)),
    changes: { answers: {}, outcome: null, reason: "Not yet" },
  })),
  "privacy.updateConsentPurpose": quiet(async (s) => ({
    ...(await of("consent_purposes", "purposeId")(s)),
    changes: { name: "News", description: "By mail", roleId: s.ids.roleId },
  })),
  "privacy.updateControl": quiet(async (s) => ({
    ...(await of("privacy_controls", "controlId")(s)),
    fields: { name: "Rules", kind: "retention" },
  })),
  "privacy.updateObligation": quiet(async (s) => ({
    ...(await of("obligations", "obligationId")(s)),
    fields: { regulation: "GDPR", article: "Art. 5(1)(e)", title: "Storage", controlIds: [s.ids.controlId] },
  })),
  "privacy.updateRetentionRule": quiet(async (s) => ({
    ...(await of("retention_rules", "ruleId")(s)),
    changes: { name: "Ten years", periodAmount: 10 },
    reason,
  })),
  "privacy.refuseExecution": conflicting((s) => ({ ...due(s), deferredTo: "2027-01-01", reason })),
  "privacy.submitActivity": ruledOut(activity),
  "privacy.submitCheckpoint": ruledOut(checkpoint),
  "privacy.dropCondition": missing(
    async (s, { itemKey }) => ({
      ...(await checkpoint(s)),
      itemId: (await getItem(s.ctx, { key: itemKey })).id,
      reason,
    }),
    async (s: Scene) =>
      addCondition(s.ctx, {
        ...(await checkpoint(s)),
        title: "Ask first",
        ownerId: s.ctx.userId,
        dueOn: "2027-01-01",
      }),
  ),
  "privacy.deprecateActivity": ruledOut((s) => ({ id: s.ids.activityId, reason })),
  "privacy.reinstateActivity": ruledOut((s) => ({ id: s.ids.activityId })),
  "privacy.removeConsentUse": missing((s) => ({
    purposeId: s.ids.purposeId,
    assetId: s.ids.assetId,
    reason,
  })),
  "privacy.liftLegalHold": missing((s) => ({ id: s.ids.holdId, reason })),
  "privacy.recordExecution": conflicting((s) => ({
    ...due(s),
    doneOn: "2026-01-02",
    count: 1,
    evidence: "job 1",
  })),
  "privacy.endRetention": missing((s) => ({ assignmentId: s.ids.retentionId, reason })),
  "privacy.removeControl": missing(
    (_, { id }) => ({ id, reason }),
    (s: Scene) => createControl(s.ctx, { name: "To remove", kind: "retention" }),
  ),
  "privacy.retireObligation": missing(
    (_, { id }) => ({ id, reason }),
    (s: Scene) => createObligation(s.ctx, { regulation: "GDPR", article: "Art. 98", title: "To retire" }),
  ),
  "privacy.retireRetentionRule": missing(
    (_, { id }) => ({ id, reason }),
    (s: Scene) => createRetentionRule(s.ctx, { ...RULE, name: "To retire", classKey: "phone" }),
  ),
  "privacy.retireConsentPurpose": missing(
    (_, { id }) => ({ id, reason }),
    (s: Scene) => createConsentPurpose(s.ctx, { name: "To retire" }),
  ),
  "privacy.retireWarehouseRole": missing(
    (_, { id }) => ({ id, reason }),
    (s: Scene) => createWarehouseRole(s.ctx, { name: "retired" }),
  ),
}
