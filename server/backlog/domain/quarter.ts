const WRITTEN = /^(20\d{2}|2100)-Q([1-4])$/

/** Whether a text is a calendar quarter as it is kept: "2026-Q4", years 2000 to 2100. */
export const isQuarter = (text: string): boolean => WRITTEN.test(text)

/** The quarter as kept, from "2026-Q4", "2026 q4", "Q4 2026" or "Q4/26"; null when it is none. */
export function parseQuarter(text: string): string | null {
  const value = text.trim().toUpperCase()
  const yearFirst = /^(\d{4})[-/ ]?Q([1-4])$/.exec(value)
  const quarterFirst = /^Q([1-4])[-/' ]*(\d{4}|\d{2})$/.exec(value)
  const [year, quarter] = yearFirst
    ? [yearFirst[1]!, yearFirst[2]!]
    : [quarterFirst?.[2] ?? "", quarterFirst?.[1] ?? ""]
  const written = `${year.length === 2 ? `20${year}` : year}-Q${quarter}`
  return isQuarter(written) ? written : null
}

/** The quarter of a day written YYYY-MM-DD. */
export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** The quarter `by` quarters later (earlier when negative); null outside the years 2000 to 2100. */
export function shiftQuarter(quarter: string, by: number): string | null {
  const number = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1 + by
  const shifted = `${Math.floor(number / 4)}-Q${(((number % 4) + 4) % 4) + 1}`
  return isQuarter(shifted) ? shifted : null
}
