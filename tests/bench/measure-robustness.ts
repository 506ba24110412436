import { SAMPLES, SEED } from "@/server/scoring/domain/robustness"
import { drawByWeights } from "@/server/scoring/internal/draw-rankings"
import { takeTurns } from "./load"
import type { Result } from "./report"

const ITEMS = 200
const CRITERIA = 8

/** Draws, weighted sums, comparisons and counts in typed arrays, with nothing around them: the limit. */
function bareLoop(values: Float64Array): number {
  const wins = new Float64Array(ITEMS * ITEMS)
  const ranks = new Float64Array(ITEMS * ITEMS)
  const weights = new Float64Array(CRITERIA)
  const scores = new Float64Array(ITEMS)
  const above = new Int32Array(ITEMS)
  for (let n = 0; n < SAMPLES; n++) {
    let sum = 0
    for (let k = 0; k < CRITERIA; k++) {
      const value = -Math.log(1 - Math.random())
      weights[k] = value
      sum += value
    }
    for (let k = 0; k < CRITERIA; k++) weights[k]! /= sum
    for (let i = 0, at = 0; i < ITEMS; i++) {
      let score = 0
      for (let k = 0; k < CRITERIA; k++, at++) score += values[at]! * weights[k]!
      scores[i] = score
    }
    above.fill(0)
    for (let i = 0; i < ITEMS; i++) {
      const mine = scores[i]!
      let won = 0
      for (let j = i + 1; j < ITEMS; j++) {
        const more = mine > scores[j]! ? 1 : 0
        wins[i * ITEMS + j]! += more
        above[j]! += more
        won += more
      }
      above[i]! += ITEMS - 1 - i - won
    }
    for (let i = 0; i < ITEMS; i++) ranks[i * ITEMS + above[i]!]! += 1
  }
  return ranks[0]!
}

/** 10,000 rankings of 200 items by 8 criteria: our thread, with the way there and back, against the bare loop. */
export async function measureRobustness(): Promise<Result[]> {
  const values = Float64Array.from({ length: ITEMS * CRITERIA }, Math.random)
  let seed = SEED
  const problem = () => ({
    items: ITEMS,
    criteria: CRITERIA,
    values,
    weights: { kind: "any" as const },
    samples: SAMPLES,
    // Another one each time, as the very same is remembered.
    seed: seed++,
  })
  const measured = await takeTurns(
    { bare: async () => bareLoop(values), thread: () => drawByWeights(problem()) },
    7,
  )
  const section = "rank acceptability, 10,000 draws of 200 × 8"
  const { bare, thread } = measured
  return [
    { section, name: "bare typed-array loop", value: Math.round(bare!), unit: "ms", ratio: 1 },
    {
      section,
      name: "in its thread, there and back",
      value: Math.round(thread!),
      unit: "ms",
      ratio: thread! / bare!,
      goal: 3,
      atMost: true,
    },
  ]
}
