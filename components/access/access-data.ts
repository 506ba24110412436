import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "@/server/root"

type Access = inferRouterOutputs<AppRouter>["access"]

export type RequestDetails = Access["getRequest"]
export type ReviewDetails = Access["getReview"]
