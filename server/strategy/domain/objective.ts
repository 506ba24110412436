import { z } from "zod"
import { keyResultSchema } from "./key-result"
import { daySchema } from "./period"

export const OBJECTIVE_STATES = ["draft", "active", "closed"] as const
export type ObjectiveState = (typeof OBJECTIVE_STATES)[number]

export const OBJECTIVE_STATE_LABELS: Record<ObjectiveState, string> = {
  draft: "Draft",
  active: "Active",
  closed: "Closed",
}

export const KEY_RESULTS_MAX = 20

export const reasonSchema = z
  .string()
  .trim()
  .min(1, "Say why; the reason is recorded")
  .max(1000, "A reason has at most 1,000 characters")

const fields = z.object({
  title: z.string().trim().min(1, "State the objective").max(200, "An objective has at most 200 characters"),
  description: z.string().trim().max(20_000, "A description has at most 20,000 characters"),
  ownerId: z.uuid("Choose a member").nullable(),
  domainId: z.uuid("Choose a domain").nullable(),
  periodStart: daySchema,
  periodEnd: daySchema,
})
export type ObjectiveFields = z.infer<typeof fields>

/** The message when a period ends before it begins; undefined when it does not. */
export function periodProblem(start: string, end: string): string | undefined {
  return end > start ? undefined : "The period ends after it begins"
}

export const createObjectiveSchema = fields
  .extend({
    description: fields.shape.description.default(""),
    ownerId: fields.shape.ownerId.default(null),
    domainId: fields.shape.domainId.default(null),
    state: z.enum(["draft", "active"]).default("active"),
    keyResults: z
      .array(keyResultSchema)
      .max(KEY_RESULTS_MAX, `At most ${KEY_RESULTS_MAX} key results`)
      .default([]),
  })
  .superRefine(({ periodStart, periodEnd }, ctx) => {
    const message = periodProblem(periodStart, periodEnd)
    if (message) ctx.addIssue({ code: "custom", path: ["periodEnd"], message })
  })

/** Changes to one objective: only the fields given; `version` is the one the editor saw. */
export const updateObjectiveSchema = z.object({
  id: z.uuid(),
  version: z.number().int().min(1),
  changes: fields.partial().refine((changes) => Object.keys(changes).length > 0, "Nothing to change"),
})

export const objectiveKey = (number: number) => `O-${number}`
/** The number of "O-12"; undefined for anything else. */
export function objectiveNumber(key: string): number | undefined {
  const match = /^O-(\d{1,9})$/i.exec(key)
  return match ? Number(match[1]) : undefined
}
