import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "@/server/root"

type Done = inferRouterOutputs<AppRouter>["dod"]

export type ChecklistAnswer = Done["getChecklist"]
export type Checklist = NonNullable<ChecklistAnswer["checklist"]>
export type CheckRow = Checklist["rows"][number]
export type ItemProgress = Done["listProgress"]["progress"][number]
export type ListedTemplate = Done["listTemplates"]["templates"][number]
export type TemplateVersion = Done["getTemplate"]["versions"][number]
/** What can be done about a check. */
export type CheckAct = "mark" | "reopen" | "waive" | "review"
