/** Arithmetic between two parts. `^` raises to a power. */
export type Arithmetic = "+" | "-" | "*" | "/" | "^"
export type Comparison = "<" | "<=" | ">" | ">=" | "==" | "!="

/** The functions of a formula with the least and the most arguments each takes; `if` and `pow` have nodes of their own. */
export const FUNCTIONS = {
  min: [2, 20],
  max: [2, 20],
  abs: [1, 1],
  sqrt: [1, 1],
  ln: [1, 1],
  log10: [1, 1],
} as const
export type FunctionName = keyof typeof FUNCTIONS
export const RESERVED_NAMES = [...Object.keys(FUNCTIONS), "pow", "if"]

/** The only things a formula can say. It is read into these and computed from them; no code is ever run. */
export type Node =
  | { type: "number"; value: number }
  | { type: "name"; name: string }
  | { type: "negative"; of: Node }
  | { type: "arithmetic"; sign: Arithmetic; left: Node; right: Node }
  | { type: "call"; name: FunctionName; of: Node[] }
  | { type: "if"; test: Test; whenTrue: Node; whenFalse: Node }
export type Test = { sign: Comparison; left: Node; right: Node }

export const EXPRESSION_LIMITS = { length: 1000, nodes: 200, depth: 30 } as const

/** The parts directly inside a node. */
export function partsOf(node: Node): Node[] {
  switch (node.type) {
    case "number":
    case "name":
      return []
    case "negative":
      return [node.of]
    case "arithmetic":
      return [node.left, node.right]
    case "call":
      return node.of
    case "if":
      return [node.test.left, node.test.right, node.whenTrue, node.whenFalse]
  }
}

/** Every name that a formula uses, in the order of reading, once each. */
export function namesIn(node: Node): string[] {
  const names = node.type === "name" ? [node.name] : partsOf(node).flatMap(namesIn)
  return [...new Set(names)]
}
