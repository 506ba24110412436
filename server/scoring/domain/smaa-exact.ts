import { rankTally } from "./rank-tally"

/** Most items whose whole rankings are counted: nobody reads the entropy of more. */
export const ENTROPY_ITEMS = 8

/**
 * Exact shares for two criteria: the weight of the first is uniform on [from, to], each score is a line in it, and
 * between two neighbouring crossings of lines the ranking stays the same. Two passes of n² per interval.
 */
export function exactTwoCriteria(values: Float64Array, items: number, [from, to]: [number, number]) {
  const bounds = crossings(values, items, from, to)
  const tally = rankTally(items)
  const scores = new Float64Array(items)
  const central = new Float64Array(items * 2)
  const first = new Float64Array(items)
  let entropy = 0
  for (let at = 1; at < bounds.length; at++) {
    const [start, end] = [bounds[at - 1]!, bounds[at]!]
    const share = (end - start) / (to - from)
    const middle = (start + end) / 2
    for (let i = 0; i < items; i++) scores[i] = middle * values[2 * i]! + (1 - middle) * values[2 * i + 1]!
    settleTies(scores)
    tally.add(scores, share)
    entropy -= share * Math.log2(share)
    const count = tally.firstCount()
    for (let f = 0; f < count; f++) {
      const item = tally.firsts[f]!
      first[item]! += share / count
      central[2 * item]! += (share * middle) / count
      central[2 * item + 1]! += (share * (1 - middle)) / count
    }
  }
  for (let item = 0; item < items; item++) {
    central[2 * item]! /= first[item] || Number.NaN
    central[2 * item + 1]! /= first[item] || Number.NaN
  }
  return {
    acceptability: tally.acceptability(),
    pairwise: tally.pairwise(),
    central,
    entropy: items <= ENTROPY_ITEMS ? entropy : null,
  }
}

/** The ends and every weight in between at which two items have the same score, ascending. */
function crossings(values: Float64Array, items: number, from: number, to: number): number[] {
  const found = [from, to]
  for (let i = 0; i < items; i++) {
    for (let j = i + 1; j < items; j++) {
      const first = values[2 * i]! - values[2 * j]!
      const second = values[2 * i + 1]! - values[2 * j + 1]!
      const at = second / (second - first)
      if (at > from && at < to) found.push(at)
    }
  }
  found.sort((a, b) => a - b)
  return found.filter((at, index) => index === 0 || at - found[index - 1]! > 1e-12)
}

/** Items that are equal for every weight differ by rounding alone. */
function settleTies(scores: Float64Array): void {
  for (let i = 0; i < scores.length; i++) scores[i] = Math.round(scores[i]! * 1e13) / 1e13
}
