import { between, gt, gte, isNull, lt, type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import type { Condition } from "../domain/item-condition"

/** A day some days later (earlier when negative). Days are days in UTC. */
export const daysLater = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

const dayOf = (value: string | undefined, now: string) =>
  value === undefined || value === "today" ? now.slice(0, 10) : value

/** First and last day, both included, of a condition that names days; null for an end that is open. */
function daysOf({ op, values }: Condition, now: string): { from: string | null; to: string | null } {
  const today = now.slice(0, 10)
  const [first, second] = [dayOf(values[0], now), dayOf(values[1], now)]
  switch (op) {
    case "before":
      return { from: null, to: daysLater(first, -1) }
    case "after":
      return { from: daysLater(first, 1), to: null }
    case "between":
      return first < second ? { from: first, to: second } : { from: second, to: first }
    case "last":
      return { from: daysLater(today, -Number(values[0])), to: today }
    case "next":
      return { from: today, to: daysLater(today, Number(values[0])) }
    default:
      return { from: first, to: first }
  }
}

/** A condition on a calendar date. */
export function dayCondition(column: PgColumn, condition: Condition, now: string): SQL {
  if (condition.op === "empty") return isNull(column)
  if (condition.op === "is")
    return sql`${column} in (${sql.join(
      condition.values.map((value) => sql`${dayOf(value, now)}::date`),
      sql`, `,
    )})`
  const { from, to } = daysOf(condition, now)
  if (from === null) return lt(column, daysLater(to!, 1))
  return to === null ? gte(column, from) : between(column, from, to)
}

/** The same for a point in time: a day is from midnight to midnight, UTC. */
export function momentCondition(column: PgColumn, condition: Condition, now: string): SQL {
  const days =
    condition.op === "is"
      ? condition.values.map((value) => ({ from: dayOf(value, now), to: dayOf(value, now) }))
      : [daysOf(condition, now)]
  const ranges = days.map(({ from, to }) => {
    const midnight = (day: string) => `${day}T00:00:00.000Z`
    const end = to === null ? undefined : lt(column, midnight(daysLater(to, 1)))
    const start = from === null ? undefined : gte(column, midnight(from))
    return start && end ? sql`(${start} and ${end})` : (start ?? end ?? gt(column, midnight("1900-01-01")))
  })
  return sql`(${sql.join(ranges, sql` or `)})`
}
