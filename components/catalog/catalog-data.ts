import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "@/server/root"

type Outputs = inferRouterOutputs<AppRouter>
export type AssetDetails = Outputs["catalog"]["getAsset"]
export type AssetListed = Outputs["catalog"]["listAssets"]["assets"][number]
export type SchemeNow = Outputs["catalog"]["getScheme"]
export type ProductClassified = Outputs["catalog"]["listClassification"]["products"][number]
