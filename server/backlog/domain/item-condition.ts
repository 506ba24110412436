import { z } from "zod"
import { isCalendarDate } from "./calendar-date"
import { ITEM_STATUSES, ITEM_TYPES } from "./item"
import { type FieldKind, fieldFacts } from "./item-fields"
import { ITEM_LIMITS } from "./item-limits"
import { isQuarter } from "./quarter"

const OPERATORS = [
  "is",
  "not",
  "all",
  "contains",
  "lacks",
  "above",
  "below",
  "at_least",
  "at_most",
  "before",
  "after",
  "between",
  "last",
  "next",
  "empty",
  "filled",
  "yes",
  "no",
  "by_me",
  "not_by_me",
] as const
export type Operator = (typeof OPERATORS)[number]

const EMPTY: Operator[] = ["empty", "filled"]
const COMPARE: Operator[] = ["above", "below", "at_least", "at_most"]
const BY_KIND: Record<FieldKind, readonly Operator[]> = {
  text: ["contains", "lacks", "is", "not"],
  choice: ["is", "not"],
  person: ["is", "not"],
  product: ["is", "not"],
  domain: ["is", "not"],
  item: ["is", "not"],
  labels: ["is", "all", "not"],
  number: ["is", "not", ...COMPARE, "between"],
  day: ["is", "before", "after", "between", "last", "next"],
  time: ["is", "before", "after", "between", "last"],
  quarter: ["is", "not", "before", "after"],
  flag: ["yes", "no"],
  score: ["at_least", "at_most", "above", "below", "between", "by_me", "not_by_me"],
  custom: ["is", "not", "contains", "lacks", ...COMPARE, "before", "after"],
}

/** What a field can be asked; the first is offered first. */
export function operatorsOf(field: string): readonly Operator[] {
  const facts = fieldFacts(field)
  if (!facts) return []
  return facts.optional ? [...BY_KIND[facts.kind], ...EMPTY] : BY_KIND[facts.kind]
}

const NO_VALUE: readonly Operator[] = ["empty", "filled", "yes", "no", "by_me", "not_by_me"]

/** How many values an operator takes. */
export type ValueCount = "none" | "one" | "two" | "many"
export function valueCount(op: Operator): ValueCount {
  if (NO_VALUE.includes(op)) return "none"
  if (op === "between") return "two"
  return op === "is" || op === "not" || op === "all" ? "many" : "one"
}

/** One question to a field. All values are text, as in the address. */
export type Condition = { field: string; op: Operator; values: string[] }
/** "all": and, "any": or. */
export type ConditionGroup = { match: "all" | "any"; of: ConditionNode[] }
export type ConditionNode = Condition | ConditionGroup

export const WHERE_LIMITS = { depth: 3, conditions: 30, values: 50, value: 200 } as const

export const isGroup = (node: ConditionNode): node is ConditionGroup => "match" in node

/** All conditions of a tree, in the order in which they are read. */
export function conditionsOf(node: ConditionNode | null): Condition[] {
  if (!node) return []
  return isGroup(node) ? node.of.flatMap(conditionsOf) : [node]
}

export const QUARTER_WORDS = ["last", "this", "next"] as const
const uuid = z.uuid()
const isUuid = (value: string) => uuid.safeParse(value).success
const isNumber = (value: string) => /^-?\d{1,15}(\.\d{1,10})?$/.test(value)
const isDays = (value: string) => /^[1-9]\d{0,3}$/.test(value)
const isDay = (value: string) => value === "today" || isCalendarDate(value)

/** Whether a value fits, else what is wanted. */
function wanted(kind: FieldKind, field: string, op: Operator, value: string): string | null {
  if (op === "last" || op === "next") return isDays(value) ? null : "a number of days, 1 to 9999"
  switch (kind) {
    case "choice": {
      const known: readonly string[] = field === "type" ? ITEM_TYPES : ITEM_STATUSES
      return known.includes(value) ? null : `one of ${known.join(", ")}`
    }
    case "person":
      return value === "me" || isUuid(value) ? null : "a person"
    case "product":
    case "domain":
      return isUuid(value) ? null : `a ${kind}`
    case "number":
    case "score":
      return isNumber(value) ? null : "a number"
    case "day":
    case "time":
      return isDay(value) ? null : "a day as YYYY-MM-DD, or today"
    case "quarter":
      return isQuarter(value) || (QUARTER_WORDS as readonly string[]).includes(value)
        ? null
        : "a quarter as 2026-Q4, or last, this or next"
    case "custom":
      if (COMPARE.includes(op)) return isNumber(value) ? null : "a number"
      if (op === "before" || op === "after") return isDay(value) ? null : "a day as YYYY-MM-DD, or today"
      return null
    default:
      return null
  }
}

/** Whether values of a field are numbers, whatever is asked of it. */
export const isNumeric = (kind: FieldKind | undefined) => kind === "number" || kind === "score"

/** What is wrong with a condition, in a sentence; null when nothing is. */
export function conditionProblem({ field, op, values }: Condition): string | null {
  const facts = fieldFacts(field)
  if (!facts || field.length > ITEM_LIMITS.customName + 7) return `There is no field “${field.slice(0, 80)}”`
  if (!operatorsOf(field).includes(op)) return `${facts.label} cannot be asked for “${op}”`
  const count = valueCount(op)
  const fits =
    count === "none"
      ? values.length === 0
      : count === "one"
        ? values.length === 1
        : count === "two"
          ? values.length === 2
          : values.length > 0
  if (!fits)
    return count === "none" ? `“${op}” takes no value` : `${facts.label} needs a value to compare with`
  for (const value of values) {
    if (value === "" || value.includes("\0")) return `${facts.label} needs a value to compare with`
    const want = wanted(facts.kind, field, op, value)
    if (want) return `${facts.label} needs ${want}; “${value.slice(0, 40)}” is not`
  }
  if (count === "two" && isNumeric(facts.kind) && Number(values[0]) > Number(values[1]))
    return `${facts.label}: the range ends before it starts`
  return null
}

const conditionSchema = z
  .object({
    field: z.string().min(1).max(300),
    op: z.enum(OPERATORS),
    values: z.array(z.string().max(WHERE_LIMITS.value)).max(WHERE_LIMITS.values).default([]),
  })
  .superRefine((condition, ctx) => {
    const message = conditionProblem(condition)
    if (message) ctx.addIssue({ code: "custom", message })
  })

const groupOf = <T extends z.ZodType>(node: T) =>
  z.object({ match: z.enum(["all", "any"]), of: z.array(node).min(1).max(WHERE_LIMITS.conditions) })

type ConditionInput = Omit<Condition, "values"> & { values?: string[] }
type ConditionGroupInput = { match: "all" | "any"; of: (ConditionInput | ConditionGroupInput)[] }

/** Written out level by level: no input can be deeper than it says. */
export const whereSchema: z.ZodType<ConditionGroup, ConditionGroupInput> = groupOf(
  z.union([conditionSchema, groupOf(z.union([conditionSchema, groupOf(conditionSchema)]))]),
).superRefine((root, ctx) => {
  const count = conditionsOf(root as ConditionGroup).length
  if (count > WHERE_LIMITS.conditions) {
    const message = `A filter has at most ${WHERE_LIMITS.conditions} conditions; this one has ${count}`
    ctx.addIssue({ code: "custom", message })
  }
})
