import { type Dependency, inOrder } from "./dependency-graph"

/** Work that is left; `estimate` null: nobody estimated it. */
export type PathItem = { id: string; estimate: number | null }

export type CriticalPath = {
  /** From the first to do to the last. Empty when nothing waits for anything. */
  ids: string[]
  /** Sum of the estimates on the path, in the unit of the estimates. */
  length: number
  /** Items on the path without an estimate: the length is "at least" then. */
  missing: string[]
}

type Reach = { length: number; steps: number; before: string | null }

/**
 * The longest chain of dependencies by estimate (Kelley and Walker, critical path method, 1959): with everything else
 * done in parallel, the last item cannot be finished earlier. Items without an estimate count as zero and are named;
 * of two equally long chains the one with more items is taken. `items` are the open ones; a circle is left out.
 */
export function criticalPath(items: readonly PathItem[], edges: readonly Dependency[]): CriticalPath {
  const estimates = new Map(items.map(({ id, estimate }) => [id, estimate]))
  const inside = edges.filter(({ from, to }) => estimates.has(from) && estimates.has(to))
  const before = Map.groupBy(inside, ({ to }) => to)
  const reach = new Map<string, Reach>()
  let last: string | null = null
  for (const id of inOrder([...estimates.keys()], inside)) {
    const own = estimates.get(id) ?? 0
    let best: Reach = { length: own, steps: 1, before: null }
    for (const { from } of before.get(id) ?? []) {
      const there = reach.get(from)!
      const candidate = { length: there.length + own, steps: there.steps + 1, before: from }
      if (isLonger(candidate, best)) best = candidate
    }
    reach.set(id, best)
    if (best.steps > 1 && (last === null || isLonger(best, reach.get(last)!))) last = id
  }
  const ids: string[] = []
  for (let id = last; id !== null; id = reach.get(id)!.before) ids.unshift(id)
  return {
    ids,
    length: last === null ? 0 : reach.get(last)!.length,
    missing: ids.filter((id) => estimates.get(id) === null),
  }
}

const isLonger = (a: Reach, b: Reach) => a.length > b.length || (a.length === b.length && a.steps > b.steps)
