import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  compare,
  consistency,
  type Judgement,
  matrixOf,
  missingPairs,
  principalEigenvector,
  SAATY_SCALE,
} from "@/server/scoring/domain/ahp"
import { AHP } from "@/server/scoring/domain/built-in-comparisons"
import { frameworkProblems } from "@/server/scoring/domain/framework-rules"
import { deriveWeights, rankOrderCentroid, weightingProblems } from "@/server/scoring/domain/weighting"

const DRINKS = ["coffee", "wine", "tea", "beer", "soda", "milk", "water"]
/** Saaty 2008: drinks consumed in the United States, the upper triangle row by row. */
const UPPER = [
  [9, 5, 2, 1, 1, 1 / 2],
  [1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
  [1 / 3, 1 / 4, 1 / 3, 1 / 9],
  [1 / 2, 1, 1 / 3],
  [2, 1 / 2],
  [1 / 3],
]
const drinks: Judgement[] = UPPER.flatMap((row, first) =>
  row.map((value, offset) => ({ first: DRINKS[first]!, second: DRINKS[first + 1 + offset]!, value })),
)

describe("AHP of Saaty 2008", () => {
  it("gives the weights of the principal eigenvector", () => {
    const expected = [0.17746, 0.01915, 0.04183, 0.11642, 0.18957, 0.12878, 0.32679]
    const { weights, lambdaMax, index, ratio } = compare(DRINKS, drinks)
    for (const [place, weight] of weights.entries()) expect(weight).toBeCloseTo(expected[place]!, 5)
    expect(lambdaMax).toBeCloseTo(7.17663, 5)
    expect(index).toBeCloseTo(0.029438, 6)
    expect(ratio).toBeCloseTo(0.0218, 4)
  })

  it("knows both random indices, and that two criteria cannot contradict each other", () => {
    expect(consistency(7.17663, 7, 1.2519).ratio).toBeCloseTo(0.0235, 4)
    expect(consistency(2, 2)).toEqual({ index: 0, ratio: 0 })
    expect(compare(["a", "b"], [{ first: "a", second: "b", value: 9 }])).toMatchObject({
      weights: [0.9, 0.1],
      ratio: 0,
      worst: null,
    })
  })

  it("differs from the geometric mean, which is another method", () => {
    const means = matrixOf(DRINKS, drinks).map(
      (row) => row.reduce((product, one) => product * one, 1) ** (1 / 7),
    )
    const sum = means.reduce((total, one) => total + one, 0)
    expect(means.map((one) => Number((one / sum).toFixed(5)))).toEqual([
      0.17872, 0.01846, 0.04223, 0.1165, 0.19114, 0.12862, 0.32432,
    ])
  })
})

describe("judgements", () => {
  const three = (ab: number, ac: number, bc: number): Judgement[] => [
    { first: "a", second: "b", value: ab },
    { first: "a", second: "c", value: ac },
    { first: "b", second: "c", value: bc },
  ]

  it("that contradict each other are pointed out with the value that would fit", () => {
    const { ratio, worst } = compare(["a", "b", "c"], three(3, 1 / 5, 3))
    expect(ratio).toBeGreaterThan(0.1)
    expect(worst).not.toBeNull()
    const fixed = three(3, 1 / 5, 3).map((one) =>
      one.first === worst!.first && one.second === worst!.second ? { ...one, value: worst!.fits } : one,
    )
    expect(compare(["a", "b", "c"], fixed).ratio).toBeLessThan(ratio)
    expect(SAATY_SCALE).toContain(worst!.fits)
    expect(SAATY_SCALE).toHaveLength(17)
  })

  it("that are consistent have no worst one", () => {
    expect(compare(["a", "b", "c"], three(2, 6, 3))).toMatchObject({ worst: null })
  })

  it("are refused while a pair is missing, naming it", () => {
    const criteria = ["a", "b", "c"].map((key) => ({ key, name: key.toUpperCase() }))
    const two = three(2, 6, 3).slice(0, 2)
    expect(missingPairs(["a", "b", "c"], two)).toEqual([["b", "c"]])
    const problems = (judgements: Judgement[]) =>
      weightingProblems(criteria, { way: "pairwise", judgements }).map(({ message }) => message)
    expect(problems(two)).toEqual(["Compare B with C"])
    expect(problems([])).toEqual(["Compare A with B (3 pairs are missing)"])
    expect(problems([...three(2, 6, 3), { first: "b", second: "a", value: 2 }])).toEqual([
      "A pair of criteria is judged twice",
    ])
    expect(problems([{ first: "a", second: "x", value: 2 }])[0]).toContain("are not two criteria")
  })

  it("of the standard framework are consistent enough", () => {
    const { weighting, criteria } = AHP
    if (weighting?.way !== "pairwise") throw new Error("not pairwise")
    const keys = criteria.map(({ key }) => key)
    expect(compare(keys, weighting.judgements).ratio).toBeLessThan(0.1)
    expect(frameworkProblems(AHP)).toEqual([])
  })

  it("made from weights give these weights back, whatever they are", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(weights, (points) => {
        const matrix = points.map((row) => points.map((column) => row / column))
        const sum = points.reduce((total, one) => total + one, 0)
        const found = principalEigenvector(matrix)
        found.weights.forEach((weight, index) => {
          expect(weight).toBeCloseTo(points[index]! / sum, 9)
        })
        expect(found.lambdaMax).toBeCloseTo(points.length, 9)
      }),
    )
  })
})

describe("the other ways to weights", () => {
  it("rank-order centroid for three and four criteria", () => {
    expect(rankOrderCentroid(3).map((one) => one.toFixed(6))).toEqual(["0.611111", "0.277778", "0.111111"])
    expect(rankOrderCentroid(4).map((one) => one.toFixed(6))).toEqual([
      "0.520833",
      "0.270833",
      "0.145833",
      "0.062500",
    ])
    const criteria = ["a", "b", "c"].map((key) => ({ key, name: key }))
    expect(deriveWeights(criteria, { way: "rank_order", order: ["c", "a", "b"] })[2]).toBeCloseTo(11 / 18, 12)
    expect(weightingProblems(criteria, { way: "rank_order", order: ["c", "a"] })[0]!.message).toContain(
      "b has no place",
    )
    expect(weightingProblems(criteria, { way: "rank_order", order: ["c", "a", "b", "b"] })).toHaveLength(1)
  })

  it("swing and SMART are anchored at 100 and at 10", () => {
    const points = (...weights: (number | undefined)[]) =>
      weights.map((weight, index) => ({ key: `c${index}`, name: `C${index}`, weight }))
    const first = (way: "swing" | "smart" | "direct", ...weights: (number | undefined)[]) =>
      weightingProblems(points(...weights), { way })[0]?.message
    expect(first("swing", 100, 40)).toBeUndefined()
    expect(first("swing", 80, 40)).toContain("most valuable swing 100")
    expect(first("smart", 10, 40)).toBeUndefined()
    expect(first("smart", 20, 40)).toContain("least important criterion 10")
    expect(first("direct", 0, 0)).toContain("above zero")
    expect(first("direct", 1, undefined)).toBe("C1 needs a weight")
    expect(deriveWeights(points(100, 60, 40), { way: "swing" })).toEqual([0.5, 0.3, 0.2])
  })
})
