import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "@/server/root"

type Strategy = inferRouterOutputs<AppRouter>["strategy"]

export type ObjectivePage = Strategy["listObjectives"]
export type ObjectiveDetails = Strategy["getObjective"]
export type KeyResultDetails = ObjectiveDetails["keyResults"][number]
export type Goal = Strategy["listGoals"][number]
export type Roadmap = Strategy["listInitiatives"]
export type InitiativeDetails = Strategy["getInitiative"]
