import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "@/server/root"

type Privacy = inferRouterOutputs<AppRouter>["privacy"]
export type RetentionRuleRow = Privacy["listRetention"]["rules"][number]
export type RetentionDue = Privacy["listDue"]["due"][number]
export type AssetPrivacyFacts = Privacy["getAssetPrivacy"]
export type Masking = Privacy["getMasking"]
export type WarehouseRole = Masking["roles"][number]
export type ConsentPurpose = Masking["purposes"][number]
