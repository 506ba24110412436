import type { Criterion } from "@/server/scoring/domain/criterion"
import { scaleBounds } from "@/server/scoring/domain/criterion"
import { formatInput } from "@/server/scoring/domain/format-score"
import type { Framework } from "@/server/scoring/domain/framework"

export const people = (count: number) =>
  count === 1 ? "1 scorer" : `${count.toLocaleString("en-GB")} scorers`

/** The method in one sentence: the first one of its description, as published. */
export function methodSentence({ description }: Framework): string {
  const end = /[.!?](?=\s+[A-Z])/.exec(description)
  return end ? description.slice(0, end.index + 1) : description
}

/** "1 to 20 relative points", "0.5 to 1,000 person-months, less is better". */
export function scaleWords({ scale, unit, direction }: Criterion): string {
  const { min, max } = scaleBounds(scale)
  const cost = direction === "cost" ? ", less is better" : ""
  return `${formatInput(min)} to ${formatInput(max)}${unit ? ` ${unit}` : ""}${cost}`
}

/** The same for a narrow column: points go without saying. */
export function columnWords(criterion: Criterion): string {
  return scaleWords(/points$/.test(criterion.unit) ? { ...criterion, unit: "" } : criterion)
}

/** What the ends of the scale mean: "1 is nice to have, 20 what we are here for". Empty when the framework does not say. */
export function endsWords({ scale, ends }: Criterion): string {
  if (!ends || (!ends.low && !ends.high)) return ""
  const { min, max } = scaleBounds(scale)
  return `${formatInput(min)}: ${ends.low}. ${formatInput(max)}: ${ends.high}.`
}

type State = { total: number; splitTotal: number; scorers: number; unscoredTotal: number }

/** The line of state of the ranking: "26 items ranked by WSJF version 3, 5 scorers, 8 not scored yet". */
export function rankingState(ranking: State, name: string, version: number): string {
  const { total, scorers, unscoredTotal } = ranking
  const items = `${total.toLocaleString("en-GB")} ${total === 1 ? "item" : "items"}`
  const left = unscoredTotal > 0 ? `, ${unscoredTotal.toLocaleString("en-GB")} not scored yet` : ""
  return `${items} ranked by ${name} version ${version}, ${people(scorers)}${left}.`
}
