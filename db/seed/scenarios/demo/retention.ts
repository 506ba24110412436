import { applyRetentionRule } from "@/server/privacy/apply-retention-rule"
import { createRetentionRule } from "@/server/privacy/create-retention-rule"
import { addMonths } from "@/server/privacy/domain/retention-dates"
import type { RetentionRuleFields } from "@/server/privacy/domain/retention-rule"
import { placeLegalHold } from "@/server/privacy/place-legal-hold"
import type { Cast } from "./cast"
import type { StoryClock } from "./story-clock"

const ORDERS: RetentionRuleFields = {
  name: "Orders, ten years",
  classKey: null,
  purpose: "Tax and trade law",
  basis: "§ 147 AO, § 257 HGB and the like in eleven countries",
  startEvent: "closed",
  periodAmount: 10,
  periodUnit: "years",
  repeatMonths: 3,
  action: "delete",
}
const ACCOUNTS: RetentionRuleFields = {
  name: "Idle accounts, three years",
  classKey: null,
  purpose: "Customer account",
  basis: "Decision of the privacy board",
  startEvent: "last_activity",
  periodAmount: 36,
  periodUnit: "months",
  repeatMonths: 1,
  action: "anonymise",
}
const COMPLAINTS: RetentionRuleFields = {
  name: "Complaints, two years",
  classKey: "free_text",
  purpose: "Answering complaints",
  basis: "Limitation of claims",
  startEvent: "closed",
  periodAmount: 2,
  periodUnit: "years",
  repeatMonths: 6,
  action: "delete",
}
const PAYMENT: RetentionRuleFields = {
  name: "Card numbers, 13 months",
  classKey: "payment",
  purpose: "Chargebacks",
  basis: "Contract with the payment provider",
  startEvent: "collected",
  periodAmount: 13,
  periodUnit: "months",
  repeatMonths: 1,
  action: "delete",
}

/** Four rules on four tables: one due soon, one overdue, one overdue but held by a court, one later. */
export async function retainData(
  { sofia, marek }: Cast,
  clock: StoryClock,
  assetIds: Map<string, string>,
): Promise<void> {
  const plan = [
    { rule: ORDERS, asset: "fulfilment.orders", startOn: addMonths(clock.day(140), -120) },
    { rule: ACCOUNTS, asset: "crm.customers", startOn: addMonths(clock.day(12), -36) },
    { rule: COMPLAINTS, asset: "crm.complaints", startOn: addMonths(clock.day(-9), -24) },
    { rule: PAYMENT, asset: "commerce.baskets", startOn: addMonths(clock.day(-4), -13) },
  ]
  for (const { rule, asset, startOn } of plan) {
    const { id } = await createRetentionRule(sofia.ctx, rule)
    await applyRetentionRule(marek.ctx, { ruleId: id, assetId: assetIds.get(asset)!, startOn })
  }
  await placeLegalHold(sofia.ctx, {
    assetId: assetIds.get("crm.complaints")!,
    reason: "Evidence in the parcel damage case, file 4 O 112/26",
    askedBy: "Legal department, for the regional court",
    fromOn: clock.day(-25),
  })
}
