import { z } from "zod"
import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"
import { PERIOD_UNITS } from "./retention-dates"

export const START_EVENTS = ["collected", "last_activity", "contract_end", "closed", "decision"] as const
export type StartEvent = (typeof START_EVENTS)[number]

export const START_EVENT_LABELS: Record<StartEvent, string> = {
  collected: "Collected",
  last_activity: "Last activity of the person",
  contract_end: "End of the contract",
  closed: "Case or order closed",
  decision: "Decision taken",
}

export const RETENTION_ACTIONS = ["delete", "anonymise", "archive", "review"] as const
export type RetentionAction = (typeof RETENTION_ACTIONS)[number]

export const RETENTION_ACTION_LABELS: Record<RetentionAction, string> = {
  delete: "Delete",
  anonymise: "Anonymise",
  archive: "Archive",
  review: "Review by hand",
}
/** What was done, in the past tense. */
export const RETENTION_DONE: Record<RetentionAction, string> = {
  delete: "Deleted",
  anonymise: "Anonymised",
  archive: "Archived",
  review: "Reviewed",
}

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString("en")} characters`)
const day = z.iso.date("Give a date, such as 2026-12-31")

export const retentionRuleFields = z.object({
  name: text(120).min(1, "Give a name"),
  classKey: z.string().max(40).nullable(),
  purpose: text(300).min(1, "Say for which purpose the data is kept"),
  basis: text(500).default(""),
  startEvent: z.enum(START_EVENTS, "Choose what starts the period"),
  periodAmount: z
    .number("Give a number")
    .int("Give a whole number")
    .min(1, "The period is at least 1")
    .max(36_500, "The period is too long"),
  periodUnit: z.enum(PERIOD_UNITS, "Choose days, months or years"),
  repeatMonths: z
    .number()
    .int("Give a whole number")
    .min(1, "At least 1 month")
    .max(1200)
    .nullable()
    .default(null),
  action: z.enum(RETENTION_ACTIONS, "Choose what happens"),
})
export type RetentionRuleFields = z.output<typeof retentionRuleFields>

const shape = retentionRuleFields.shape
export const retentionRuleChanges = retentionRuleFields
  .extend({ basis: shape.basis.removeDefault(), repeatMonths: shape.repeatMonths.removeDefault() })
  .partial()

export const reasonText = text(2000).min(1, "Give a reason; it is recorded")

/** Only addresses that a browser opens without running anything. */
const link = z
  .union([
    z.literal(""),
    z.url({ protocol: /^https?$/, message: "Give an address that starts with https://" }),
  ])
  .default("")

export const executionFields = z.object({
  assignmentId: z.uuid(),
  doneOn: day,
  count: z
    .number("Give a number")
    .int("Give a whole number")
    .min(0, "Not below 0")
    .max(Number.MAX_SAFE_INTEGER),
  evidence: text(5000).min(1, "Give the query or the id of the job that did it"),
  link,
  note: text(2000).default(""),
})

export const refusalFields = z.object({ assignmentId: z.uuid(), deferredTo: day, reason: reasonText })

export const holdFields = z.object({
  assetId: z.uuid(),
  reason: reasonText,
  askedBy: text(200).default(""),
  fromOn: day,
  untilOn: day.nullable().default(null),
})

/** While data is held nothing of it may be removed; a review by hand removes nothing. */
export function mayExecute(action: RetentionAction, held: boolean): Verdict {
  return held && action !== "review"
    ? no("A legal hold is in force: nothing of this asset may be removed until it is lifted")
    : yes
}

/** Something done lies in the past; a refusal puts off into the future. */
export function dateProblem(what: "done" | "deferred", date: string, today: string): string | undefined {
  if (what === "done") return date > today ? "The day is in the future; record it when it is done" : undefined
  return date <= today ? "Put it off to a day after today" : undefined
}
