import { calendarDate } from "../calendar-date"

/** Which part comes first in dates of three numbers, as 03/04/2025. */
export const DATE_ORDERS = ["day_first", "month_first"] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

export type ParsedDate = { ok: true; date: string } | { ok: false; message: string; ambiguous: boolean }

const MONTHS: readonly string[][] = [
  ["jan", "januar", "january", "janvier", "janv", "ene", "enero"],
  ["feb", "februar", "february", "fev", "fevr", "fevrier", "febrero"],
  ["mar", "marz", "march", "mars", "mrz", "marzo"],
  ["apr", "april", "avr", "avril", "abr", "abril"],
  ["may", "mai", "mayo"],
  ["jun", "juni", "june", "juin", "junio"],
  ["jul", "juli", "july", "juil", "juillet", "julio"],
  ["aug", "august", "aout", "ago", "agosto"],
  ["sep", "sept", "september", "septembre", "septiembre"],
  ["oct", "okt", "october", "oktober", "octobre", "octubre"],
  ["nov", "november", "novembre", "noviembre"],
  ["dec", "dez", "december", "dezember", "decembre", "dic", "diciembre"],
]
const MONTH_NUMBER = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)

const TIME = String.raw`(?:[T ,]+\d{1,2}[:.]\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$`
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}`, "i")
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const NUMBERS = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}`, "i")
const DAY_NAME = new RegExp(String.raw`^(\d{1,2})[-/. ]+(\p{L}+)\.?[-/., ]+(\d{4}|\d{2})${TIME}`, "iu")
const NAME_DAY = new RegExp(String.raw`^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})${TIME}`, "iu")

/** Two-digit years as spreadsheets read them: 00–69 are 2000–2069, 70–99 are 1970–1999. */
function fullYear(digits: string): number {
  const year = Number(digits)
  return digits.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year
}

const monthOf = (name: string) =>
  MONTH_NUMBER.get(name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()) ?? 0

/**
 * The day of a date written as ISO, 12/Mar/24 9:41 AM, 6/21/2025 16:14, 21.06.2025 and the like. A time of day is
 * read over and never moves the day to another zone. `order` decides 03/04/2025; without it that is an error.
 */
export function parseDate(text: string, order: DateOrder | null): ParsedDate {
  const value = text.trim()
  const iso = YEAR_FIRST.exec(value) ?? COMPACT.exec(value)
  if (iso) return made(text, Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = NUMBERS.exec(value)
  if (numbers) return fromNumbers(text, numbers, order)
  const dayName = DAY_NAME.exec(value)
  if (dayName) return made(text, fullYear(dayName[3]!), monthOf(dayName[2]!), Number(dayName[1]))
  const nameDay = NAME_DAY.exec(value)
  if (nameDay) return made(text, fullYear(nameDay[3]!), monthOf(nameDay[1]!), Number(nameDay[2]))
  return failed(`“${shorten(text)}” is not a date. Write it as YYYY-MM-DD`)
}

function fromNumbers(text: string, match: RegExpExecArray, order: DateOrder | null): ParsedDate {
  const [first, second, year] = [Number(match[1]), Number(match[3]), fullYear(match[4]!)]
  const decided = match[2] === "." ? "day_first" : (order ?? orderOf(first, second))
  if (decided === null) {
    const message = `“${shorten(text)}” could be day or month first, and no other value of the column tells. Choose the order`
    return { ok: false, message, ambiguous: true }
  }
  const date = decided === "day_first" ? calendarDate(year, second, first) : calendarDate(year, first, second)
  if (date) return { ok: true, date }
  return failed(
    `“${shorten(text)}” is not a day when read ${decided.replace("_", " ")}. Write it as YYYY-MM-DD`,
  )
}

/** What two numbers prove by themselves; the same number twice reads the same either way. */
function orderOf(first: number, second: number): DateOrder | null {
  if (first > 12 || first === second) return "day_first"
  return second > 12 ? "month_first" : null
}

function made(text: string, year: number, month: number, day: number): ParsedDate {
  const date = calendarDate(year, month, day)
  return date ? { ok: true, date } : failed(`“${shorten(text)}” is not a day that exists`)
}

const failed = (message: string): ParsedDate => ({ ok: false, message, ambiguous: false })
const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

export type DateOrderGuess = { order: DateOrder | null; ambiguous: number; conflict: boolean }

/**
 * The order a whole column proves: one 21/06 makes every 03/04 of the column day first. `conflict` when values prove
 * both; `ambiguous` counts the values that leave it open. Dotted dates are day first everywhere and prove nothing.
 */
export function guessDateOrder(values: Iterable<string>): DateOrderGuess {
  let dayFirst = 0
  let monthFirst = 0
  let ambiguous = 0
  for (const value of values) {
    const match = NUMBERS.exec(value.trim())
    if (!match || match[2] === "." || Number(match[1]) === Number(match[3])) continue
    const order = orderOf(Number(match[1]), Number(match[3]))
    if (order === "day_first") dayFirst++
    else if (order === "month_first") monthFirst++
    else ambiguous++
  }
  const conflict = dayFirst > 0 && monthFirst > 0
  const order = conflict ? null : dayFirst > 0 ? "day_first" : monthFirst > 0 ? "month_first" : null
  return { order, ambiguous, conflict }
}
