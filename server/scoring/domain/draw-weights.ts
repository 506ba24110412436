import type { RandomGenerator } from "pure-rand/types/RandomGenerator"

/** Which weightings count as plausible. `published` are the framework's weights, with the sum 1. */
export type WeightSet =
  /** Every weighting, each as likely as the others. */
  | { kind: "any" }
  /** Those that keep the published order of importance; equal weights may go either way, zero stays zero. */
  | { kind: "order"; published: readonly number[] }
  /** Each weight between (1 − share) and (1 + share) times the published one, then scaled to the sum 1. */
  | { kind: "near"; published: readonly number[]; share: number }

/** A number in (0, 1), both ends left out. */
export const drawShare = (random: RandomGenerator) => ((random.next() >>> 0) + 0.5) / 4294967296

/** Uniform on the simplex: −ln U per criterion, normalised (Tervonen & Lahdelma 2007). */
function drawSimplex(random: RandomGenerator, into: Float64Array, count: number): void {
  let sum = 0
  for (let k = 0; k < count; k++) {
    const value = -Math.log(drawShare(random))
    into[k] = value
    sum += value
  }
  for (let k = 0; k < count; k++) into[k]! /= sum
}

/** Fills `into` with one weighting of the set, sum 1. */
export type WeightDraw = (random: RandomGenerator, into: Float64Array) => void

export function weightDraw(set: WeightSet, criteria: number): WeightDraw {
  if (set.kind === "any") return (random, into) => drawSimplex(random, into, criteria)
  if (set.kind === "near") return drawNear(set.published, set.share)
  return drawOrdered(set.published)
}

function drawNear(published: readonly number[], share: number): WeightDraw {
  return (random, into) => {
    let sum = 0
    for (let k = 0; k < published.length; k++) {
      const value = published[k]! * (1 - share + 2 * share * drawShare(random))
      into[k] = value
      sum += value
    }
    for (let k = 0; k < published.length; k++) into[k]! /= sum
  }
}

/** A draw from the simplex, sorted and handed out by importance; within equal weights in random order. */
function drawOrdered(published: readonly number[]): WeightDraw {
  const order = published
    .map((weight, k) => ({ weight, k }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const places = Int32Array.from(order, ({ k }) => k)
  const ends = order.map(({ weight }, at) => {
    let end = at
    while (end + 1 < order.length && order[end + 1]!.weight === weight) end++
    return end
  })
  const drawn = new Float64Array(order.length)
  return (random, into) => {
    drawSimplex(random, drawn, drawn.length)
    drawn.sort()
    into.fill(0)
    for (let at = 0; at < places.length; at++) {
      const choice = at + Math.floor(drawShare(random) * (ends[at]! - at + 1))
      const place = places[choice]!
      places[choice] = places[at]!
      places[at] = place
      into[place] = drawn[drawn.length - 1 - at]!
    }
  }
}

/** For two criteria, the interval in which the weight of the first lies, uniformly; null for other sets. */
export function firstWeightInterval(set: WeightSet): [number, number] | null {
  if (set.kind === "any") return [0, 1]
  if (set.kind !== "order") return null
  const [a, b] = set.published as [number, number]
  if (a === 0 || b === 0) return null
  return a === b ? [0, 1] : a > b ? [0.5, 1] : [0, 0.5]
}
