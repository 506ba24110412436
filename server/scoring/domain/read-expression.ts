import jsep from "jsep"
import {
  type Arithmetic,
  type Comparison,
  EXPRESSION_LIMITS,
  FUNCTIONS,
  type FunctionName,
  type Node,
  partsOf,
  type Test,
} from "./expression-node"

const ARITHMETIC: Record<Arithmetic, number> = { "+": 9, "-": 9, "*": 10, "/": 10, "^": 12 }
const COMPARISONS: Comparison[] = ["<", "<=", ">", ">=", "==", "!="]

// The parser knows JavaScript; only the signs of a formula stay, and ^ becomes the power that people mean by it.
jsep.removeAllBinaryOps()
jsep.removeAllUnaryOps()
jsep.addUnaryOp("-")
for (const [sign, precedence] of Object.entries(ARITHMETIC)) jsep.addBinaryOp(sign, precedence, sign === "^")
for (const sign of COMPARISONS) jsep.addBinaryOp(sign, 7)
for (const literal of Object.keys(jsep.literals)) jsep.removeLiteral(literal)

/** `at` is the place in the text, from 0; null where the whole formula is meant. */
export type ReadingProblem = { message: string; at: number | null }
export type Reading = { node: Node } | { problem: ReadingProblem }

class Unreadable extends Error {}

/** Reads a formula into nodes. Whether its names are known is not checked here. */
export function readExpression(text: string): Reading {
  if (text.trim() === "") return { problem: { message: "Write a formula", at: null } }
  if (text.length > EXPRESSION_LIMITS.length)
    return { problem: { message: `A formula has at most ${EXPRESSION_LIMITS.length} characters`, at: null } }
  try {
    const node = nodeOf(jsep(text) as jsep.CoreExpression, 0)
    if (countNodes(node) > EXPRESSION_LIMITS.nodes)
      return {
        problem: { message: "The formula is too long. Give parts of it a name of their own", at: null },
      }
    return { node }
  } catch (error) {
    if (error instanceof Unreadable) return { problem: { message: error.message, at: null } }
    const { index, description } = error as { index?: number; description?: string }
    if (index === undefined) throw error
    return {
      problem: { message: `${description ?? "Cannot be read"}, at character ${index + 1}`, at: index },
    }
  }
}

const countNodes = (node: Node): number => partsOf(node).reduce((sum, part) => sum + countNodes(part), 1)

function nodeOf(tree: jsep.CoreExpression, depth: number): Node {
  if (depth > EXPRESSION_LIMITS.depth)
    throw new Unreadable("The formula is nested too deeply. Give parts of it a name of their own")
  const inner = (part: jsep.Expression) => nodeOf(part as jsep.CoreExpression, depth + 1)
  switch (tree.type) {
    case "Literal":
      if (typeof tree.value === "number" && Number.isFinite(tree.value))
        return { type: "number", value: tree.value }
      throw new Unreadable(`${tree.raw} is not a number. A formula holds numbers, criteria and signs`)
    case "Identifier":
      return { type: "name", name: tree.name }
    case "UnaryExpression":
      return { type: "negative", of: inner(tree.argument) }
    case "BinaryExpression":
      return arithmetic(tree, inner)
    case "CallExpression":
      return call(tree, depth)
    case "Compound":
      throw new Unreadable(
        tree.body.length === 0
          ? "Write a formula"
          : "Two parts stand next to each other without a sign, such as × written as *",
      )
    case "ConditionalExpression":
      throw new Unreadable("Write if(test, then, otherwise) instead of ? and :")
    default:
      throw new Unreadable(
        "A formula holds numbers, criteria, + - * / ^, parentheses and the functions listed, nothing else",
      )
  }
}

function arithmetic(
  { operator, left, right }: jsep.BinaryExpression,
  inner: (part: jsep.Expression) => Node,
): Node {
  if (!Object.hasOwn(ARITHMETIC, operator))
    throw new Unreadable(`A comparison with ${operator} stands only inside if(test, then, otherwise)`)
  if (operator === "^" && left.type === "UnaryExpression")
    throw new Unreadable("A minus before a power can be read in two ways: write -(x ^ 2) or pow(-x, 2)")
  return { type: "arithmetic", sign: operator as Arithmetic, left: inner(left), right: inner(right) }
}

function call(tree: jsep.CallExpression, depth: number): Node {
  const name = tree.callee.type === "Identifier" ? String(tree.callee.name) : ""
  const inner = (part: jsep.Expression) => nodeOf(part as jsep.CoreExpression, depth + 1)
  const count = tree.arguments.length
  const takes = (least: number, most: number) => {
    if (count >= least && count <= most) return
    const wanted = least === most ? String(least) : `${least} to ${most}`
    throw new Unreadable(`${name}() takes ${wanted} ${most === 1 ? "value" : "values"}, not ${count}`)
  }
  if (name === "if") {
    takes(3, 3)
    const [test, whenTrue, whenFalse] = tree.arguments as [jsep.Expression, jsep.Expression, jsep.Expression]
    return { type: "if", test: testOf(test, inner), whenTrue: inner(whenTrue), whenFalse: inner(whenFalse) }
  }
  if (name === "pow") {
    takes(2, 2)
    const [left, right] = tree.arguments as [jsep.Expression, jsep.Expression]
    return { type: "arithmetic", sign: "^", left: inner(left), right: inner(right) }
  }
  if (!Object.hasOwn(FUNCTIONS, name)) {
    const known = [...Object.keys(FUNCTIONS), "pow", "if"].join(", ")
    throw new Unreadable(`There is no function ${name || "of that kind"}. The functions are ${known}`)
  }
  const [least, most] = FUNCTIONS[name as FunctionName]
  takes(least, most)
  return { type: "call", name: name as FunctionName, of: tree.arguments.map(inner) }
}

function testOf(tree: jsep.Expression, inner: (part: jsep.Expression) => Node): Test {
  const { type, operator, left, right } = tree as jsep.BinaryExpression
  if (type !== "BinaryExpression" || !COMPARISONS.includes(operator as Comparison))
    throw new Unreadable("The first part of if() is a comparison, such as if(effort > 5, 1, 2)")
  return { sign: operator as Comparison, left: inner(left), right: inner(right) }
}
