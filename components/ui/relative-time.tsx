import { exactTime, laterOf, relativeTime } from "./prepare-relative-time"

type Props = {
  /** "YYYY-MM-DD" or an ISO-8601 UTC time. */
  iso: string
  /** The moment the page was made, ISO-8601 UTC, so that server and browser write the same words. */
  now: string
  timeZone?: string
  /** What has happened: saved after the page was made, it reads "just now" rather than "in a moment". */
  past?: boolean
}

export function RelativeTime({ iso, now, timeZone, past = false }: Props) {
  return (
    <time dateTime={iso} title={exactTime(iso, timeZone)}>
      {relativeTime(iso, past ? laterOf(iso, now) : now, timeZone)}
    </time>
  )
}
