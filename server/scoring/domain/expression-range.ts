import type { CompiledExpression } from "./compile-expression"
import { type Criterion, scaleBounds } from "./criterion"
import type { Arithmetic, FunctionName, Node } from "./expression-node"
import { type Naming, printNode } from "./print-expression"

export type Range = { low: number; high: number }
export type ExpressionRange = Range & {
  /** What may go wrong for some values of the scales, naming the part. */
  warnings: string[]
}

/**
 * Bounds of a formula over the declared scales, by interval arithmetic: never too narrow, at times too wide, because a
 * name that occurs twice counts as two. Finds every divisor that may be zero.
 */
export function expressionRange(
  { root, definitions }: CompiledExpression,
  criteria: readonly Criterion[],
  naming: Naming,
): ExpressionRange {
  const warnings = new Set<string>()
  const known = new Map<string, Range>()
  for (const { key, scale } of criteria) {
    const { min, max } = scaleBounds(scale)
    known.set(key, { low: min, high: max })
  }
  const range = (node: Node): Range => {
    switch (node.type) {
      case "number":
        return { low: node.value, high: node.value }
      case "name":
        return known.get(node.name) ?? ANYTHING
      case "negative": {
        const { low, high } = range(node.of)
        return { low: -high, high: -low }
      }
      case "if":
        range(node.test.left)
        range(node.test.right)
        return hull(range(node.whenTrue), range(node.whenFalse))
      case "call":
        return callRange(node.name, node.of.map(range), () => warn(node))
      case "arithmetic": {
        const [left, right] = [range(node.left), range(node.right)]
        if (node.sign === "/" && right.low <= 0 && right.high >= 0) {
          warnings.add(
            `“${printNode(node.right, naming)}” may be 0 on these scales, and divides: such an item gets no score`,
          )
          return ANYTHING
        }
        return arithmeticRange(node.sign, left, right, () => warn(node))
      }
    }
  }
  const warn = (node: Node) => {
    warnings.add(`“${printNode(node, naming)}” has no value for some entries: such an item gets no score`)
    return ANYTHING
  }
  for (const { name, node } of definitions) known.set(name, range(node))
  return { ...range(root), warnings: [...warnings] }
}

const ANYTHING: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
const hull = (a: Range, b: Range): Range => ({ low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) })
const around = (values: number[]): Range =>
  values.some(Number.isNaN) ? ANYTHING : { low: Math.min(...values), high: Math.max(...values) }

function arithmeticRange(sign: Arithmetic, a: Range, b: Range, undefinedHere: () => Range): Range {
  if (sign === "+") return around([a.low + b.low, a.high + b.high])
  if (sign === "-") return around([a.low - b.high, a.high - b.low])
  if (sign === "*") return around([a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high])
  if (sign === "/") return around([a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high])
  const whole = b.low === b.high && Number.isInteger(b.low) && b.low > 0
  if (a.low < 0 && !whole) return undefinedHere()
  if (a.low <= 0 && b.low < 0) return undefinedHere()
  const corners = [a.low ** b.low, a.low ** b.high, a.high ** b.low, a.high ** b.high]
  return around(a.low < 0 && a.high > 0 ? [...corners, 0] : corners)
}

function callRange(name: FunctionName, of: Range[], undefinedHere: () => Range): Range {
  const [first = ANYTHING] = of
  if (name === "min" || name === "max") {
    const pick = name === "min" ? Math.min : Math.max
    return { low: pick(...of.map(({ low }) => low)), high: pick(...of.map(({ high }) => high)) }
  }
  if (name === "abs") {
    const ends = [Math.abs(first.low), Math.abs(first.high)]
    return around(first.low < 0 && first.high > 0 ? [...ends, 0] : ends)
  }
  if (name === "sqrt")
    return first.low < 0 ? undefinedHere() : around([Math.sqrt(first.low), Math.sqrt(first.high)])
  const log = name === "ln" ? Math.log : Math.log10
  return first.low <= 0 ? undefinedHere() : around([log(first.low), log(first.high)])
}
