/** A dependency: `from` has to be finished before `to` can be. */
export type Dependency = { from: string; to: string }

function successors(edges: readonly Dependency[]): Map<string, string[]> {
  const next = new Map<string, string[]>()
  for (const { from, to } of edges) {
    const known = next.get(from)
    if (known) known.push(to)
    else next.set(from, [to])
  }
  return next
}

/** The shortest way along dependencies from one item to another, both ends included; null when there is none. */
export function findPath(edges: readonly Dependency[], from: string, to: string): string[] | null {
  const next = successors(edges)
  const cameFrom = new Map<string, string | null>([[from, null]])
  const queue = [from]
  for (let at = 0; at < queue.length; at++) {
    const here = queue[at]!
    if (here === to) {
      const path: string[] = []
      for (let step: string | null = here; step !== null; step = cameFrom.get(step) ?? null)
        path.unshift(step)
      return path
    }
    for (const beyond of next.get(here) ?? []) {
      if (cameFrom.has(beyond)) continue
      cameFrom.set(beyond, here)
      queue.push(beyond)
    }
  }
  return null
}

/**
 * The circle that a new dependency would close, beginning and ending with the item that would wait for itself:
 * "blocker → … → blocked → blocker". Null when it closes none.
 */
export function circleOf(edges: readonly Dependency[], { from, to }: Dependency): string[] | null {
  const back = findPath(edges, to, from)
  return back && [from, ...back]
}

/** Items in an order in which everything stands after what it waits for (Kahn, 1962); those on a circle are left out. */
export function inOrder(ids: readonly string[], edges: readonly Dependency[]): string[] {
  const known = new Set(ids)
  const inside = edges.filter(({ from, to }) => known.has(from) && known.has(to))
  const waitsFor = new Map(ids.map((id) => [id, 0]))
  for (const { to } of inside) waitsFor.set(to, waitsFor.get(to)! + 1)
  const next = successors(inside)
  const ready = ids.filter((id) => waitsFor.get(id) === 0)
  for (let at = 0; at < ready.length; at++) {
    for (const beyond of next.get(ready[at]!) ?? []) {
      const left = waitsFor.get(beyond)! - 1
      waitsFor.set(beyond, left)
      if (left === 0) ready.push(beyond)
    }
  }
  return ready
}

/** The column of each item in a drawing: one further right than the furthest of what it waits for. */
export function layersOf(ids: readonly string[], edges: readonly Dependency[]): Map<string, number> {
  const next = successors(edges)
  const layer = new Map(ids.map((id) => [id, 0]))
  for (const id of inOrder(ids, edges)) {
    for (const beyond of next.get(id) ?? []) {
      const present = layer.get(beyond)
      if (present !== undefined) layer.set(beyond, Math.max(present, layer.get(id)! + 1))
    }
  }
  return layer
}
