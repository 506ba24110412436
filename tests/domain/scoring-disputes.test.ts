import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { WSJF } from "@/server/scoring/domain/built-in-frameworks"
import { blockOf, largestBlock } from "@/server/scoring/domain/complete-block"
import { mostDisputed, spreadOfItem } from "@/server/scoring/domain/disputes"
import { smallestFlip, weightFlip } from "@/server/scoring/domain/weight-flip"

const table = (...rows: string[]) => rows.map((row) => [...row].map((mark) => mark === "x"))

describe("the largest complete block", () => {
  it("leaves out the raters or the items that cost the most", () => {
    expect(largestBlock(table("xxx", "xxx", "xxx"))).toEqual({ raters: [0, 1, 2], items: [0, 1, 2] })
    expect(largestBlock(table("xx.", "xxx", "xx.", "xx."))).toEqual({ raters: [0, 1], items: [0, 1, 2, 3] })
    expect(largestBlock(table("x.", ".x"))).toEqual({ raters: [], items: [] })
    expect(largestBlock([])).toEqual({ raters: [], items: [] })
  })

  it("prefers more raters among blocks of one size, and takes the raters one asks for", () => {
    const given = table("xxx", "xxx", "xxx", "xxx", "xx.", "xx.")
    expect(largestBlock(given)).toEqual({ raters: [0, 1, 2], items: [0, 1, 2, 3] })
    expect(blockOf(given, [1, 2])).toEqual({ raters: [1, 2], items: [0, 1, 2, 3] })
    expect(largestBlock(table("xxxx", "xxxx", "xx.."))).toEqual({ raters: [0, 1], items: [0, 1, 2] })
  })

  it("has no hole, and no other pair of raters shares a larger one", () => {
    const rows = fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), { maxLength: 12 })
    fc.assert(
      fc.property(rows, (given) => {
        const { raters, items } = largestBlock(given)
        for (const item of items) expect(raters.every((rater) => given[item]![rater])).toBe(true)
        for (const [a, b] of [
          [0, 1],
          [0, 2],
          [0, 3],
          [1, 2],
          [1, 3],
          [2, 3],
        ] as const) {
          const pair = blockOf(given, [a, b]).items.length
          if (pair >= 3) expect(pair * 2).toBeLessThanOrEqual(items.length * raters.length)
        }
      }),
    )
  })
})

describe("the items people disagree on", () => {
  const give = (scorerId: string, business_value: number, job_size: number | null = 3) => ({
    scorerId,
    inputs: { business_value, time_criticality: 5, risk_reduction: 5, job_size },
  })

  it("name the criterion that causes it, who stands where, and how far apart on its scale", () => {
    const [first, ...rest] = mostDisputed(
      WSJF.criteria,
      [
        { itemId: "calm", scorers: [give("ann", 8), give("ben", 8)] },
        { itemId: "alone", scorers: [give("ann", 20)] },
        { itemId: "mild", scorers: [give("ann", 8), give("ben", 13)] },
        { itemId: "hot", scorers: [give("ann", 20), give("ben", 1), give("cem", 1, 5)] },
      ],
      5,
    )
    expect(first).toMatchObject({
      itemId: "hot",
      worst: {
        criterion: "business_value",
        apart: 1,
        low: { value: 1, scorerIds: ["ben", "cem"] },
        high: { value: 20, scorerIds: ["ann"] },
      },
    })
    expect(rest.map(({ itemId }) => itemId)).toEqual(["mild"])
  })

  it("leave out a criterion that one person scored", () => {
    expect(spreadOfItem(WSJF.criteria, [give("ann", 8, 3), give("ben", 8, null)])).toHaveLength(3)
  })
})

describe("the smallest change of weights that swaps two items", () => {
  const weights = [0.5, 0.3, 0.2]
  const a = [0.8, 0.3, 0.6]
  const b = [0.5, 0.9, 0.5]
  const sum = (w: readonly number[], v: number[]) => w.reduce((total, weight, k) => total + weight * v[k]!, 0)

  it.each([
    [0, 0.016129, [0.516129, 0.290323, 0.193548]],
    [1, -0.011864, [0.508475, 0.288136, 0.20339]],
    [2, 0.072727, [0.454545, 0.272727, 0.272727]],
  ])("is the closed form, for criterion %i", (k, change, after) => {
    const flip = weightFlip(weights, a, b, k)!
    expect(flip.change).toBeCloseTo(change, 6)
    for (const [index, weight] of after.entries()) expect(flip.weights[index]).toBeCloseTo(weight, 6)
    expect(sum(flip.weights, a)).toBeCloseTo(sum(flip.weights, b), 12)
  })

  it("is the smallest of them, and none where no weight can do it", () => {
    expect(smallestFlip(weights, a, b)?.criterion).toBe(1)
    expect(smallestFlip(weights, [1, 1, 1], [0, 0, 0])).toBeNull()
    expect(smallestFlip([1, 0], [1, 0], [0, 1])).toMatchObject({ criterion: 1, change: 0.5 })
    expect(weightFlip([0.5, 0.5], [0.4, 0.4], [0.4, 0.4], 0)).toBeNull()
  })

  it("makes both sums equal and keeps the sum of the weights, whatever the items", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const values = fc.array(share, { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
        values,
        values,
        (points, x, y) => {
          const total = points.reduce((of, point) => of + point, 0)
          const flip = smallestFlip(
            points.map((point) => point / total),
            x,
            y,
          )
          if (!flip) return
          expect(flip.weights.reduce((of, weight) => of + weight, 0)).toBeCloseTo(1, 9)
          expect(Math.abs(sum(flip.weights, x) - sum(flip.weights, y))).toBeLessThan(1e-6)
        },
      ),
    )
  })
})
