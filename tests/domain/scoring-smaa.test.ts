import fc from "fast-check"
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus"
import { describe, expect, it } from "vitest"
import { type WeightSet, weightDraw } from "@/server/scoring/domain/draw-weights"
import { rankTally } from "@/server/scoring/domain/rank-tally"
import { SAMPLES, SEED } from "@/server/scoring/domain/robustness"
import { smaa } from "@/server/scoring/domain/smaa"

type Options = { weights?: WeightSet; samples?: number; seed?: number; apart?: number }

function run(
  rows: number[][],
  { weights = { kind: "any" }, samples = SAMPLES, seed = SEED, apart }: Options = {},
) {
  const [items, criteria] = [rows.length, rows[0]!.length]
  const values = Float64Array.from(rows.flat())
  const spread =
    apart === undefined
      ? undefined
      : { low: values.map((v) => Math.max(0, v - apart)), high: values.map((v) => Math.min(1, v + apart)) }
  const result = smaa({ items, criteria, values, weights, spread, samples, seed })
  const part = (list: Float64Array, width: number, row: number) => [
    ...list.slice(row * width, (row + 1) * width),
  ]
  return {
    ...result,
    ranks: (item: number) => part(result.acceptability, items, item),
    first: rows.map((_, item) => result.acceptability[item * items]!),
    wins: (a: number, b: number) => result.pairwise[a * items + b]!,
    centre: (item: number) => part(result.central, criteria, item),
  }
}

/** Two standard errors of the vectors' shares, and a little more. */
const NEAR = 0.011

describe("rank acceptability, exact for two criteria", () => {
  it("splits the first place between two opposite items", () => {
    const result = run([
      [1, 0],
      [0, 1],
    ])
    expect(result).toMatchObject({ exact: true, samples: 0, first: [0.5, 0.5], entropy: 1 })
  })

  it("has the central weights and the entropy of Tervonen and Figueira's definitions", () => {
    const result = run([
      [1, 0],
      [0, 0.5],
    ])
    expect(result.first[0]).toBeCloseTo(2 / 3, 12)
    expect(result.first[1]).toBeCloseTo(1 / 3, 12)
    for (const [item, centre] of [
      [0, [2 / 3, 1 / 3]],
      [1, [1 / 6, 5 / 6]],
    ] as const) {
      expect(result.centre(item)[0]).toBeCloseTo(centre[0], 12)
      expect(result.centre(item)[1]).toBeCloseTo(centre[1], 12)
    }
    expect(result.entropy).toBeCloseTo(0.918296, 6)
    expect([...result.confidence]).toEqual([1, 1])
  })

  it("agrees with sampling, also where the order of importance is kept", () => {
    const rows = [
      [0.9, 0.1],
      [0.5, 0.6],
      [0.2, 0.95],
      [0.5, 0.6],
    ]
    for (const weights of [{ kind: "any" }, { kind: "order", published: [0.7, 0.3] }] as WeightSet[]) {
      const exact = run(rows, { weights })
      const padded = weights.kind === "any" ? weights : { ...weights, published: [0.7, 0.3, 0] }
      expect(exact.exact).toBe(true)
      const draw = weightDraw(padded.kind === "any" ? padded : padded, padded.kind === "any" ? 2 : 3)
      const random = xoroshiro128plus(1)
      const tally = rankTally(4)
      const drawn = new Float64Array(padded.kind === "any" ? 2 : 3)
      for (let n = 0; n < SAMPLES; n++) {
        draw(random, drawn)
        tally.add(
          Float64Array.from(rows, ([a, b]) => a! * drawn[0]! + b! * drawn[1]!),
          1,
        )
      }
      const sampled = tally.acceptability()
      for (const [at, share] of exact.acceptability.entries())
        expect(Math.abs(share - sampled[at]!)).toBeLessThan(0.02)
    }
  })
})

describe("rank acceptability, sampled", () => {
  it("gives each of three opposite items a third, with the known centre", () => {
    const result = run([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ])
    for (const share of result.first) expect(Math.abs(share - 1 / 3)).toBeLessThan(NEAR)
    for (const [k, weight] of [11 / 18, 7 / 36, 7 / 36].entries())
      expect(Math.abs(result.centre(0)[k]! - weight)).toBeLessThan(NEAR)
    expect(Math.abs(result.entropy! - Math.log2(6))).toBeLessThan(0.01)
    expect(result.exact).toBe(false)
  })

  it("never puts a dominated item first: exactly, not nearly", () => {
    const result = run([
      [1, 1, 1],
      [0, 0, 0],
    ])
    expect(result.first).toEqual([1, 0])
    expect(result.centre(0).every((weight) => Math.abs(weight - 1 / 3) < NEAR)).toBe(true)
    expect(result.confidence[0]).toBe(1)
    expect(result.centre(1).every(Number.isNaN)).toBe(true)
    expect(result.confidence[1]).toBeNaN()
    expect([...result.dominatedBy]).toEqual([-1, 0])
  })

  it("is the same for the same seed, and another for another", () => {
    const rows = [
      [0.2, 0.9, 0.4],
      [0.7, 0.3, 0.5],
      [0.5, 0.5, 0.6],
    ]
    expect(run(rows).first).toEqual(run(rows).first)
    expect(run(rows, { seed: 7 }).first).not.toEqual(run(rows).first)
  })

  it("shares ranks among items that are always equal, and ignores a criterion on which all are", () => {
    const tied = run([
      [0.5, 0.5, 0.5],
      [0.5, 0.5, 0.5],
    ])
    expect(tied.first).toEqual([0.5, 0.5])
    expect([tied.wins(0, 1), tied.wins(1, 0)]).toEqual([0, 0])
    const flat = run(
      [
        [0.3, 1, 0],
        [0.3, 0, 1],
      ],
      { weights: { kind: "near", published: [0.2, 0.4, 0.4], share: 0.5 } },
    )
    expect(Math.abs(flat.first[0]! - 0.5)).toBeLessThan(NEAR)
  })

  it("takes the scorers' spread into account: close items change places, distant ones do not", () => {
    const near: WeightSet = { kind: "near", published: [0.4, 0.3, 0.3], share: 0.1 }
    const rows = [
      [0.55, 0.5, 0.5],
      [0.5, 0.5, 0.5],
      [0.1, 0.1, 0.1],
    ]
    expect(run(rows, { weights: near }).first).toEqual([1, 0, 0])
    const uncertain = run(rows, { weights: near, apart: 0.2 })
    expect(uncertain.first[1]).toBeGreaterThan(0.2)
    expect(uncertain.first[2]).toBe(0)
    expect([...uncertain.dominatedBy]).toEqual([-1, -1, -1])
    expect(uncertain.confidence[0]).toBeGreaterThan(0.4)
    expect(uncertain.confidence[0]).toBeLessThan(1)
  })

  it("has shares that sum to 1 by item and by rank, whatever the problem", () => {
    const share = fc.constantFrom(0, 0.25, 0.5, 0.75, 1)
    const problem = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }))
      .chain(([n, m]) =>
        fc.tuple(
          fc.array(fc.array(share, { minLength: m, maxLength: m }), { minLength: n, maxLength: n }),
          fc.array(fc.integer({ min: 1, max: 5 }), { minLength: m, maxLength: m }),
          fc.constantFrom("any" as const, "order" as const, "near" as const),
        ),
      )
    fc.assert(
      fc.property(problem, fc.nat(), ([rows, points, kind], seed) => {
        const total = points.reduce((sum, point) => sum + point, 0)
        const published = points.map((point) => point / total)
        const result = run(rows, { weights: { kind, published, share: 0.5 }, samples: 60, seed })
        for (const item of rows.keys()) {
          expect(result.ranks(item).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9)
          const column = rows.map((_, other) => result.ranks(other)[item]!)
          expect(column.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9)
          expect(result.wins(item, item)).toBe(0)
          const by = result.dominatedBy[item]!
          if (by >= 0) expect([result.first[item], result.wins(by, item)]).toEqual([0, 1])
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe("weightings", () => {
  const draws = (set: WeightSet, criteria: number) => {
    const random = xoroshiro128plus(3)
    const draw = weightDraw(set, criteria)
    return Array.from({ length: 4000 }, () => {
      const into = new Float64Array(criteria)
      draw(random, into)
      return [...into]
    })
  }

  it("have the sum 1, and keep the published order with ties going either way", () => {
    const published = [0.2, 0.4, 0.4, 0]
    const all = draws({ kind: "order", published }, 4)
    for (const [a, b, c, none] of all as [number, number, number, number][]) {
      expect(a + b + c).toBeCloseTo(1, 9)
      expect(a).toBeLessThanOrEqual(Math.min(b, c))
      expect(none).toBe(0)
    }
    const higher = all.filter(([, b, c]) => b! > c!).length / all.length
    expect(Math.abs(higher - 0.5)).toBeLessThan(0.04)
  })

  it("near the published ones stay near them", () => {
    for (const [a, b] of draws({ kind: "near", published: [0.8, 0.2], share: 0.5 }, 2)) {
      expect(a! + b!).toBeCloseTo(1, 9)
      expect(a! / b!).toBeGreaterThanOrEqual(4 / 3 - 1e-9)
      expect(a! / b!).toBeLessThanOrEqual(12 + 1e-9)
    }
  })
})

describe("the tally", () => {
  it("counts A above B in 9 of 10 draws", () => {
    const tally = rankTally(2)
    for (let n = 0; n < 10; n++) tally.add(Float64Array.of(1, n === 0 ? 2 : 0), 1)
    expect([...tally.pairwise()]).toEqual([0, 0.9, 0.1, 0])
    expect([...tally.acceptability()]).toEqual([0.9, 0.1, 0.1, 0.9])
  })
})
