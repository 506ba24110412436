import { z } from "zod"

/** A quarter as text, "2026-Q4": sorts by time. */
export const quarterSchema = z
  .string("Choose a quarter")
  .regex(/^(19|2\d)\d\d-Q[1-4]$/, "Give the quarter as YYYY-Qn, such as 2026-Q4")

const indexOf = (quarter: string) => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1
const quarterAt = (index: number) => `${String(Math.floor(index / 4)).padStart(4, "0")}-Q${(index % 4) + 1}`

export const quarterOf = (day: string) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
export const addQuarters = (quarter: string, count: number) => quarterAt(indexOf(quarter) + count)
/** Quarters from one to another; negative when the second is earlier. */
export const quartersBetween = (from: string, to: string) => indexOf(to) - indexOf(from)

/** Every quarter from the first to the last, both included. */
export function quartersFrom(first: string, last: string): string[] {
  return Array.from({ length: Math.max(0, quartersBetween(first, last) + 1) }, (_, i) =>
    addQuarters(first, i),
  )
}

/** "Q4 2026". */
export const quarterWords = (quarter: string) => `${quarter.slice(5)} ${quarter.slice(0, 4)}`
