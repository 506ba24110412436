import type { Arithmetic, Node } from "./expression-node"

/** What stands for a name: the name of a criterion, or its value. */
export type Naming = (name: string) => string

const STRENGTH: Record<Arithmetic, number> = { "+": 1, "-": 1, "*": 2, "/": 2, "^": 4 }
const SIGN: Record<Arithmetic, string> = { "+": " + ", "-": " − ", "*": " × ", "/": " / ", "^": "^" }
/** A minus in front always gets parentheses inside a larger part: 2 × (−3). */
const NEGATIVE = 0
const WHOLE = 9

/** A formula as people write it, with no more parentheses than it needs. */
export function printNode(node: Node, naming: Naming): string {
  return print(node, naming).text
}

function print(node: Node, naming: Naming): { text: string; strength: number } {
  const inner = (part: Node, least: number) => {
    const { text, strength } = print(part, naming)
    return strength < least ? `(${text})` : text
  }
  switch (node.type) {
    case "number":
      return { text: String(node.value), strength: WHOLE }
    case "name": {
      const text = naming(node.name)
      return { text, strength: /^[-−]/.test(text) ? NEGATIVE : WHOLE }
    }
    case "negative":
      return { text: `−${inner(node.of, STRENGTH["*"])}`, strength: NEGATIVE }
    case "call":
      return { text: `${node.name}(${node.of.map((part) => inner(part, 0)).join(", ")})`, strength: WHOLE }
    case "if": {
      const { sign, left, right } = node.test
      const test = `${inner(left, 0)} ${sign} ${inner(right, 0)}`
      return { text: `if(${test}, ${inner(node.whenTrue, 0)}, ${inner(node.whenFalse, 0)})`, strength: WHOLE }
    }
    case "arithmetic": {
      const { sign, left, right } = node
      const strength = STRENGTH[sign]
      // a − (b + c), a / (b × c) and (a ^ b) ^ c need their parentheses.
      const rightLeast = sign === "-" || sign === "/" ? strength + 1 : strength
      const leftLeast = sign === "^" ? strength + 1 : strength
      return { text: `${inner(left, leftLeast)}${SIGN[sign]}${inner(right, rightLeast)}`, strength }
    }
  }
}
