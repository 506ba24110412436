import { formatScore } from "./format-score"
import { type Framework, normalisedWeights } from "./framework"
import { type InvalidResult, type ScoredResult, type ScoreTerm, settle, type Values } from "./score-result"
import { valueOnScale } from "./value-function"

/** S = Σ w v: weights with the sum 1, values on the declared range or by the declared levels (scoring.md §2 and §4). */
export function scoreWeighted(framework: Framework, values: Values): ScoredResult | InvalidResult {
  const { name, method } = framework
  const weights = normalisedWeights(framework)
  const terms: (ScoreTerm & { contribution: number })[] = []
  const worked: string[] = []
  let sum = 0
  let best = { name: "", contribution: Number.NEGATIVE_INFINITY }
  // One pass: every page of a ranking scores a hundred items or more.
  for (const criterion of framework.criteria) {
    const { key, name } = criterion
    const value = values[key] ?? Number.NaN
    const scaled = Number.isFinite(value) ? valueOnScale(criterion, value) : Number.NaN
    const weight = weights.get(key) ?? 0
    const contribution = weight * scaled
    terms.push({ criterion: key, name, value, role: "weighted", contribution, weight, scaled })
    worked.push(`${weight.toFixed(2)} × ${scaled.toFixed(2)}`)
    sum += contribution
    if (contribution > best.contribution) best = { name, contribution }
  }
  const score = settle(sum)
  if (!Number.isFinite(score)) {
    const unusable = terms.filter(({ contribution }) => !Number.isFinite(contribution))
    return {
      status: "invalid",
      problems: unusable.map(({ criterion, name }) => ({
        criterion,
        message: `${name} has no usable value`,
      })),
    }
  }
  const shown = formatScore(method, score)
  return {
    status: "scored",
    score,
    terms,
    formula: formulaOf(framework),
    worked: `${worked.join(" + ")} = ${shown}`,
    sentence: `${name} is ${shown} of 1. The largest part, ${best.contribution.toFixed(2)}, comes from ${best.name.toLowerCase()}.`,
  }
}

const formulas = new WeakMap<Framework, string>()

function formulaOf(framework: Framework): string {
  const known = formulas.get(framework)
  const formula = known ?? framework.criteria.map(({ name }) => `weight × ${name}`).join(" + ")
  formulas.set(framework, formula)
  return formula
}
