import { formatInput } from "./format-score"
import type { Framework } from "./framework"
import { moscowClass } from "./named-answers"
import type { ScoredResult, Values } from "./score-result"

/** The class of an item with its effort; the score is the class, so the order is by class and then by hand. */
export function scoreMoscow({ name, criteria }: Framework, values: Values): ScoredResult {
  const given = values.class ?? 1
  const { value, label } = moscowClass(given)
  const effort = criteria.find(({ key }) => key === "effort")
  const unit = effort?.unit ? ` ${effort.unit}` : ""
  const between = value < given ? " The scorers stand between two classes, so the lower one holds." : ""
  return {
    status: "scored",
    score: value,
    terms: criteria.map(({ key, name }) => ({
      criterion: key,
      name,
      value: values[key] ?? 0,
      role: "input",
      contribution: null,
    })),
    formula: "Class, then the manual order",
    worked: `${label}, ${formatInput(values.effort ?? 0)}${unit}`,
    sentence: `${name} class is ${label}, with an effort of ${formatInput(values.effort ?? 0)}${unit}.${between}`,
    category: label,
  }
}
