/** A job waiting to be done: what a week without it costs, and how many weeks it takes. */
export type Job = { costOfDelay: number; duration: number }

/** Σ cost of delay × completion time, the jobs done one after the other in this order. */
export function delayCost(jobs: readonly Job[]): number {
  let done = 0
  let cost = 0
  for (const { costOfDelay, duration } of jobs) {
    done += duration
    cost += costOfDelay * done
  }
  return cost
}

/** What jobs earn until a week, each its cost of delay per week from its completion on, besides a base per week. */
export function valueEarned(jobs: readonly Job[], until: number, basePerWeek = 0): number {
  let done = 0
  let earned = basePerWeek * until
  for (const { costOfDelay, duration } of jobs) {
    done += duration
    earned += costOfDelay * Math.max(0, until - done)
  }
  return earned
}

/** By cost of delay per week of duration, highest first: no order has a lower delay cost (Smith 1956). */
export function orderByCd3<T extends Job>(jobs: readonly T[]): T[] {
  return [...jobs].sort((a, b) => b.costOfDelay / b.duration - a.costOfDelay / a.duration)
}
