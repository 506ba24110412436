import { classOf, type Scheme } from "@/server/catalog/domain/scheme"
import { type DueState, type PeriodUnit, periodWords } from "@/server/privacy/domain/retention-dates"
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

/** The page's one line: "2 overdue, 1 due soon, 1 under legal hold, 6 later". */
export function retentionState(due: readonly { state: DueState }[], rules: number): string {
  const count = (state: DueState) => due.filter((row) => row.state === state).length
  const parts = [
    [count("overdue"), "overdue"],
    [count("soon"), "due within 30 days"],
    [count("held"), "under legal hold"],
    [count("later"), "later"],
  ] as const
  const words = parts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`)
  const ruled = `${rules} ${rules === 1 ? "rule" : "rules"}`
  return words.length > 0 ? `${ruled}; ${words.join(", ")}` : `${ruled}, none applied to data yet`
}

/** Groups of the due list in the order of urgency; empty ones are left out. */
export function groupDue<T extends { state: DueState }>(due: readonly T[]): { state: DueState; rows: T[] }[] {
  return (["overdue", "soon", "held", "later"] as const).flatMap((state) => {
    const rows = due.filter((row) => row.state === state)
    return rows.length > 0 ? [{ state, rows }] : []
  })
}
