import { z } from "zod"
import { calendarDate, daysInMonth, isCalendarDate } from "@/server/backlog/domain/calendar-date"

const DAY = 86_400_000

export const daySchema = z
  .string("Give a date")
  .refine(isCalendarDate, { error: "Give the date as YYYY-MM-DD, a day that exists", abort: true })

export const DURATION_UNITS = ["week", "month", "quarter", "year"] as const
export type DurationUnit = (typeof DURATION_UNITS)[number]
export type Duration = { amount: number; unit: DurationUnit }

export const durationSchema = z.object({
  amount: z
    .number("Give a whole number, such as 6")
    .int("Give a whole number, such as 6")
    .min(1, { error: "Give at least 1", abort: true })
    .max(120, "Give at most 120"),
  unit: z.enum(DURATION_UNITS),
})

/** When something ends: on a day, or so long after it began. */
export const dueSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("date"), date: daySchema }),
  durationSchema.extend({ kind: z.literal("duration") }),
])
export type Due = z.infer<typeof dueSchema>

export const addDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** Days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)

const MONTHS: Record<Exclude<DurationUnit, "week">, number> = { month: 1, quarter: 3, year: 12 }

/** The day a duration after a start: a month later is the same day, or the last of a shorter month. */
export function endOf(start: string, { amount, unit }: Duration): string {
  if (unit === "week") return addDays(start, 7 * amount)
  const [year = 0, month = 1, day = 1] = start.split("-").map(Number)
  const index = year * 12 + (month - 1) + amount * MONTHS[unit]
  const [endYear, endMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return calendarDate(endYear, endMonth, Math.min(day, daysInMonth(endYear, endMonth))) ?? "2999-12-31"
}

export const dueDateOf = (start: string, due: Due) => (due.kind === "date" ? due.date : endOf(start, due))

const WORDS = [
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
]

/** "six months", "one quarter", "18 weeks". */
export function durationWords({ amount, unit }: Duration): string {
  return `${WORDS[amount - 1] ?? amount} ${unit}${amount === 1 ? "" : "s"}`
}

/** The number of a word from "one" to "twelve" or of digits; undefined for anything else. */
export function numberOfWord(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word)
  const index = WORDS.indexOf(word.toLowerCase())
  return index >= 0 ? index + 1 : undefined
}
