import { describe, expect, it } from "vitest"
import { WSJF } from "@/server/scoring/domain/built-in-frameworks"
import { redraw } from "@/server/scoring/domain/redraw"
import { areInseparable, tieBands } from "@/server/scoring/domain/separable"

const give = (scorerId: string, value: number | null, size = 3) => ({
  scorerId,
  inputs: { business_value: value, time_criticality: 5, risk_reduction: 5, job_size: size },
})
const run = (items: ReturnType<typeof give>[][], seed = 1) => {
  const result = redraw({ framework: WSJF, items, samples: 4000, seed })
  return { ...result, first: items.map((_, item) => result.acceptability[item * items.length]!) }
}

describe("a ranking under redrawn panels of scorers", () => {
  it("is certain where every scorer gives the same, and shares the place of equals", () => {
    const sure = run([
      [give("a", 13), give("b", 13)],
      [give("a", 5), give("b", 5)],
    ])
    expect(sure.first).toEqual([1, 0])
    expect(run([[give("a", 5)], [give("b", 5)]]).first).toEqual([0.5, 0.5])
  })

  it("is as the bootstrap of two scorers says, within what chance allows", () => {
    // The first item is 20 + 10 or 1 + 10 or between, over 3; the second is 8 + 10 with certainty.
    const { first } = run([[give("a", 20), give("b", 1)], [give("a", 8)]])
    expect(Math.abs(first[0]! - 0.75)).toBeLessThan(0.03)
  })

  it("keeps a criterion that some left out, and is reproducible", () => {
    const items = [
      [give("a", 8), give("b", null), give("c", 13)],
      [give("a", 8), give("b", 8), give("c", 3)],
    ]
    expect(run(items).first).toEqual(run(items).first)
    expect(run(items).first[0]! + run(items).first[1]!).toBeCloseTo(1, 9)
    expect(run(items).first[0]).toBeGreaterThan(0.5)
  })
})

describe("tie bands", () => {
  const pairs = (...rows: number[][]) => Float64Array.from(rows.flat())

  it("hold the neighbours that the draws do not tell apart", () => {
    const three = pairs([0, 0.55, 0.9], [0.45, 0, 0.7], [0.1, 0.3, 0])
    expect(tieBands(three, 3)).toEqual([0, 0, null])
    const always = pairs([0, 0], [0, 0])
    expect(areInseparable(always, 2, 0, 1)).toBe(true)
    expect(tieBands(pairs([0, 0.6], [0.4, 0]), 2)).toEqual([null, null])
    expect(tieBands(pairs([0]), 1)).toEqual([null])
  })
})
