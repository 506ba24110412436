import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "@/server/root"

type Workshops = inferRouterOutputs<AppRouter>["workshops"]

export type Workshop = Workshops["getWorkshop"]
export type WorkshopItem = Workshop["items"][number]
export type WorkshopPeople = Workshops["listPeople"]
export type WorkshopPerson = WorkshopPeople["people"][number]
export type ListedWorkshop = Workshops["listWorkshops"][number]
export type WorkshopRound = Workshop["rounds"][number]
