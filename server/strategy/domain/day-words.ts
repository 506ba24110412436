const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

/** "1 Apr 2027" of "2027-04-01". */
export function shortDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number)
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`
}
