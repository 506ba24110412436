import type { Module } from "./cruise"

/** Which feature folder of the server needs which; the kernel and single files above the features are left out. */
export function featureGraph(modules: Module[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>()
  for (const { source, dependencies } of modules) {
    const from = featureOf(source)
    if (!from) continue
    const needed = graph.get(from) ?? new Set()
    graph.set(from, needed)
    for (const { resolved } of dependencies) {
      const to = featureOf(resolved)
      if (to && to !== from) needed.add(to)
    }
  }
  return graph
}

/** One circle of features as a path that ends where it began, or undefined. */
export function findCircle(graph: Map<string, Set<string>>): string[] | undefined {
  const finished = new Set<string>()
  const visit = (feature: string, path: string[]): string[] | undefined => {
    if (path.includes(feature)) return [...path.slice(path.indexOf(feature)), feature]
    if (finished.has(feature)) return undefined
    for (const next of graph.get(feature) ?? []) {
      const circle = visit(next, [...path, feature])
      if (circle) return circle
    }
    finished.add(feature)
    return undefined
  }
  for (const feature of graph.keys()) {
    const circle = visit(feature, [])
    if (circle) return circle
  }
  return undefined
}

function featureOf(file: string): string | undefined {
  const feature = /^server\/([^/]+)\//.exec(file)?.[1]
  return feature === "kernel" || feature === "cli" ? undefined : feature
}
