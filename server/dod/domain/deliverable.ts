import { z } from "zod"

/** What an item or a product delivers: each kind has a Definition of Done of its own. */
export const DELIVERABLES = ["pipeline", "dataset", "dashboard", "model", "prototype", "any"] as const
export const deliverableSchema = z.enum(DELIVERABLES)
export type Deliverable = z.infer<typeof deliverableSchema>

export const DELIVERABLE_LABELS: Record<Deliverable, string> = {
  pipeline: "Pipeline",
  dataset: "Dataset",
  dashboard: "Dashboard",
  model: "Model",
  prototype: "Prototype",
  any: "Any other deliverable",
}

/** What a checklist is asked for. */
export const subjectSchema = z.object({ type: z.enum(["item", "product"]), id: z.uuid() })
export type Subject = z.infer<typeof subjectSchema>
