import { missingCriteria, type ScoreInputs } from "@/server/scoring/domain/check-inputs"
import type { Framework } from "@/server/scoring/domain/framework"
import type { ScoreResult } from "@/server/scoring/domain/score-result"
import type { GridItem } from "../scoring-data"

/** How many others gave which value on a criterion, from low to high. */
export function countValues(
  others: GridItem["others"],
  criterion: string,
): { value: number; count: number }[] {
  const counts = new Map<number, number>()
  for (const { inputs } of others ?? []) {
    const value = inputs[criterion]
    if (typeof value === "number") counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value)
}

/** "Missing: Job size"; nothing when the score is complete. */
export function missingNames(framework: Framework, inputs: ScoreInputs): string | undefined {
  const missing = missingCriteria(framework, inputs)
  if (missing.length === 0) return undefined
  const names = framework.criteria.filter(({ key }) => missing.includes(key)).map(({ name }) => name)
  return `Missing: ${names.join(", ")}`
}

/** Why there is no score, or how it came about, for the pointer that rests on it. */
export function scoreTitle(
  framework: Framework,
  inputs: ScoreInputs,
  result: ScoreResult,
): string | undefined {
  if (result.status === "scored") return result.sentence
  if (result.status === "invalid") return result.problems.map(({ message }) => message).join(". ")
  if (result.status === "relative") return "Scored against the other items: see the ranking"
  return missingNames(framework, inputs)
}

/** The line of state of the grid. */
export function gridState(total: number | undefined, todo: boolean, name: string, version: number): string {
  if (total === undefined) return "Counting items"
  const items = `${total.toLocaleString("en-GB")} ${total === 1 ? "item" : "items"}`
  return `${items} ${todo ? "left to score" : "to score"} with ${name} version ${version}. You see your own values.`
}
