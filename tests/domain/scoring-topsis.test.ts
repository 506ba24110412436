import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { TOPSIS } from "@/server/scoring/domain/built-in-comparisons"
import { VALUE_AND_FEASIBILITY, WSJF } from "@/server/scoring/domain/built-in-frameworks"
import { closenessFlip, squaredDistances } from "@/server/scoring/domain/closeness-flip"
import { combineScores } from "@/server/scoring/domain/combine"
import type { Criterion } from "@/server/scoring/domain/criterion"
import { asWeighted, type Framework, isRelative } from "@/server/scoring/domain/framework"
import { scoreInputs } from "@/server/scoring/domain/score"
import { scoreTogether } from "@/server/scoring/domain/score-together"
import { topsis } from "@/server/scoring/domain/topsis"
import { levelsProblem, valueOnScale } from "@/server/scoring/domain/value-function"

const MATRIX = [
  [5, 8, 4],
  [7, 6, 8],
  [8, 8, 6],
  [7, 4, 6],
]
const WEIGHTS = [0.3, 0.4, 0.3]
const BENEFITS = [false, false, false]
const rounded = (values: (number | null)[]) => values.map((value) => value?.toFixed(5))

describe("TOPSIS of Tzeng & Huang 2011", () => {
  const result = topsis(MATRIX, WEIGHTS, BENEFITS)
  it("gives the distances and the closeness", () => {
    expect(rounded(result.map(({ closeness }) => closeness))).toEqual([
      "0.50372",
      "0.65808",
      "0.74825",
      "0.33400",
    ])
    expect(rounded(result.map(({ toBest }) => toBest))).toEqual(["0.11750", "0.06354", "0.04867", "0.13066"])
    expect(rounded(result.map(({ toWorst }) => toWorst))).toEqual([
      "0.11926",
      "0.12229",
      "0.14465",
      "0.06553",
    ])
  })

  it("ranks 3, 2, 1, 4", () => {
    const order = result
      .map((_, index) => index)
      .sort((a, b) => result[b]!.closeness! - result[a]!.closeness!)
    expect(result.map((_, index) => order.indexOf(index) + 1)).toEqual([3, 2, 1, 4])
  })

  it("is not moved by a column without differences, of zeros or not", () => {
    for (const constant of [0, 7]) {
      const wider = topsis(
        MATRIX.map((row) => [...row, constant]),
        [...WEIGHTS, 0.5],
        [...BENEFITS, false],
      )
      expect(wider.map(({ closeness }) => closeness)).toEqual(result.map(({ closeness }) => closeness))
    }
  })

  it("takes the smallest value of a cost for the best", () => {
    const [cheap, dear] = topsis(
      [
        [1, 5],
        [9, 5],
      ],
      [0.5, 0.5],
      [true, false],
    )
    expect([cheap!.closeness, dear!.closeness]).toEqual([1, 0])
  })
})

const column = (key: string, weight: number, direction: Criterion["direction"] = "benefit"): Criterion => ({
  key,
  name: key,
  help: "",
  unit: "",
  direction,
  scale: { kind: "range", min: 0, max: 10 },
  weight,
})
const framework: Framework = {
  ...TOPSIS,
  weighting: { way: "direct" },
  criteria: [column("a", 3), column("b", 4), column("c", 3)],
}
const asValues = ([a, b, c]: number[]) => ({ a: a!, b: b!, c: c! })
const together = (rows: number[][]) => [
  ...scoreTogether(framework, new Map(rows.map((row, index) => [`${index}`, asValues(row)]))).values(),
]

describe("a relative framework", () => {
  it("has no score of a single item, and says so in the type", () => {
    expect(isRelative(framework)).toBe(true)
    expect(isRelative(WSJF)).toBe(false)
    expect(scoreInputs(framework, asValues([1, 2, 3]))).toEqual({
      status: "relative",
      values: { a: 1, b: 2, c: 3 },
    })
    const scorers = [
      { scorerId: "x", inputs: asValues([1, 2, 3]) },
      { scorerId: "y", inputs: asValues([3, 2, 5]) },
    ]
    expect(combineScores(framework, scorers)).toMatchObject({
      result: { status: "relative" },
      values: { a: 2, b: 2, c: 4 },
    })
    expect(combineScores(framework, []).result.status).toBe("missing")
  })

  it("scores the list and explains each item", () => {
    const results = together(MATRIX)
    expect(results[2]).toMatchObject({
      status: "scored",
      worked: "0.145 / (0.049 + 0.145) = 0.748",
      sentence:
        "TOPSIS is 0.748 of 1 among 4 items: distance to the best values here 0.049, to the worst 0.145.",
    })
  })

  it("is undefined for one item and for items that are all alike, and says why", () => {
    expect(JSON.stringify(together([[1, 2, 3]]))).toContain("this list has one")
    expect(
      JSON.stringify(
        together([
          [1, 2, 3],
          [1, 2, 3],
        ]),
      ),
    ).toContain("cannot tell these 2 items apart")
  })

  it("does not rank a dominated item first, and does not mind the unit of a column", () => {
    const row = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        row,
        fc.constantFrom(0.001, 7, 1000),
        (rows, base, unit) => {
          const better = base.map((value) => value + 1)
          const all = [base, better, ...rows]
          const plain = topsis(all, WEIGHTS, BENEFITS)
          expect(plain[0]!.closeness!).toBeLessThan(plain[1]!.closeness!)
          const inOtherUnit = topsis(
            all.map(([first, ...rest]) => [first! * unit, ...rest]),
            WEIGHTS,
            BENEFITS,
          )
          inOtherUnit.forEach(({ closeness }, index) => {
            expect(closeness!).toBeCloseTo(plain[index]!.closeness!, 9)
          })
        },
      ),
    )
  })
})

describe("the additive view", () => {
  it("is there for weighted methods only", () => {
    expect(asWeighted(WSJF)).toBeNull()
    const view = asWeighted(VALUE_AND_FEASIBILITY)!
    expect(view.keys).toEqual(["yearly_benefit", "strategic_fit", "data_readiness", "effort"])
    expect(view.weights).toEqual([0.4, 0.25, 0.2, 0.15])
    expect([view.value(0, 500), view.value(3, 1), view.value(3, 52)]).toEqual([0.5, 1, 0])
    expect(asWeighted(framework)?.weights).toEqual([0.3, 0.4, 0.3])
  })

  it("follows declared levels: 50, 75, 90, 100 worth 1, 0.8, 0.5, 0 gives 0.92 at 60", () => {
    const levels = [
      { at: 50, value: 1 },
      { at: 75, value: 0.8 },
      { at: 90, value: 0.5 },
      { at: 100, value: 0 },
    ]
    const price: Criterion = {
      ...column("price", 1, "cost"),
      scale: { kind: "range", min: 50, max: 100 },
      levels,
    }
    expect(valueOnScale(price, 60)).toBeCloseTo(0.92, 12)
    expect([50, 75, 95, 100].map((x) => valueOnScale(price, x))).toEqual([1, 0.8, 0.25, 0])
    expect(levelsProblem(price)).toBeNull()
    expect(levelsProblem({ ...price, levels: levels.slice(1) })).toContain("must start at 50 and end at 100")
    expect(levelsProblem({ ...price, direction: "benefit" })).toContain("may not fall from 50 to 75")
    expect(levelsProblem({ ...price, levels: [levels[0]!, levels[0]!, levels[3]!] })).toContain("ascend")
  })

  it("Kracka's weighted sum: the arithmetic of six alternatives by seven criteria", () => {
    const rows = [
      [33.95, 23.78, 11.45, 39.97, 29.44, 167.1, 3.852],
      [38.9, 4.17, 6.32, 0.01, 4.29, 132.52, 25.184],
      [37.59, 9.36, 8.23, 4.35, 10.22, 136.71, 10.845],
      [30.44, 37.59, 13.91, 74.08, 45.1, 198.34, 2.186],
      [36.21, 14.79, 9.17, 17.77, 17.06, 148.3, 6.61],
      [37.8, 8.55, 7.97, 2.35, 9.25, 134.83, 11.935],
    ]
    const flipped = rows.map((row) =>
      row.map((value, index) => (index === 4 || index === 6 ? value : 1 / value)),
    )
    const sums = flipped[0]!.map((_, index) => flipped.reduce((sum, row) => sum + row[index]!, 0))
    // The fifth and the seventh are maximised, as the published scores show.
    // The list-relative scaling is the vector's, not ours: the values go into our weighted sum as 0 to 1.
    const unit: Framework = {
      ...VALUE_AND_FEASIBILITY,
      criteria: rows[0]!.map((_, index) => ({
        ...column(`c${index}`, 1),
        scale: { kind: "range", min: 0, max: 1 },
      })),
    }
    const scores = flipped.map((row) => {
      const inputs = Object.fromEntries(row.map((value, index) => [`c${index}`, value / sums[index]!]))
      const result = scoreInputs(unit, inputs)
      return result.status === "scored" ? result.score : Number.NaN
    })
    const expected = [0.12040426, 0.3458235, 0.13838192, 0.12841246, 0.12346084, 0.14351701]
    scores.forEach((score, index) => {
      expect(score).toBeCloseTo(expected[index]!, 8)
    })
    const order = [...scores].sort((a, b) => b - a)
    expect(scores.map((score) => order.indexOf(score) + 1)).toEqual([6, 1, 3, 4, 5, 2])
  })
})

describe("the change of one weight that swaps two items in TOPSIS", () => {
  const weightings = (weights: readonly number[], k: number, to: number) =>
    weights.map((weight, j) => (j === k ? to : (weight * (1 - to)) / (1 - weights[k]!)))
  const problem = fc.integer({ min: 2, max: 4 }).chain((width) =>
    fc.record({
      rows: fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: width, maxLength: width }), {
        minLength: 2,
        maxLength: 6,
      }),
      points: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: width, maxLength: width }),
      costs: fc.array(fc.boolean(), { minLength: width, maxLength: width }),
      k: fc.integer({ min: 0, max: width - 1 }),
    }),
  )

  it("ties them at the weight found, swaps them beyond it, and there is none nearer", () => {
    let found = 0
    fc.assert(
      fc.property(problem, ({ rows, points, costs, k }) => {
        const sum = points.reduce((total, point) => total + point, 0)
        const weights = points.map((point) => point / sum)
        const [a, b] = squaredDistances(rows, costs)
        const flip = closenessFlip(weights, a!, b!, k)
        const lead = (to: number) => {
          const [first, second] = topsis(rows, weightings(weights, k, to), costs)
          return (first!.closeness ?? 0) - (second!.closeness ?? 0)
        }
        const from = weights[k]!
        if (flip) {
          found++
          expect(lead(flip.to)).toBeCloseTo(0, 9)
          expect(flip.weights.reduce((total, weight) => total + weight, 0)).toBeCloseTo(1, 12)
          const step = Math.min(1e-4, flip.to / 2, (1 - flip.to) / 2)
          const sides = [lead(flip.to - step), lead(flip.to + step)]
          if (sides.every((side) => Math.abs(side) > 1e-9)) expect(sides[0]! * sides[1]!).toBeLessThan(0)
        }
        const reach = flip ? Math.abs(flip.change) * 0.98 : 1
        const grid = Array.from({ length: 99 }, (_, at) => (at + 1) / 100)
        const nearer = grid.filter((to) => Math.abs(to - from) < reach && Math.abs(lead(to)) > 1e-9)
        expect(new Set(nearer.map((to) => Math.sign(lead(to)))).size).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
    expect(found).toBeGreaterThan(30)
  })

  it("finds none for an item that is better everywhere, nor with a single weight", () => {
    const [best, worst] = squaredDistances(
      [
        [9, 9],
        [1, 1],
      ],
      [false, false],
    )
    expect(closenessFlip([0.5, 0.5], best!, worst!, 0)).toBeNull()
    expect(closenessFlip([1, 0], best!, worst!, 0)).toBeNull()
  })
})
