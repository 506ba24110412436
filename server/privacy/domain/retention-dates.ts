/** Calendar days as "YYYY-MM-DD"; no time zones, no clock. */

export const PERIOD_UNITS = ["days", "months", "years"] as const
export type PeriodUnit = (typeof PERIOD_UNITS)[number]
export type Period = { amount: number; unit: PeriodUnit }

const pad = (value: number, length = 2) => String(value).padStart(length, "0")
const iso = (year: number, month: number, day: number) => `${pad(year, 4)}-${pad(month)}-${pad(day)}`
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The same day of a later month; where that month is shorter, its last day: 31 January + 1 month = 28 or 29 February. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number]
  const count = year * 12 + (month - 1) + months
  const [newYear, newMonth] = [Math.floor(count / 12), (count % 12) + 1]
  return iso(newYear, newMonth, Math.min(date, daysIn(newYear, newMonth)))
}

/** The day when a period that began on `day` is over. */
export function addPeriod(day: string, { amount, unit }: Period): string {
  if (unit === "days") return addDays(day, amount)
  return addMonths(day, unit === "years" ? amount * 12 : amount)
}

/** "30 days", "1 month", "10 years". */
export function periodWords({ amount, unit }: Period): string {
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`
}

export type Outcome = { outcome: "executed" | "refused"; doneOn: string; deferredTo: string | null }

/**
 * When data has to be dealt with next. First when the period after the start event is over; after an execution, when the
 * interval is over again; after a refusal, on the day it was put off to.
 */
export function nextDue(
  startOn: string,
  period: Period,
  repeatMonths: number | null,
  last: Outcome | undefined,
): string {
  if (!last) return addPeriod(startOn, period)
  if (last.outcome === "refused") return last.deferredTo ?? last.doneOn
  return repeatMonths === null ? addPeriod(last.doneOn, period) : addMonths(last.doneOn, repeatMonths)
}

export type Hold = { fromOn: string; untilOn: string | null; liftedAt: string | null }

/** A hold is in force from its first day to its last, both included, unless it was lifted. */
export const holdInForce = ({ fromOn, untilOn, liftedAt }: Hold, day: string) =>
  liftedAt === null && fromOn <= day && (untilOn === null || day <= untilOn)

/** In the order of urgency. */
export const DUE_ORDER = ["overdue", "soon", "held", "later"] as const
export type DueState = (typeof DUE_ORDER)[number]

/** Days before a due date in which it counts as near. */
export const SOON_DAYS = 30

/** How a due date stands on a day; a hold comes before everything. */
export function dueState(dueOn: string, today: string, held: boolean): DueState {
  if (held) return "held"
  if (dueOn < today) return "overdue"
  return dueOn <= addDays(today, SOON_DAYS) ? "soon" : "later"
}

/** Whole days from one day to another; negative when it is past. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
