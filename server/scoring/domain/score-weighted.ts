import { formatScore } from "./format-score"
import { type Framework, normalisedWeights } from "./framework"
import { type InvalidResult, type ScoredResult, type ScoreTerm, settle, type Values } from "./score-result"
import { valueOnScale } from "./value-function"

/** S = Σ w v: weights with the sum 1, values on the declared range or by the declared levels (scoring.md §2 and §4). */
export function scoreWeighted(framework: Framework, values: Values): ScoredResult | InvalidResult {
  const { name, method } = framework
  const weights = normalisedWeights(framework)
  const terms = framework.criteria.map((criterion) => {
    const value = values[criterion.key] ?? Number.NaN
    const scaled = Number.isFinite(value) ? valueOnScale(criterion, value) : Number.NaN
    const weight = weights.get(criterion.key) ?? 0
    const contribution = weight * scaled
    return {
      criterion: criterion.key,
      name: criterion.name,
      value,
      role: "weighted",
      contribution,
      weight,
      scaled,
    } satisfies ScoreTerm
  })
  const score = settle(terms.reduce((sum, { contribution }) => sum + contribution, 0))
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
  const best = terms.reduce((a, b) => (b.contribution > a.contribution ? b : a))
  return {
    status: "scored",
    score,
    terms,
    formula: terms.map(({ name }) => `weight × ${name}`).join(" + "),
    worked: `${terms.map(({ weight, scaled }) => `${weight.toFixed(2)} × ${scaled.toFixed(2)}`).join(" + ")} = ${shown}`,
    sentence: `${name} is ${shown} of 1. The largest part, ${best.contribution.toFixed(2)}, comes from ${best.name.toLowerCase()}.`,
  }
}
