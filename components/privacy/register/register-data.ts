import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "@/server/root"

type Outputs = inferRouterOutputs<AppRouter>["privacy"]
export type ActivityListed = Outputs["listActivities"]["activities"][number]
export type ActivityDetails = Outputs["getActivity"]
