/** Wrong passwords in a row before sign-in pauses. */
export const FAILURES_BEFORE_PAUSE = 5
const FIRST_PAUSE_SECONDS = 60
const LONGEST_PAUSE_SECONDS = 15 * 60

/** Seconds that sign-in pauses after so many wrong passwords in a row: 1 min, doubling up to 15 min. */
export function pauseSeconds(failures: number): number {
  if (failures < FAILURES_BEFORE_PAUSE) return 0
  return Math.min(FIRST_PAUSE_SECONDS * 2 ** (failures - FAILURES_BEFORE_PAUSE), LONGEST_PAUSE_SECONDS)
}

/** Until when sign-in pauses, ISO 8601 UTC; null when the next attempt may follow at once. */
export function pausedUntil(failures: number, now: string): string | null {
  const seconds = pauseSeconds(failures)
  return seconds === 0 ? null : new Date(Date.parse(now) + seconds * 1000).toISOString()
}
