import { type Node, namesIn, RESERVED_NAMES } from "./expression-node"
import type { Framework } from "./framework"
import { readExpression } from "./read-expression"

export type CompiledExpression = {
  root: Node
  /** Named parts in an order in which each follows those it uses. */
  definitions: { name: string; node: Node }[]
}

/** `field` is `expression` or `definitions.N.name` / `definitions.N.expression`. */
export type ExpressionProblem = { field: string; message: string; at: number | null }
export type Compilation = { compiled: CompiledExpression } | { problems: ExpressionProblem[] }

type Formula = Pick<Framework, "criteria" | "expression" | "definitions">
const IDENTIFIER = /^[a-z][a-z0-9_]*$/

/** Reads and checks a formula with its named parts: every name known, no circle, every criterion used. */
export function compileExpression({ criteria, expression = "", definitions = [] }: Formula): Compilation {
  const problems: ExpressionProblem[] = []
  const keys = criteria.map(({ key }) => key)
  const names = definitions.map(({ name }) => name)
  definitions.forEach(({ name }, index) => {
    const message = nameProblem(name, keys, names.slice(0, index))
    if (message) problems.push({ field: `definitions.${index}.name`, message, at: null })
  })
  const known = [...keys, ...names]
  const nodes = new Map<string, Node>()
  const read = (field: string, text: string): Node | null => {
    const reading = readExpression(text)
    if ("problem" in reading) {
      problems.push({ field, ...reading.problem })
      return null
    }
    for (const name of namesIn(reading.node)) {
      if (known.includes(name)) continue
      const at = text.search(new RegExp(`(?<![\\w$])${name.replace(/\$/g, "\\$")}(?![\\w$])`))
      problems.push({ field, message: unknownName(name, known, at), at: at < 0 ? null : at })
    }
    return reading.node
  }
  definitions.forEach(({ name, expression: text }, index) => {
    const node = read(`definitions.${index}.expression`, text)
    if (node) nodes.set(name, node)
  })
  const root = read("expression", expression)
  if (problems.length > 0 || !root) return { problems }
  const order = inOrder(nodes)
  if ("circle" in order) {
    const index = names.indexOf(order.circle[0]!)
    const message = `“${order.circle[0]}” depends on itself: ${order.circle.join(" → ")}`
    return { problems: [{ field: `definitions.${index}.expression`, message, at: null }] }
  }
  const unused = notUsed(root, nodes, criteria)
  if (unused) {
    const message = `${unused} is asked for, but the formula does not use it. Use it, or remove the criterion`
    return { problems: [{ field: "expression", message, at: null }] }
  }
  return {
    compiled: { root, definitions: order.names.map((name) => ({ name, node: nodes.get(name)! })) },
  }
}

function nameProblem(name: string, keys: readonly string[], before: readonly string[]): string | null {
  if (!IDENTIFIER.test(name))
    return "The name of a part holds small letters, digits and _ and starts with a letter"
  if (RESERVED_NAMES.includes(name)) return `${name} is a function: give the part another name`
  if (keys.includes(name)) return `${name} is a criterion: give the part another name`
  return before.includes(name) ? `Two parts are called ${name}` : null
}

function unknownName(name: string, known: readonly string[], at: number): string {
  const nearest = nearestName(name, known)
  const where = at < 0 ? "" : `, at character ${at + 1}`
  return `“${name}”${where} is neither a criterion nor a named part.${nearest ? ` Did you mean ${nearest}?` : ` Known are ${known.join(", ")}`}`
}

/** The known name with the fewest changed letters, if they are few against its length. */
export function nearestName(name: string, known: readonly string[]): string | null {
  let best: { name: string; distance: number } | null = null
  for (const other of known) {
    const distance = editDistance(name.toLowerCase(), other)
    if (distance <= Math.max(2, Math.floor(other.length / 3)) && distance < (best?.distance ?? Infinity))
      best = { name: other, distance }
  }
  return best?.name ?? null
}

/** Letters inserted, deleted or replaced between two short words (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

/** Named parts so that each follows those it uses, or the circle in which they run. */
function inOrder(nodes: ReadonlyMap<string, Node>): { names: string[] } | { circle: string[] } {
  const done: string[] = []
  const visit = (name: string, path: string[]): string[] | null => {
    if (done.includes(name)) return null
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name]
    for (const used of namesIn(nodes.get(name)!)) {
      const circle = nodes.has(used) ? visit(used, [...path, name]) : null
      if (circle) return circle
    }
    done.push(name)
    return null
  }
  for (const name of nodes.keys()) {
    const circle = visit(name, [])
    if (circle) return { circle }
  }
  return { names: done }
}

/** The name of a criterion that the score does not depend on, be it through a named part. */
function notUsed(
  root: Node,
  nodes: ReadonlyMap<string, Node>,
  criteria: Formula["criteria"],
): string | undefined {
  const used = new Set<string>()
  const follow = (node: Node) => {
    for (const name of namesIn(node)) {
      if (used.has(name)) continue
      used.add(name)
      const part = nodes.get(name)
      if (part) follow(part)
    }
  }
  follow(root)
  return criteria.find(({ key }) => !used.has(key))?.name
}
