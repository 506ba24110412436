import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus"
import type { RandomGenerator } from "pure-rand/types/RandomGenerator"
import { drawShare, firstWeightInterval, type WeightSet, weightDraw } from "./draw-weights"
import { rankTally } from "./rank-tally"
import { ENTROPY_ITEMS, exactTwoCriteria } from "./smaa-exact"
import { topsis } from "./topsis"

/** Rank acceptability under uncertain weights (SMAA-2: Lahdelma & Salminen 2001; Tervonen & Figueira 2008). */
export type SmaaProblem = {
  items: number
  criteria: number
  /** items × criteria, each 0 (worst) to 1 (best). */
  values: Float64Array
  weights: WeightSet
  /** The scorers' disagreement: each value is drawn from the triangle (lowest, combined, highest). */
  spread?: { low: Float64Array; high: Float64Array } | undefined
  /** TOPSIS instead of the weighted sum: values are the inputs as they are, and these criteria are costs. */
  costs?: readonly boolean[] | undefined
  samples: number
  seed: number
}

export type SmaaResult = {
  items: number
  criteria: number
  /** True when the shares are computed, not sampled: two criteria without spread. */
  exact: boolean
  samples: number
  seed: number
  /** items × items, by rank from the first; rows and columns have the sum 1. Equal scores share their ranks. */
  acceptability: Float64Array
  /** items × items, row strictly above column; diagonal 0. */
  pairwise: Float64Array
  /** items × criteria: mean of the weights for which the item is first; NaN where it never is. */
  central: Float64Array
  /** Chance of being first with the central weights; NaN where there are none. */
  confidence: Float64Array
  /** Of whole rankings, in bits; null for more than 8 items. */
  entropy: number | null
  /** The item that is at least as good on every criterion, and better on one: its dominated item is never above it. */
  dominatedBy: Int32Array
}

export function smaa(problem: SmaaProblem): SmaaResult {
  const { items, criteria, samples, seed } = problem
  const interval =
    criteria === 2 && !problem.spread && !problem.costs ? firstWeightInterval(problem.weights) : null
  const counted = interval ? exactTwoCriteria(problem.values, items, interval) : sample(problem)
  return {
    items,
    criteria,
    exact: interval !== null,
    samples: interval ? 0 : samples,
    seed,
    ...counted,
    confidence: confidenceFactors(problem, counted.central),
    dominatedBy: findDominated(problem),
  }
}

type Scoring = (values: Float64Array, weights: Float64Array, items: number, into: Float64Array) => void

const scoringOf = ({ costs }: SmaaProblem): Scoring => (costs ? closenessBy(costs) : weighted)

/** TOPSIS compares the items with each other, so every draw scores the whole list. */
function closenessBy(costs: readonly boolean[]): Scoring {
  return (values, weights, items, into) => {
    const width = weights.length
    const rows = Array.from({ length: items }, (_, i) =>
      Array.from(values.subarray(i * width, (i + 1) * width)),
    )
    for (const [i, { closeness }] of topsis(rows, Array.from(weights), costs).entries())
      into[i] = closeness ?? 0
  }
}

function weighted(values: Float64Array, weights: Float64Array, items: number, into: Float64Array): void {
  const criteria = weights.length
  for (let i = 0, at = 0; i < items; i++) {
    let sum = 0
    for (let k = 0; k < criteria; k++, at++) sum += values[at]! * weights[k]!
    into[i] = sum
  }
}

function sample(problem: SmaaProblem) {
  const { items, criteria, values, spread, samples, seed } = problem
  const random = xoroshiro128plus(seed)
  const draw = weightDraw(problem.weights, criteria)
  const score = scoringOf(problem)
  const tally = rankTally(items)
  const weights = new Float64Array(criteria)
  const scores = new Float64Array(items)
  const drawn = spread ? new Float64Array(values.length) : values
  const central = new Float64Array(items * criteria)
  const first = new Float64Array(items)
  const rankings = items <= ENTROPY_ITEMS ? new Map<string, number>() : null
  for (let n = 0; n < samples; n++) {
    draw(random, weights)
    if (spread) drawValues(random, values, spread, drawn)
    score(drawn, weights, items, scores)
    tally.add(scores, 1)
    const count = tally.firstCount()
    for (let f = 0; f < count; f++) {
      const item = tally.firsts[f]!
      first[item]! += 1 / count
      for (let k = 0; k < criteria; k++) central[item * criteria + k]! += weights[k]! / count
    }
    if (rankings) {
      const ranking = tally.above.join()
      rankings.set(ranking, (rankings.get(ranking) ?? 0) + 1)
    }
  }
  for (let item = 0; item < items; item++) {
    for (let k = 0; k < criteria; k++) central[item * criteria + k]! /= first[item] || Number.NaN
  }
  return {
    acceptability: tally.acceptability(),
    pairwise: tally.pairwise(),
    central,
    entropy: rankings && entropyOf([...rankings.values()].map((count) => count / samples)),
  }
}

/** −Σ p log2 p, in bits. */
export const entropyOf = (shares: readonly number[]) =>
  shares.reduce((bits, share) => (share > 0 ? bits - share * Math.log2(share) : bits), 0)

/** Each value from the triangle between the lowest and the highest given, with the combined value on top. */
function drawValues(
  random: RandomGenerator,
  modes: Float64Array,
  { low, high }: { low: Float64Array; high: Float64Array },
  into: Float64Array,
): void {
  for (let at = 0; at < modes.length; at++) {
    const from = low[at]!
    const width = high[at]! - from
    if (width <= 0) {
      into[at] = modes[at]!
      continue
    }
    const left = modes[at]! - from
    const share = drawShare(random)
    into[at] =
      share * width < left
        ? from + Math.sqrt(share * width * left)
        : high[at]! - Math.sqrt((1 - share) * width * (width - left))
  }
}

const CONFIDENCE_SAMPLES = 500

/** P(item first) with its own central weights; with certain values it is first, or shares the first place. */
function confidenceFactors(problem: SmaaProblem, central: Float64Array): Float64Array {
  const { items, criteria, values, spread, seed } = problem
  const random = xoroshiro128plus(seed + 1)
  const score = scoringOf(problem)
  const scores = new Float64Array(items)
  const drawn = spread ? new Float64Array(values.length) : values
  const rounds = spread ? CONFIDENCE_SAMPLES : 1
  return Float64Array.from({ length: items }, (_, item) => {
    const weights = central.subarray(item * criteria, (item + 1) * criteria)
    if (Number.isNaN(weights[0]!)) return Number.NaN
    let first = 0
    for (let n = 0; n < rounds; n++) {
      if (spread) drawValues(random, values, spread, drawn)
      score(drawn, weights, items, scores)
      const best = scores.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY)
      if (scores[item]! < best) continue
      first += 1 / scores.reduce((count, one) => (one === best ? count + 1 : count), 0)
    }
    return first / rounds
  })
}

/** −1, or an item that is certainly as good on every criterion that can have weight, and better on one. */
function findDominated({ items, criteria, values, spread, weights, costs }: SmaaProblem): Int32Array {
  const worst = spread?.low ?? values
  const best = spread?.high ?? values
  const counts = Array.from({ length: criteria }, (_, k) =>
    weights.kind === "any" ? true : weights.published[k]! > 0,
  )
  const beats = (j: number, i: number) => {
    let better = false
    for (let k = 0; k < criteria; k++) {
      if (!counts[k]) continue
      const [mine, other] = [j * criteria + k, i * criteria + k]
      const gap = costs?.[k] ? worst[other]! - best[mine]! : worst[mine]! - best[other]!
      if (gap < 0) return false
      if (gap > 0) better = true
    }
    return better
  }
  return Int32Array.from({ length: items }, (_, i) => {
    for (let j = 0; j < items; j++) if (j !== i && beats(j, i)) return j
    return -1
  })
}
