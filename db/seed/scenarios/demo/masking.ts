import { createConsentPurpose } from "@/server/privacy/create-consent-purpose"
import { createWarehouseRole } from "@/server/privacy/create-warehouse-role"
import type { MaskRule } from "@/server/privacy/domain/mask-rule"
import { setConsentUse } from "@/server/privacy/set-consent-use"
import { setMaskingRules } from "@/server/privacy/set-masking-rules"
import type { Cast } from "./cast"

type DemoRole = { name: string; description: string; rules: Record<string, MaskRule> }

const plain: MaskRule = { kind: "none" }
const hash: MaskRule = { kind: "hash" }

const ROLES: DemoRole[] = [
  {
    name: "analyst",
    description: "Everybody who writes queries",
    rules: {
      none: plain,
      account: hash,
      email: hash,
      phone: { kind: "partial", keep: 4 },
      postal_address: { kind: "truncate", keep: 2 },
      birth_date: { kind: "year" },
      free_text: { kind: "redact" },
    },
  },
  {
    name: "customer_care",
    description: "Agents who speak with customers",
    rules: {
      none: plain,
      account: plain,
      email: plain,
      phone: plain,
      person_name: plain,
      postal_address: plain,
      free_text: plain,
      payment: { kind: "partial", keep: 4 },
    },
  },
  {
    name: "churn_model",
    description: "The nightly run that scores who is about to leave",
    rules: { none: plain, account: hash, birth_date: { kind: "year" } },
  },
]

/** The privacy officer says what each role of the warehouse sees, and which purpose needs consent. */
export async function maskData({ sofia }: Cast, assetIds: Map<string, string>): Promise<void> {
  const roleIds = new Map<string, string>()
  for (const { rules, ...role } of ROLES) {
    const { id } = await createWarehouseRole(sofia.ctx, role)
    roleIds.set(role.name, id)
    await setMaskingRules(sofia.ctx, {
      roleId: id,
      version: 1,
      rules: Object.entries(rules).map(([classKey, rule]) => ({ classKey, rule })),
    })
  }
  const purpose = await createConsentPurpose(sofia.ctx, {
    name: "Recognising customers who are about to leave",
    description: "Agreed to in the account settings; may be withdrawn there at any time.",
    roleId: roleIds.get("churn_model")!,
  })
  await setConsentUse(sofia.ctx, {
    purposeId: purpose.id,
    assetId: assetIds.get("crm.customers")!,
    flagAssetId: assetIds.get("crm.consents")!,
    flagColumn: "churn_model",
    joinKey: "customer_id",
  })
}
