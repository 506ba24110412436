import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { averageRanks, kendallW } from "@/server/scoring/domain/agreement"
import { agreementBand, intraclassCorrelations, meanSquares } from "@/server/scoring/domain/icc"

/** The data set "anxiety" of the R package irr: 20 items, 3 raters. */
const ANXIETY = [
  [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
  [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
  [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
]
const transpose = (columns: number[][]) => columns[0]!.map((_, row) => columns.map((column) => column[row]!))

/** Shrout & Fleiss 1979, table 2. */
const SHROUT = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]

describe("Kendall's W", () => {
  it("is that of irr for its data set anxiety, with ties", () => {
    const result = kendallW(transpose(ANXIETY))!
    expect(result.s).toBe(3004)
    expect(result.ties).toBe(1674)
    expect(result.uncorrectedW).toBeCloseTo(0.501921, 6)
    expect(result.w).toBeCloseTo(0.539657, 6)
    expect(result.chiSquare).toBeCloseTo(30.7604, 4)
    expect(result.df).toBe(19)
    expect(result.p).toBeCloseTo(0.042883, 6)
  })

  it("shares the mean rank among ties", () => {
    expect(averageRanks([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2])
    expect(averageRanks([])).toEqual([])
  })

  it("is undefined for one rater, two items, and raters who tie everything", () => {
    expect(kendallW([[1], [2], [3]])).toBeNull()
    expect(kendallW(SHROUT.slice(0, 2))).toBeNull()
    expect(kendallW([])).toBeNull()
    expect(
      kendallW([
        [5, 2],
        [5, 2],
        [5, 2],
      ]),
    ).toBeNull()
  })

  it("lies between 0 and 1, is 1 for the same order, and knows no rater by name", () => {
    const table = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 2, max: 5 })).chain(([n, m]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: m, maxLength: m }), {
        minLength: n,
        maxLength: n,
      }),
    )
    fc.assert(
      fc.property(table, (ratings) => {
        const result = kendallW(ratings)
        if (!result) return
        expect(result.w).toBeGreaterThanOrEqual(0)
        expect(result.w).toBeLessThanOrEqual(1 + 1e-12)
        expect(kendallW(ratings.map((row) => [...row].reverse()))!.w).toBeCloseTo(result.w, 12)
        expect(kendallW(ratings.map(([first]) => [first!, first! * 7 + 2]))?.w ?? 1).toBeCloseTo(1, 12)
      }),
    )
  })
})

describe("intraclass correlations", () => {
  it("are the six of Shrout and Fleiss, with their intervals", () => {
    const squares = meanSquares(SHROUT)
    expect(squares.rows).toBeCloseTo(11.2417, 4)
    expect(squares.columns).toBeCloseTo(32.4861, 4)
    expect(squares.error).toBeCloseTo(1.0194, 4)
    expect(squares.within).toBeCloseTo(6.2639, 4)
    const forms = intraclassCorrelations(SHROUT)!
    const expected = {
      one: [0.1657, -0.133, 0.723],
      agreement: [0.2898, 0.019, 0.761],
      consistency: [0.7148, 0.342, 0.946],
      oneMean: [0.4428, -0.884, 0.912],
      agreementMean: [0.6201, 0.071, 0.927],
      consistencyMean: [0.9093, 0.676, 0.986],
    }
    for (const [form, [value, low, high]] of Object.entries(expected)) {
      const found = forms[form as keyof typeof forms]
      expect(found.value, form).toBeCloseTo(value!, 4)
      expect(Math.abs(found.low - low!), form).toBeLessThan(0.001)
      expect(Math.abs(found.high - high!), form).toBeLessThan(0.001)
    }
  })

  it("are 1 for equal columns, undefined without any difference, and may be negative", () => {
    const same = intraclassCorrelations([
      [1, 1],
      [2, 2],
      [9, 9],
    ])!
    expect(same.agreement).toEqual({ value: 1, low: 1, high: 1 })
    expect(
      intraclassCorrelations([
        [4, 4],
        [4, 4],
        [4, 4],
      ]),
    ).toBeNull()
    expect(intraclassCorrelations([[1], [2], [3]])).toBeNull()
    const opposite = intraclassCorrelations([
      [1, 9],
      [5, 5],
      [9, 1],
    ])!
    expect(opposite.agreement.value).toBeLessThan(0)
  })

  it("of agreement see a constant difference that consistency forgives", () => {
    const forms = intraclassCorrelations([
      [1, 4],
      [2, 5],
      [5, 8],
      [7, 10],
    ])!
    expect(forms.consistency.value).toBe(1)
    expect(forms.agreement.value).toBeLessThan(0.8)
  })

  it("are put in words", () => {
    expect([-0.2, 0.49, 0.5, 0.75, 0.9, 0.91].map(agreementBand)).toEqual([
      "poor",
      "poor",
      "moderate",
      "good",
      "good",
      "excellent",
    ])
  })
})
