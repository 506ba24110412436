import { z } from "zod"
import { byPercent, compareDecimals, decimalSchema } from "./decimal"
import { type Due, daySchema, dueDateOf, dueSchema } from "./period"

/** `range` keeps a metric between two bounds. */
export const DIRECTIONS = ["increase", "decrease", "range"] as const
export type Direction = (typeof DIRECTIONS)[number]

/** How often a metric is measured, in days. */
export const RHYTHMS = [
  { days: 7, label: "Every week" },
  { days: 14, label: "Every two weeks" },
  { days: 30, label: "Every month" },
  { days: 91, label: "Every quarter" },
] as const

/** What is to be reached, as it was said: "to 4", "by 15 %", "between 2 and 5". */
const targetSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("absolute"),
    direction: z.enum(["increase", "decrease"]),
    value: decimalSchema,
  }),
  z.object({
    kind: z.literal("relative"),
    direction: z.enum(["increase", "decrease"]),
    percent: decimalSchema,
  }),
  z.object({ kind: z.literal("range"), low: decimalSchema, high: decimalSchema }),
])
export type TargetInput = z.infer<typeof targetSchema>

const fields = z.object({
  metric: z.string().trim().min(1, "Name what is measured").max(160, "A metric has at most 160 characters"),
  unit: z.string().trim().max(30, "A unit has at most 30 characters").default(""),
  baseline: decimalSchema,
  target: targetSchema,
  startDate: daySchema,
  due: dueSchema,
  ownerId: z.uuid("Choose a member").nullable().default(null),
  rhythmDays: z
    .number()
    .int()
    .min(1, "Measure at most once a day")
    .max(366, "Measure at least once a year")
    .default(30),
})

type Problem = { path: string[]; message: string }

function targetProblem({ baseline, target }: { baseline: string; target: TargetInput }): Problem | undefined {
  if (target.kind === "range") {
    return compareDecimals(target.low, target.high) < 0
      ? undefined
      : { path: ["target", "high"], message: "The upper bound lies above the lower one" }
  }
  if (target.kind === "relative") {
    if (compareDecimals(target.percent, "0") <= 0)
      return {
        path: ["target", "percent"],
        message: "Give a percentage above 0; the direction is chosen beside it",
      }
    if (compareDecimals(baseline, "0") === 0)
      return {
        path: ["target", "percent"],
        message: "A share of a baseline of 0 is 0. Give the target itself",
      }
    const most = target.direction === "decrease" ? "100" : "100000"
    return compareDecimals(target.percent, most) > 0
      ? { path: ["target", "percent"], message: `Give at most ${Number(most).toLocaleString("en")} %` }
      : undefined
  }
  const way = compareDecimals(target.value, baseline)
  if (way === 0)
    return {
      path: ["target", "value"],
      message: "The target equals the baseline, so there is nothing to reach",
    }
  if (target.direction === "increase" ? way > 0 : way < 0) return undefined
  const side = target.direction === "increase" ? "above" : "below"
  return {
    path: ["target", "value"],
    message: `To ${target.direction} it, the target lies ${side} the baseline`,
  }
}

function dueProblem({ startDate, due }: { startDate: string; due: Due }): Problem | undefined {
  return dueDateOf(startDate, due) > startDate
    ? undefined
    : { path: ["due", "date"], message: "The due date comes after the start" }
}

/** A key result as people state it. What it means in figures comes from `definitionOf`. */
export const keyResultSchema = fields.superRefine((value, ctx) => {
  for (const problem of [targetProblem(value), dueProblem(value)]) {
    if (problem) ctx.addIssue({ code: "custom", ...problem })
  }
})
export type KeyResultInput = z.infer<typeof keyResultSchema>
export type KeyResultFields = z.input<typeof keyResultSchema>

/** What is stored: the statement as it was made, and the figures derived from it, exactly. Numbers are decimal text. */
export type KeyResultDefinition = {
  metric: string
  unit: string
  direction: Direction
  baseline: string
  /** Null for a range. */
  target: string | null
  /** The percentage when the target was stated relative to the baseline. */
  relativePercent: string | null
  rangeLow: string | null
  rangeHigh: string | null
  startDate: string
  dueDate: string
  /** Set when the due date was stated as a duration. */
  durationAmount: number | null
  durationUnit: Extract<Due, { kind: "duration" }>["unit"] | null
}

export function definitionOf(input: KeyResultInput): KeyResultDefinition {
  const { metric, unit, baseline, target, startDate, due } = input
  const range = target.kind === "range" ? target : null
  return {
    metric,
    unit,
    baseline,
    direction: target.kind === "range" ? "range" : target.direction,
    target:
      target.kind === "absolute"
        ? target.value
        : target.kind === "relative"
          ? byPercent(baseline, target.percent, target.direction)
          : null,
    relativePercent: target.kind === "relative" ? target.percent : null,
    rangeLow: range?.low ?? null,
    rangeHigh: range?.high ?? null,
    startDate,
    dueDate: dueDateOf(startDate, due),
    durationAmount: due.kind === "duration" ? due.amount : null,
    durationUnit: due.kind === "duration" ? due.unit : null,
  }
}

/** The statement behind a stored definition, for its editor. */
export function inputOf(
  row: KeyResultDefinition & { ownerId: string | null; rhythmDays: number },
): KeyResultInput {
  const { metric, unit, baseline, startDate, ownerId, rhythmDays } = row
  const target: TargetInput =
    row.direction === "range"
      ? { kind: "range", low: row.rangeLow ?? "0", high: row.rangeHigh ?? "0" }
      : row.relativePercent !== null
        ? { kind: "relative", direction: row.direction, percent: row.relativePercent }
        : { kind: "absolute", direction: row.direction, value: row.target ?? "0" }
  const due: Due =
    row.durationAmount !== null && row.durationUnit !== null
      ? { kind: "duration", amount: row.durationAmount, unit: row.durationUnit }
      : { kind: "date", date: row.dueDate }
  return { metric, unit, baseline, target, startDate, due, ownerId, rhythmDays }
}
