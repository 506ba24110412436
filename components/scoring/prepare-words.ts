import { type Criterion, type Scale, scaleBounds } from "@/server/scoring/domain/criterion"
import { formatInput } from "@/server/scoring/domain/format-score"
import type { Framework } from "@/server/scoring/domain/framework"

export const people = (count: number) =>
  count === 1 ? "1 scorer" : `${count.toLocaleString("en-GB")} scorers`

/** The method in one sentence: the first one of its description, as published. */
export function methodSentence({ description }: Framework): string {
  const end = /[.!?](?=\s+[A-Z])/.exec(description)
  return end ? description.slice(0, end.index + 1) : description
}

/** Choices without a unit are answers, such as the classes of MoSCoW: their names say more than their numbers. */
export const isUnitless = ({ scale, unit }: Criterion) => scale.kind === "choices" && unit === ""

/** "Must, Should, Could, Won't": the highest first. */
export const answerWords = ({ choices }: Scale & { kind: "choices" }) =>
  [...choices]
    .sort((a, b) => b.value - a.value)
    .map(({ label }) => label)
    .join(", ")

/** "1 to 20 relative points", "0.5 to 1,000 person-months, less is better". */
export function scaleWords(criterion: Criterion): string {
  const { scale, unit, direction } = criterion
  if (scale.kind === "choices" && isUnitless(criterion)) return answerWords(scale)
  const { min, max } = scaleBounds(scale)
  const cost = direction === "cost" ? ", less is better" : ""
  return `${formatInput(min)} to ${formatInput(max)}${unit ? ` ${unit}` : ""}${cost}`
}

/** The same for a narrow column: points go without saying. */
export function columnWords(criterion: Criterion): string {
  return scaleWords(/points$/.test(criterion.unit) ? { ...criterion, unit: "" } : criterion)
}

/** What the ends of the scale mean: "1 is nice to have, 20 what we are here for". Empty when the framework does not say. */
export function endsWords(criterion: Criterion): string {
  const { scale, ends } = criterion
  if (!ends || (!ends.low && !ends.high)) return ""
  const { min, max } = scaleBounds(scale)
  const named = (value: number) =>
    scale.kind === "choices" && isUnitless(criterion)
      ? scale.choices.find((choice) => choice.value === value)?.label
      : formatInput(value)
  return `${named(min)}: ${ends.low}. ${named(max)}: ${ends.high}.`
}

type State = { total: number; splitTotal: number; scorers: number; unscoredTotal: number }

/** The line of state of the ranking: "26 items ranked by WSJF version 3, 5 scorers, 8 not scored yet". */
export function rankingState(ranking: State, name: string, version: number): string {
  const { total, scorers, unscoredTotal } = ranking
  const items = `${total.toLocaleString("en-GB")} ${total === 1 ? "item" : "items"}`
  const left = unscoredTotal > 0 ? `, ${unscoredTotal.toLocaleString("en-GB")} not scored yet` : ""
  return `${items} ranked by ${name} version ${version}, ${people(scorers)}${left}.`
}
