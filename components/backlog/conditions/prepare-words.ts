import { shortDate } from "@/components/ui/prepare-relative-time"
import {
  ITEM_STATUS_LABELS,
  ITEM_TYPE_LABELS,
  type ItemStatus,
  type ItemType,
} from "@/server/backlog/domain/item"
import {
  type Condition,
  type ConditionGroup,
  type ConditionNode,
  isGroup,
  type Operator,
} from "@/server/backlog/domain/item-condition"
import { fieldFacts, fieldLabel, frameworkOfField } from "@/server/backlog/domain/item-fields"

const WORDS: Record<Operator, string> = {
  is: "is",
  not: "is not",
  all: "has all of",
  contains: "contains",
  lacks: "does not contain",
  above: "is above",
  below: "is below",
  at_least: "is at least",
  at_most: "is at most",
  before: "is before",
  after: "is after",
  between: "is between",
  last: "is in the last days",
  next: "is in the next days",
  empty: "is empty",
  filled: "is not empty",
  yes: "yes",
  no: "no",
  by_me: "is given by me",
  not_by_me: "is not given by me",
}

/** What an operator is called beside a field, as the builder offers it. */
export function operatorWords(field: string, op: Operator): string {
  const kind = fieldFacts(field)?.kind
  if (kind === "score" && op === "empty") return "is not there yet"
  if (kind === "score" && op === "filled") return "is there"
  if (kind !== "labels") return WORDS[op]
  return op === "is" ? "has any of" : op === "not" ? "has none of" : WORDS[op]
}

/** Finds the name of a person, a product or a domain by id, and of a score by its field. */
export type NameOf = (id: string) => string | null | undefined

const QUARTERS: Record<string, string> = {
  last: "the last quarter",
  this: "this quarter",
  next: "the next quarter",
}

/** A value as people read it. */
export function valueWords({ field }: Pick<Condition, "field">, value: string, nameOf: NameOf): string {
  switch (fieldFacts(field)?.kind) {
    case "choice":
      return field === "type"
        ? (ITEM_TYPE_LABELS[value as ItemType] ?? value)
        : (ITEM_STATUS_LABELS[value as ItemStatus] ?? value)
    case "person":
      return value === "me" ? "me" : (nameOf(value) ?? "somebody not known")
    case "product":
    case "domain":
      return nameOf(value) ?? `a ${field} not known`
    case "quarter":
      return QUARTERS[value] ?? value
    case "day":
    case "time":
      return value === "today" ? "today" : shortDate(value)
    case "text":
    case "custom":
      return `“${value}”`
    default:
      return value
  }
}

/** "Team is “North” or “South”", "Due is in the next 7 days". */
export function conditionWords(condition: Condition, nameOf: NameOf): string {
  const { field, op, values } = condition
  const name = (frameworkOfField(field) && nameOf(field)) || fieldLabel(field)
  if (op === "last" || op === "next")
    return `${name} is in the ${op} ${values[0]} ${values[0] === "1" ? "day" : "days"}`
  if (field === "archived") return op === "yes" ? "Archived" : "Not archived"
  const words = values.map((value) => valueWords(condition, value, nameOf))
  const joined = op === "between" ? words.join(" and ") : words.join(op === "all" ? " and " : " or ")
  return `${name} ${operatorWords(field, op)}${joined ? ` ${joined}` : ""}`
}

/** A tree as a sentence; groups inside stand in brackets. */
export function nodeWords(node: ConditionNode, nameOf: NameOf): string {
  if (!isGroup(node)) return conditionWords(node, nameOf)
  const parts = node.of.map((part) =>
    isGroup(part) ? `(${nodeWords(part, nameOf)})` : nodeWords(part, nameOf),
  )
  return parts.join(node.match === "all" ? " and " : " or ")
}

/** The tree without its part at a place; null when nothing is left. */
export function withoutPart(where: ConditionGroup, at: number): ConditionGroup | null {
  const of = where.of.filter((_, index) => index !== at)
  const [only] = of
  if (!only) return null
  return of.length === 1 && isGroup(only) ? only : { ...where, of }
}
