/** How an open page is connected: "polling" asks now and then, after several tries to come back failed. */
export type LiveState = "connecting" | "live" | "lost" | "polling" | "ended"

/** Failed tries in a row after which a page asks by itself. */
export const TRIES_BEFORE_POLLING = 4
export const POLL_MS = 10_000
/** Without any sign for so long the connection counts as lost: the server gives one every 15 seconds. */
export const SILENCE_MS = 40_000

/** Milliseconds to wait before the next try: 1 s, doubled up to 15 s, spread so that a room does not come back at once. */
export function waitBefore(failures: number, random: number): number {
  const whole = Math.min(15_000, 1000 * 2 ** Math.max(0, failures - 1))
  return Math.round(whole * (0.5 + random / 2))
}

export const stateAfterFailure = (failures: number): LiveState =>
  failures >= TRIES_BEFORE_POLLING ? "polling" : "lost"

/** How far the server's clock is ahead of this one, in milliseconds. */
export const clockOffset = (serverNow: string, here: number) => Date.parse(serverNow) - here

export const liveAddress = (workspace: string, topic: string, since: number) =>
  `/api/v1/live?workspace=${encodeURIComponent(workspace)}&topic=${encodeURIComponent(topic)}&since=${since}`
