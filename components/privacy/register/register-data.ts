import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "@/server/root"

type Outputs = inferRouterOutputs<AppRouter>["privacy"]
export type ActivityListed = Outputs["listActivities"]["activities"][number]
/** An entry with all its words. */
export type ActivityWhole = Outputs["readRegister"]["activities"][number]
export type ActivityDetails = Outputs["getActivity"]
