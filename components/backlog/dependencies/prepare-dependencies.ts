import type { inferRouterOutputs } from "@trpc/server"
import { counted } from "@/server/kernel/domain/counted"
import type { AppRouter } from "@/server/root"
import { estimateWords } from "../prepare-item"

export type Dependencies = inferRouterOutputs<AppRouter>["backlog"]["listDependencies"]
type Node = Dependencies["items"][number]

export const NODE = { width: 232, height: 72, across: 72, down: 16 } as const

export type Placed = Node & { x: number; y: number; critical: boolean }
export type Line = { id: string; path: string; critical: boolean }
export type Drawing = { width: number; height: number; nodes: Placed[]; lines: Line[] }

/**
 * Where each item stands: columns by what it waits for, and inside a column near the middle of what it waits for
 * (barycentre heuristic: Sugiyama et al., 1981), so that few lines cross.
 */
export function drawingOf({ items, dependencies, critical }: Dependencies): Drawing {
  const last = Math.max(-1, ...items.map(({ layer }) => layer))
  const columns = Array.from({ length: last + 1 }, (_, layer) => items.filter((item) => item.layer === layer))
  const row = new Map<string, number>()
  const before = Map.groupBy(dependencies, ({ to }) => to)
  for (const column of columns) {
    const middle = (item: Node) => {
      const rows = (before.get(item.id) ?? []).flatMap(({ from }) => row.get(from) ?? [])
      return rows.length > 0 ? rows.reduce((sum, one) => sum + one, 0) / rows.length : 0
    }
    const sorted = [...column].sort((a, b) => middle(a) - middle(b))
    for (const [index, item] of sorted.entries()) row.set(item.id, index)
  }
  const onPath = new Set(critical.ids)
  const nodes = items.map((item) => ({
    ...item,
    x: item.layer * (NODE.width + NODE.across),
    y: (row.get(item.id) ?? 0) * (NODE.height + NODE.down),
    critical: onPath.has(item.id),
  }))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const steps = new Set(critical.ids.slice(1).map((id, index) => `${critical.ids[index]} ${id}`))
  const lines = dependencies.flatMap(({ from, to }) => {
    const [a, b] = [byId.get(from), byId.get(to)]
    return a && b
      ? [{ id: `${from} ${to}`, path: lineBetween(a, b), critical: steps.has(`${from} ${to}`) }]
      : []
  })
  return {
    width: columns.length * (NODE.width + NODE.across) - NODE.across,
    height: Math.max(0, ...columns.map((column) => column.length)) * (NODE.height + NODE.down) - NODE.down,
    nodes,
    // What is emphasised is drawn last, on top.
    lines: lines.sort((a, b) => Number(a.critical) - Number(b.critical)),
  }
}

function lineBetween(a: Placed, b: Placed): string {
  const [x1, y1] = [a.x + NODE.width, a.y + NODE.height / 2]
  const [x2, y2] = [b.x - 6, b.y + NODE.height / 2]
  const bend = Math.max(24, (x2 - x1) / 2)
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
}

/** "7 items, 6 dependencies". */
export function dependencyState({ items, dependencies, more }: Dependencies): string {
  const shown = `${counted(items.length, "item", "items")}, ${counted(dependencies.length, "dependency", "dependencies")}`
  return more ? `The first ${shown}. Filter by product to see all of fewer` : shown
}

/** The critical path in words: its length, its items, and which of them nobody estimated. Null when there is none. */
export function criticalWords({ items, critical }: Dependencies) {
  if (critical.ids.length === 0) return null
  const keyOf = new Map(items.map(({ id, key }) => [id, key]))
  const keys = (ids: readonly string[]) => ids.map((id) => keyOf.get(id) ?? "?")
  return {
    length: `${critical.missing.length > 0 ? "at least " : ""}${estimateWords(critical.length)}`,
    keys: keys(critical.ids),
    missing: keys(critical.missing),
  }
}
