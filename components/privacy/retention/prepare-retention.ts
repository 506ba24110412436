import { askedRows } from "@/components/shell/prepare-pages"
import { classOf, type Scheme } from "@/server/catalog/domain/scheme"
import { figure } from "@/server/kernel/domain/counted"
import { type DueFilter, dueFilter } from "@/server/privacy/domain/due-filter"
import {
  DUE_ORDER,
  type DueState,
  type PeriodUnit,
  periodWords,
} from "@/server/privacy/domain/retention-dates"
import {
  RETENTION_ACTION_LABELS,
  type RetentionAction,
  START_EVENT_LABELS,
  type StartEvent,
} from "@/server/privacy/domain/retention-rule"

type RuleWords = {
  action: RetentionAction
  periodAmount: number
  periodUnit: PeriodUnit
  repeatMonths: number | null
  startEvent: StartEvent
}

/** "Delete 10 years after: case or order closed; again every 3 months". */
export function ruleWords(rule: RuleWords): string {
  const { action, periodAmount, periodUnit, repeatMonths, startEvent } = rule
  const again =
    repeatMonths === null ? "" : `; again every ${periodWords({ amount: repeatMonths, unit: "months" })}`
  const start = START_EVENT_LABELS[startEvent]
  return `${RETENTION_ACTION_LABELS[action]} ${periodWords({ amount: periodAmount, unit: periodUnit })} after: ${start.charAt(0).toLowerCase()}${start.slice(1)}${again}`
}

export const classWords = (scheme: Scheme, classKey: string | null) =>
  classKey === null ? "Data of any class" : (classOf(scheme, classKey)?.name ?? classKey)

export const DUE_STATES: Record<
  DueState,
  { state: "good" | "warning" | "bad" | "unknown" | "later"; word: string }
> = {
  held: { state: "unknown", word: "Legal hold" },
  overdue: { state: "bad", word: "Overdue" },
  soon: { state: "warning", word: "Due soon" },
  later: { state: "later", word: "Later" },
}

/** What the list of due dates asks for; reads what it understands of an address and leaves out the rest. */
export function dueInput(params: URLSearchParams) {
  const filter: DueFilter = dueFilter.parse({
    search: (params.get("q") ?? "").slice(0, 200),
    states: DUE_ORDER.filter((state) => params.getAll("state").includes(state)),
  })
  return { filter, ...askedRows(params) }
}

/** The filter as an address; a changed filter begins at the first page. */
export function dueParams({ search, states }: DueFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (search) params.set("q", search)
  for (const state of states) params.append("state", state)
  return params
}

type Counted = { total: number; states: Record<DueState, number> }

/** The page's one line: "2 rules; 2 overdue, 1 due within 30 days"; its numbers count all that the filter finds. */
export function retentionState({ total, states }: Counted, rules: number, filtered = false): string {
  const parts = [
    [states.overdue, "overdue"],
    [states.soon, "due within 30 days"],
    [states.held, "under legal hold"],
    [states.later, "later"],
  ] as const
  const words = parts.filter(([number]) => number > 0).map(([number, word]) => `${figure(number)} ${word}`)
  const ruled = `${figure(rules)} ${rules === 1 ? "rule" : "rules"}`
  if (filtered)
    return total === 0 ? `${ruled}; nothing fits the filters` : `${ruled}; found ${words.join(", ")}`
  return total === 0 ? `${ruled}, none applied to data yet` : `${ruled}; ${words.join(", ")}`
}
