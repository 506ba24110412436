import type { Direction } from "./key-result"
import { daysBetween } from "./period"

export type Goal = {
  direction: Direction
  baseline: string
  target: string | null
  rangeLow: string | null
  rangeHigh: string | null
  startDate: string
  dueDate: string
}

// Adding 0 turns −0 into 0.
const share = (part: number, whole: number) => (Number.isFinite(part / whole) ? part / whole + 0 : 0)

/**
 * How much of the way from baseline to target a value is: 0 at the baseline, 1 at the target, above 1 beyond it, below 0
 * on the wrong side. A range is 1 inside; outside, the way from the baseline to the nearest bound that is covered, and 0
 * on the far side or when the baseline lay inside. Formula: (value − baseline) / (target − baseline).
 */
export function progressOf(goal: Goal, value: string): number {
  const [now, from] = [Number(value), Number(goal.baseline)]
  if (goal.direction !== "range") {
    const to = Number(goal.target)
    if (to !== from) return share(now - from, to - from)
    const reached = goal.direction === "increase" ? now >= to : now <= to
    return reached ? 1 : 0
  }
  const [low, high] = [Number(goal.rangeLow), Number(goal.rangeHigh)]
  if (now >= low && now <= high) return 1
  if (from < low && now < low) return share(now - from, low - from)
  if (from > high && now > high) return share(from - now, from - high)
  return 0
}

/** The share of the time from start to due date that has passed on a day, 0 to 1: what a straight line expects. */
export function expectedOn(goal: Pick<Goal, "startDate" | "dueDate">, day: string): number {
  const length = daysBetween(goal.startDate, goal.dueDate)
  if (length <= 0) return day >= goal.dueDate ? 1 : 0
  return Math.min(1, Math.max(0, daysBetween(goal.startDate, day) / length))
}
