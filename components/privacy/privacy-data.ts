import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "@/server/root"

type Privacy = inferRouterOutputs<AppRouter>["privacy"]
export type Retention = Privacy["listRetention"]
export type RetentionRuleRow = Retention["rules"][number]
export type RetentionDue = Retention["due"][number]
export type AssetPrivacyFacts = Privacy["getAssetPrivacy"]
export type Masking = Privacy["getMasking"]
export type WarehouseRole = Masking["roles"][number]
export type ConsentPurpose = Masking["purposes"][number]
