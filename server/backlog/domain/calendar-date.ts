const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days of a month, 1 for January; leap years by the Gregorian rule. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && leap ? 29 : (LENGTHS[month - 1] ?? 0)
}

/** "YYYY-MM-DD" of a day that exists, years 1900 to 2999; null otherwise. */
export function calendarDate(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2999 || day < 1 || day > daysInMonth(year, month)) return null
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
}

/** Whether a text is a day that exists, written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) !== null
}
