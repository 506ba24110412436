import { read, router, write } from "@/server/kernel/trpc"
import { addCondition } from "./add-condition"
import { addStarterObligations } from "./add-starter-obligations"
import { applyRetentionRule } from "./apply-retention-rule"
import { createActivity } from "./create-activity"
import { createConsentPurpose } from "./create-consent-purpose"
import { createControl } from "./create-control"
import { createObligation } from "./create-obligation"
import { createRetentionRule } from "./create-retention-rule"
import { createWarehouseRole } from "./create-warehouse-role"
import { declareImpact } from "./declare-impact"
import { deprecateActivity } from "./deprecate-activity"
import { dropCondition } from "./drop-condition"
import { endRetention } from "./end-retention"
import { exportActivities } from "./export-activities"
import { exportMaskingPolicy } from "./export-masking-policy"
import { getActivity } from "./get-activity"
import { getAssetPrivacy } from "./get-asset-privacy"
import { getCheckpoint } from "./get-checkpoint"
import { getMasking } from "./get-masking"
import { liftLegalHold } from "./lift-legal-hold"
import { listActivities } from "./list-activities"
import { listCheckpoints } from "./list-checkpoints"
import { listDue } from "./list-due"
import { listObligations } from "./list-obligations"
import { listRetention } from "./list-retention"
import { placeLegalHold } from "./place-legal-hold"
import { readRegister } from "./read-register"
import { recordExecution } from "./record-execution"
import { refuseExecution } from "./refuse-execution"
import { reinstateActivity } from "./reinstate-activity"
import { removeConsentUse } from "./remove-consent-use"
import { removeControl } from "./remove-control"
import { retireConsentPurpose } from "./retire-consent-purpose"
import { retireObligation } from "./retire-obligation"
import { retireRetentionRule } from "./retire-retention-rule"
import { retireWarehouseRole } from "./retire-warehouse-role"
import { setConsentUse } from "./set-consent-use"
import { setMaskingRules } from "./set-masking-rules"
import { submitActivity } from "./submit-activity"
import { submitCheckpoint } from "./submit-checkpoint"
import { updateActivity } from "./update-activity"
import { updateCheckpoint } from "./update-checkpoint"
import { updateConsentPurpose } from "./update-consent-purpose"
import { updateControl } from "./update-control"
import { updateObligation } from "./update-obligation"
import { updateRetentionRule } from "./update-retention-rule"

export const privacyRouter = router({
  listRetention: read(listRetention),
  listDue: read(listDue),
  createRetentionRule: write(createRetentionRule),
  updateRetentionRule: write(updateRetentionRule),
  retireRetentionRule: write(retireRetentionRule),
  applyRetentionRule: write(applyRetentionRule),
  endRetention: write(endRetention),
  recordExecution: write(recordExecution),
  refuseExecution: write(refuseExecution),
  placeLegalHold: write(placeLegalHold),
  liftLegalHold: write(liftLegalHold),
  getAssetPrivacy: read(getAssetPrivacy),
  getMasking: read(getMasking),
  createWarehouseRole: write(createWarehouseRole),
  retireWarehouseRole: write(retireWarehouseRole),
  setMaskingRules: write(setMaskingRules),
  createConsentPurpose: write(createConsentPurpose),
  updateConsentPurpose: write(updateConsentPurpose),
  retireConsentPurpose: write(retireConsentPurpose),
  setConsentUse: write(setConsentUse),
  removeConsentUse: write(removeConsentUse),
  exportMaskingPolicy: read(exportMaskingPolicy),
  listActivities: read(listActivities),
  readRegister: read(readRegister),
  getActivity: read(getActivity),
  exportActivities: read(exportActivities),
  createActivity: write(createActivity),
  updateActivity: write(updateActivity),
  submitActivity: write(submitActivity),
  deprecateActivity: write(deprecateActivity),
  reinstateActivity: write(reinstateActivity),
  listCheckpoints: read(listCheckpoints),
  getCheckpoint: read(getCheckpoint),
  declareImpact: write(declareImpact),
  updateCheckpoint: write(updateCheckpoint),
  addCondition: write(addCondition),
  dropCondition: write(dropCondition),
  submitCheckpoint: write(submitCheckpoint),
  listObligations: read(listObligations),
  addStarterObligations: write(addStarterObligations),
  createObligation: write(createObligation),
  updateObligation: write(updateObligation),
  retireObligation: write(retireObligation),
  createControl: write(createControl),
  updateControl: write(updateControl),
  removeControl: write(removeControl),
})
