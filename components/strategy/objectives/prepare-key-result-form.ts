import { type Problems, problemsOf } from "@/components/shell/form-problems"
import {
  definitionOf,
  inputOf,
  type KeyResultFields,
  type KeyResultInput,
  keyResultSchema,
} from "@/server/strategy/domain/key-result"
import type { KeyResultRow } from "@/server/strategy/domain/objective-row"
import type { Due, DurationUnit } from "@/server/strategy/domain/period"
import { readGoal } from "@/server/strategy/domain/read-goal"
import { figuresOf, sentenceOf } from "@/server/strategy/domain/sentence"

export const AIMS = [
  { value: "decrease_by", label: "Reduce by a percentage" },
  { value: "increase_by", label: "Increase by a percentage" },
  { value: "decrease_to", label: "Reduce to a figure" },
  { value: "increase_to", label: "Increase to a figure" },
  { value: "range", label: "Keep between two figures" },
] as const
export type Aim = (typeof AIMS)[number]["value"]

/** A period as it is typed: a start, and a duration or an end. */
export type PeriodForm = {
  startDate: string
  dueKind: "duration" | "date"
  amount: string
  timeUnit: DurationUnit
  dueDate: string
}

/** A key result as it is typed. */
export type KeyResultForm = PeriodForm & {
  metric: string
  unit: string
  aim: Aim
  baseline: string
  percent: string
  value: string
  low: string
  high: string
  ownerId: string | null
  rhythmDays: string
}

export function emptyKeyResult(today: string): KeyResultForm {
  return {
    metric: "",
    unit: "",
    aim: "decrease_by",
    baseline: "",
    percent: "",
    value: "",
    low: "",
    high: "",
    startDate: today,
    dueKind: "duration",
    amount: "6",
    timeUnit: "month",
    dueDate: "",
    ownerId: null,
    rhythmDays: "30",
  }
}

export function dueOf({ dueKind, dueDate, amount, timeUnit }: PeriodForm): Due {
  if (dueKind === "date") return { kind: "date", date: dueDate }
  const typed = amount.trim()
  return { kind: "duration", amount: /^\d+$/.test(typed) ? Number(typed) : Number.NaN, unit: timeUnit }
}

function targetOf({ aim, percent, value, low, high }: KeyResultForm): KeyResultFields["target"] {
  if (aim === "range") return { kind: "range", low, high }
  const direction = aim.startsWith("decrease") ? "decrease" : "increase"
  return aim.endsWith("_by")
    ? { kind: "relative", direction, percent }
    : { kind: "absolute", direction, value }
}

/** What the server is asked to keep. */
export function fieldsOf(form: KeyResultForm): KeyResultFields {
  const { metric, unit, baseline, startDate, ownerId, rhythmDays } = form
  const target = targetOf(form)
  return {
    metric,
    unit,
    baseline,
    target,
    startDate,
    due: dueOf(form),
    ownerId,
    rhythmDays: Number(rhythmDays),
  }
}

/** Messages by field path ("target.percent"), from the same rules as the server's. */
export function keyResultProblems(form: KeyResultForm): Problems {
  return problemsOf(keyResultSchema, fieldsOf(form))
}

/** The key result in words while it is typed; null until it makes sense. */
export function previewOf(
  form: KeyResultForm,
): { sentence: string; figures: string; dueDate: string } | null {
  const parsed = keyResultSchema.safeParse(fieldsOf(form))
  if (!parsed.success) return null
  const definition = definitionOf(parsed.data)
  return { sentence: sentenceOf(definition), figures: figuresOf(definition), dueDate: definition.dueDate }
}

function aimOf(target: KeyResultInput["target"]): Aim {
  if (target.kind === "range") return "range"
  return `${target.direction}_${target.kind === "relative" ? "by" : "to"}`
}

/** A stored key result in its editor. */
export function formOfKeyResult(row: KeyResultRow): KeyResultForm {
  const input = inputOf({ ...row, ownerId: row.owner?.id ?? null })
  const { target, due } = input
  const empty = emptyKeyResult(input.startDate)
  return {
    ...empty,
    metric: input.metric,
    unit: input.unit,
    aim: aimOf(target),
    baseline: input.baseline,
    percent: target.kind === "relative" ? target.percent : "",
    value: target.kind === "absolute" ? target.value : "",
    low: target.kind === "range" ? target.low : "",
    high: target.kind === "range" ? target.high : "",
    dueKind: due.kind,
    amount: due.kind === "duration" ? String(due.amount) : empty.amount,
    timeUnit: due.kind === "duration" ? due.unit : empty.timeUnit,
    dueDate: row.dueDate,
    ownerId: input.ownerId,
    rhythmDays: String(input.rhythmDays),
  }
}

/** Takes over what a typed goal says, as "Reduce churn by 15 % in six months"; null when it says no figure. */
export function withTypedGoal(form: KeyResultForm, text: string): KeyResultForm | null {
  const goal = readGoal(text)
  if (!goal) return null
  const { target, direction, duration } = goal
  const aim: Aim =
    target.kind === "range" || direction === "range"
      ? "range"
      : `${direction}_${target.kind === "relative" ? "by" : "to"}`
  return {
    ...form,
    metric: goal.metric,
    aim,
    ...(goal.unit !== undefined && { unit: goal.unit }),
    ...(goal.baseline !== undefined && { baseline: goal.baseline }),
    ...(target.kind === "relative" && { percent: target.percent }),
    ...(target.kind === "absolute" && { value: target.value }),
    ...(target.kind === "range" && { low: target.low, high: target.high }),
    ...(duration && {
      dueKind: "duration" as const,
      amount: String(duration.amount),
      timeUnit: duration.unit,
    }),
  }
}
