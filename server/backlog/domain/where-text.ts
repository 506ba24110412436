import {
  type Condition,
  type ConditionGroup,
  type ConditionNode,
  conditionProblem,
  isGroup,
  type Operator,
  WHERE_LIMITS,
} from "./item-condition"

/** Characters that mean something in an address of ours; in a name or value each gets a `!` in front. */
const SPECIAL = /[!(),:;]/g

/** A name or value as one word of an address. */
export const escapeWord = (text: string) => text.replace(SPECIAL, "!$&")

/** Splits at a character that no `!` stands before, and takes the `!` off. */
export function splitWords(text: string, at: string): string[] {
  return splitRaw(text, at).map(unescapeWord)
}

const unescapeWord = (text: string) => text.replace(/!(.)/gs, "$1")

/** The same with every `!` left where it stands, for a text that is split again. */
export function splitRaw(text: string, at: string): string[] {
  const parts = [""]
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (char === at) parts.push("")
    else parts[parts.length - 1] += char === "!" ? char + (text[++i] ?? "") : char
  }
  return parts
}

/** A tree of conditions for an address: `status:is:ready;doing,any(owner:empty,estimate:above:8)`. */
export function serialiseWhere(where: ConditionGroup): string {
  const list = where.of.map(nodeText).join(",")
  return where.match === "all" ? list : `any(${list})`
}

function nodeText(node: ConditionNode): string {
  if (isGroup(node)) return `${node.match}(${node.of.map(nodeText).join(",")})`
  const words = [escapeWord(node.field), node.op]
  return [...words, ...(node.values.length > 0 ? [node.values.map(escapeWord).join(";")] : [])].join(":")
}

/**
 * Reads a tree of conditions from an address. Never fails: a condition that makes no sense is left out, a bracket that
 * is not closed ends with the text. Null when nothing is left.
 */
export function parseWhere(text: string | null): ConditionGroup | null {
  if (!text) return null
  const reading = { text: text.slice(0, 8_000), at: 0, left: WHERE_LIMITS.conditions }
  const of = readList(reading, true)
  const [only] = of
  const root: ConditionGroup = of.length === 1 && only && isGroup(only) ? only : { match: "all", of }
  return withinDepth(root, 1)
}

type Reading = { text: string; at: number; left: number }

/** Up to the bracket that closes the list; at the top a stray one separates like a comma. */
function readList(reading: Reading, top = false): ConditionNode[] {
  const nodes: ConditionNode[] = []
  while (reading.at < reading.text.length) {
    const node = readNode(reading)
    if (node) nodes.push(node)
    if (reading.text[reading.at++] === ")" && !top) break
  }
  return nodes
}

function readNode(reading: Reading): ConditionNode | null {
  const open = /^(all|any)\(/.exec(reading.text.slice(reading.at, reading.at + 4))
  if (!open) return readCondition(reading)
  reading.at += open[0].length
  return { match: open[1] === "any" ? "any" : "all", of: readList(reading) }
}

/** The tree without empty groups and without those that lie too deep; null when nothing is left. */
function withinDepth(group: ConditionGroup, depth: number): ConditionGroup | null {
  if (depth > WHERE_LIMITS.depth) return null
  const of = group.of.flatMap((node): ConditionNode[] => {
    const kept = isGroup(node) ? withinDepth(node, depth + 1) : node
    return kept ? [kept] : []
  })
  return of.length > 0 ? { match: group.match, of } : null
}

function readCondition(reading: Reading): Condition | null {
  const start = reading.at
  const { text } = reading
  while (reading.at < text.length && text[reading.at] !== "," && text[reading.at] !== ")")
    reading.at += text[reading.at] === "!" ? 2 : 1
  reading.at = Math.min(reading.at, text.length)
  const [field = "", op = "", ...rest] = splitRaw(text.slice(start, reading.at), ":")
  const values = rest.length > 0 ? splitWords(rest.join(":"), ";") : []
  const condition = { field: unescapeWord(field), op: op as Operator, values }
  const tooMuch =
    values.length > WHERE_LIMITS.values || values.some((value) => value.length > WHERE_LIMITS.value)
  if (tooMuch || reading.left === 0 || conditionProblem(condition)) return null
  reading.left--
  return condition
}
