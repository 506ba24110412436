import { exactTime, relativeTime } from "./prepare-relative-time"

type Props = {
  /** "YYYY-MM-DD" or an ISO-8601 UTC time. */
  iso: string
  /** The moment the page was made, ISO-8601 UTC, so that server and browser write the same words. */
  now: string
  timeZone?: string
}

export function RelativeTime({ iso, now, timeZone }: Props) {
  return (
    <time dateTime={iso} title={exactTime(iso, timeZone)}>
      {relativeTime(iso, now, timeZone)}
    </time>
  )
}
