import type { CompiledExpression } from "./compile-expression"
import { type Comparison, type FunctionName, type Node, namesIn } from "./expression-node"
import { type Naming, printNode } from "./print-expression"

/** Why a formula has no value for these inputs; `names` are the criteria and parts it blames. */
export class NoValue extends Error {
  constructor(
    message: string,
    readonly names: readonly string[],
  ) {
    super(message)
  }
}

type Known = Map<string, number>

const COMPARE: Record<Comparison, (a: number, b: number) => boolean> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
}

const CALL: Record<FunctionName, (values: number[]) => number> = {
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  abs: ([value]) => Math.abs(value!),
  sqrt: ([value]) => Math.sqrt(value!),
  ln: ([value]) => Math.log(value!),
  log10: ([value]) => Math.log10(value!),
}

/** Takes a value for each criterion key and gives the result with the value of every named part. @throws NoValue */
export function computeExpression(
  { root, definitions }: CompiledExpression,
  values: Readonly<Record<string, number>>,
  naming: Naming,
): { result: number; parts: Map<string, number> } {
  const known: Known = new Map(Object.entries(values))
  const parts = new Map<string, number>()
  for (const { name, node } of definitions) {
    const value = compute(node, known, naming)
    known.set(name, value)
    parts.set(name, value)
  }
  return { result: compute(root, known, naming), parts }
}

function compute(node: Node, known: Known, naming: Naming): number {
  const of = (part: Node) => compute(part, known, naming)
  switch (node.type) {
    case "number":
      return node.value
    case "name":
      return known.get(node.name) ?? Number.NaN
    case "negative":
      return -of(node.of)
    case "if":
      return COMPARE[node.test.sign](of(node.test.left), of(node.test.right))
        ? of(node.whenTrue)
        : of(node.whenFalse)
    case "call":
      return finite(CALL[node.name](node.of.map(of)), node, naming)
    case "arithmetic": {
      const [left, right] = [of(node.left), of(node.right)]
      if (node.sign === "/" && right === 0) {
        const divisor = printNode(node.right, naming)
        throw new NoValue(
          `Cannot be computed: the divisor “${divisor}” is 0 with these values`,
          namesIn(node.right),
        )
      }
      return finite(arithmetic(node.sign, left, right), node, naming)
    }
  }
}

function arithmetic(sign: "+" | "-" | "*" | "/" | "^", left: number, right: number): number {
  if (sign === "+") return left + right
  if (sign === "-") return left - right
  if (sign === "*") return left * right
  return sign === "/" ? left / right : left ** right
}

function finite(value: number, node: Node, naming: Naming): number {
  if (Number.isFinite(value)) return value
  const text = printNode(node, naming)
  throw new NoValue(`Cannot be computed: “${text}” has no finite value with these values`, namesIn(node))
}
