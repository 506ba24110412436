import { formatInput, formatScore } from "./format-score"
import { type Framework, isRelative, normalisedWeights } from "./framework"
import { scoreAlone } from "./score"
import { type InvalidResult, type ScoredResult, settle, type Values } from "./score-result"
import { type Closeness, topsis } from "./topsis"

/** Shown wherever scores of a relative method stand. */
export const RELATIVE_NOTE =
  "Relative to this list: adding, removing or filtering items changes the scores of the others."

/**
 * Scores items against each other, by id; each has its complete values, such as the medians of its scorers.
 * For the methods that are not relative it is the same as scoring each by itself.
 */
export function scoreTogether(
  framework: Framework,
  valuesByItem: ReadonlyMap<string, Values>,
): Map<string, ScoredResult | InvalidResult> {
  if (!isRelative(framework)) {
    return new Map([...valuesByItem].map(([id, values]) => [id, scoreAlone(framework, values)]))
  }
  const { criteria } = framework
  const weights = normalisedWeights(framework)
  const rows = [...valuesByItem.values()].map((values) => criteria.map(({ key }) => values[key] ?? 0))
  const closeness = topsis(
    rows,
    criteria.map(({ key }) => weights.get(key) ?? 0),
    criteria.map(({ direction }) => direction === "cost"),
  )
  return new Map(
    [...valuesByItem].map(([id, values], index) => [
      id,
      resultOf(framework, weights, values, closeness[index]!, rows.length),
    ]),
  )
}

function resultOf(
  framework: Framework,
  weights: ReadonlyMap<string, number>,
  values: Values,
  { toBest, toWorst, closeness }: Closeness,
  count: number,
): ScoredResult | InvalidResult {
  const { criteria, method, name } = framework
  if (closeness === null) {
    const message =
      count === 1
        ? `${name} compares items with each other, and this list has one. Score a second item`
        : `${name} cannot tell these ${count} items apart: their values are the same on every criterion with a weight`
    return { status: "invalid", problems: [{ criterion: criteria[0]!.key, message }] }
  }
  const score = settle(closeness)
  const shown = formatScore(method, score)
  const distances = `distance to the best values here ${toBest.toFixed(3)}, to the worst ${toWorst.toFixed(3)}`
  return {
    status: "scored",
    score,
    terms: criteria.map((criterion) => ({
      criterion: criterion.key,
      name: criterion.name,
      value: values[criterion.key] ?? 0,
      role: "input" as const,
      contribution: null,
      weight: weights.get(criterion.key) ?? 0,
    })),
    formula: "Distance to the worst / (distance to the best + distance to the worst)",
    worked: `${toWorst.toFixed(3)} / (${toBest.toFixed(3)} + ${toWorst.toFixed(3)}) = ${shown}`,
    sentence: `${name} is ${shown} of 1 among ${formatInput(count)} items: ${distances}.`,
  }
}
