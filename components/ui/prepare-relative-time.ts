const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const isDay = (iso: string) => iso.length === 10
const dayNumber = (iso: string, timeZone: string) =>
  Date.parse(`${isDay(iso) ? iso : localDay(iso, timeZone)}T00:00:00Z`) / day

function localDay(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(new Date(iso))
}

function parts(iso: string, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const zone = isDay(iso) ? "UTC" : timeZone
  const all = new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).formatToParts(new Date(iso))
  const get = (type: Intl.DateTimeFormatPartTypes) => all.find((part) => part.type === type)?.value ?? ""
  return { get, month: get("month").slice(0, 3) }
}

/** "16 Oct 2026"; with `nowIso` of the same year, "16 Oct". Takes "YYYY-MM-DD" or an ISO time. */
export function shortDate(iso: string, nowIso?: string, timeZone = "UTC"): string {
  const { get, month } = parts(iso, timeZone, { day: "numeric", month: "short", year: "numeric" })
  const sameYear = nowIso !== undefined && nowIso.slice(0, 4) === get("year")
  return sameYear ? `${get("day")} ${month}` : `${get("day")} ${month} ${get("year")}`
}

/** "Fri 16 Oct", for a date that is near. */
export function weekdayDate(iso: string, timeZone = "UTC"): string {
  const { get, month } = parts(iso, timeZone, { weekday: "short", day: "numeric", month: "short" })
  return `${get("weekday")} ${get("day")} ${month}`
}

/** The exact moment for a title: "Sun 11 Oct 2026, 06:10 UTC"; a date has no time. */
export function exactTime(iso: string, timeZone = "UTC"): string {
  const date = `${weekdayDate(iso, timeZone)} ${shortDate(iso, undefined, timeZone).slice(-4)}`
  if (isDay(iso)) return date
  const { get } = parts(iso, timeZone, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  })
  return `${date}, ${get("hour")}:${get("minute")} ${get("timeZoneName")}`
}

function byDays(distance: number, iso: string, timeZone: string): string {
  if (distance === 0) return "today"
  if (distance === 1) return "tomorrow"
  if (distance === -1) return "yesterday"
  if (Math.abs(distance) > 30) return shortDate(iso, undefined, timeZone)
  return distance > 0 ? `in ${distance} days` : `${-distance} days ago`
}

/** How far away it is: "just now", "5 min ago", "in 3 h", "yesterday", "in 3 days"; beyond 30 days the date itself. */
export function relativeTime(iso: string, nowIso: string, timeZone = "UTC"): string {
  const difference = Date.parse(iso) - Date.parse(nowIso)
  if (Number.isNaN(difference)) return iso
  if (!isDay(iso) && Math.abs(difference) < day) {
    const distance = Math.abs(difference)
    if (distance < minute) return difference > 0 ? "in a moment" : "just now"
    const amount =
      distance < hour ? `${Math.floor(distance / minute)} min` : `${Math.floor(distance / hour)} h`
    return difference > 0 ? `in ${amount}` : `${amount} ago`
  }
  return byDays(dayNumber(iso, timeZone) - dayNumber(nowIso, timeZone), iso, timeZone)
}

/** The later of two ISO-8601 UTC times. */
export const laterOf = (one: string, other: string): string => {
  const [, later = other] = [one, other].sort()
  return later
}
