import {
  type Condition,
  type ConditionGroup,
  type ConditionNode,
  conditionProblem,
  conditionsOf,
  isGroup,
  type Operator,
  operatorsOf,
  valueCount,
  WHERE_LIMITS,
} from "@/server/backlog/domain/item-condition"

/** Where a node stands: its place in the outermost group, in the group there, and so on. */
export type Path = readonly number[]

/** A condition to start from; the reader chooses its value. */
export const freshCondition = (field = "title"): Condition => ({
  field,
  op: operatorsOf(field)[0] ?? "is",
  values: [],
})

/** The tree with the node at a path replaced; null takes it away, with groups that are empty then. */
export function replaceAt(group: ConditionGroup, path: Path, node: ConditionNode | null): ConditionGroup {
  const [at, ...deeper] = path
  const of = group.of.flatMap((part, index): ConditionNode[] => {
    if (index !== at) return [part]
    if (deeper.length === 0) return node ? [node] : []
    if (!isGroup(part)) return [part]
    const changed = replaceAt(part, deeper, node)
    return changed.of.length > 0 ? [changed] : []
  })
  return { ...group, of }
}

/** The tree with a node added at the end of the group at a path. */
export function addAt(group: ConditionGroup, path: Path, node: ConditionNode): ConditionGroup {
  const [at, ...deeper] = path
  if (at === undefined) return { ...group, of: [...group.of, node] }
  const of = group.of.map((part, index) => (index === at && isGroup(part) ? addAt(part, deeper, node) : part))
  return { ...group, of }
}

/** A condition on another field: the operator stays where the field knows it, the value never does. */
export function withField(condition: Condition, field: string): Condition {
  const known = operatorsOf(field)
  return { field, op: known.includes(condition.op) ? condition.op : (known[0] ?? "is"), values: [] }
}

/** A condition with another operator; values stay as far as the operator takes them. */
export function withOperator(condition: Condition, op: Operator): Condition {
  const [before, after] = [valueCount(condition.op), valueCount(op)]
  const days = (one: Operator) => one === "last" || one === "next"
  if (after === "none" || days(op) !== days(condition.op)) return { ...condition, op, values: [] }
  if (before === after) return { ...condition, op }
  return {
    ...condition,
    op,
    values: condition.values.slice(0, after === "one" ? 1 : after === "two" ? 2 : 50),
  }
}

/** What is wrong with a tree before it can be used: a message per condition, by its path. */
export function treeProblems(group: ConditionGroup): Map<string, string> {
  const problems = new Map<string, string>()
  const walk = (node: ConditionNode, path: Path) => {
    if (isGroup(node)) return node.of.forEach((part, index) => void walk(part, [...path, index]))
    const problem = conditionProblem({ ...node, values: node.values.filter((value) => value !== "") })
    if (problem) problems.set(path.join("."), problem)
  }
  walk(group, [])
  return problems
}

/** The tree as it is sent: without empty values; null when it asks nothing. */
export function finished(group: ConditionGroup): ConditionGroup | null {
  const clean = (node: ConditionNode): ConditionNode =>
    isGroup(node)
      ? { ...node, of: node.of.map(clean) }
      : { ...node, values: node.values.filter((value) => value !== "") }
  const done = clean(group) as ConditionGroup
  const [only] = done.of
  if (!only) return null
  return done.of.length === 1 && isGroup(only) ? only : done
}

export const mayAdd = (group: ConditionGroup) => conditionsOf(group).length < WHERE_LIMITS.conditions
export const mayNest = (path: Path) => path.length + 1 < WHERE_LIMITS.depth
