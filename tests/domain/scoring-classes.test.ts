import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { KANO, MOSCOW } from "@/server/scoring/domain/built-in-classes"
import { combineRule, combineScores } from "@/server/scoring/domain/combine"
import { describeInput, formatScore } from "@/server/scoring/domain/format-score"
import { keepsManualOrder } from "@/server/scoring/domain/framework"
import {
  KANO_CATEGORIES,
  kanoCategory,
  kanoCoefficients,
  kanoMode,
  noAnswers,
} from "@/server/scoring/domain/kano"
import { listNotes, listOutcome } from "@/server/scoring/domain/list-outcome"
import { moscowShares, mustWarning } from "@/server/scoring/domain/moscow-shares"
import { scoreInputs } from "@/server/scoring/domain/score"

describe("Kano", () => {
  it("has the table of Berger and others", () => {
    const letters = [5, 4, 3, 2, 1].map((functional) =>
      [5, 4, 3, 2, 1].map((dysfunctional) => kanoCategory(functional, dysfunctional)[0]).join(""),
    )
    expect(letters).toEqual(["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"])
    expect(() => kanoCategory(6, 1)).toThrow(RangeError)
  })

  it("A 30, O 20, M 25, I 25 gives better 0.5 and worse −0.45; reverse and questionable do not count", () => {
    const counts = {
      ...noAnswers(),
      Attractive: 30,
      "One-dimensional": 20,
      "Must-be": 25,
      Indifferent: 25,
      Reverse: 7,
      Questionable: 3,
    }
    expect(kanoCoefficients(counts)).toEqual({ better: 0.5, worse: -0.45 })
  })

  it("is undefined, not zero, without A, O, M and I", () => {
    expect(kanoCoefficients({ ...noAnswers(), Reverse: 4, Questionable: 1 })).toBeNull()
    const result = combineScores(KANO, [
      { scorerId: "a", inputs: { functional: 1, dysfunctional: 5 } },
    ]).result
    expect(result.status).toBe("invalid")
    expect(JSON.stringify(result)).toContain("All answers are reverse or questionable (1 reverse)")
  })

  it("counts people instead of taking medians", () => {
    const person = (scorerId: string, functional: number | null, dysfunctional: number | null) => ({
      scorerId,
      inputs: { functional, dysfunctional },
    })
    const scorers = [
      person("a", 5, 1),
      person("b", 4, 1),
      person("c", 3, 1),
      person("d", 5, 5),
      person("e", 5, null),
    ]
    const { result } = combineScores(KANO, scorers)
    expect(result).toMatchObject({
      status: "scored",
      category: "Must-be",
      counts: [
        { category: "Must-be", count: 2 },
        { category: "One-dimensional", count: 1 },
        { category: "Questionable", count: 1 },
      ],
      sentence:
        "Kano category is must-be, by 4 people: 2 must-be, 1 one-dimensional, 1 questionable. Having it adds 0.33 to satisfaction, missing it takes 1.00 away.",
    })
    expect(result.status === "scored" && result.score).toBeCloseTo(4 / 3, 9)
    expect(combineScores(KANO, [person("e", 5, null)]).result).toEqual({
      status: "missing",
      missing: ["dysfunctional"],
    })
    expect(combineScores(KANO, []).result).toEqual({
      status: "missing",
      missing: ["functional", "dysfunctional"],
    })
    expect(combineScores(KANO, [person("a", 9, 1)]).result.status).toBe("invalid")
    expect(combineRule(KANO)).toContain("counted")
  })

  it("breaks ties towards what must not be missing", () => {
    expect(kanoMode({ ...noAnswers(), Attractive: 2, "Must-be": 2 })).toBe("Must-be")
    expect(kanoMode({ ...noAnswers(), Indifferent: 2, Attractive: 2 })).toBe("Attractive")
  })

  it("keeps its coefficients in bounds, whatever people answer", () => {
    const answer = fc.integer({ min: 1, max: 5 })
    fc.assert(
      fc.property(fc.array(fc.tuple(answer, answer), { minLength: 1, maxLength: 20 }), (answers) => {
        const counts = noAnswers()
        for (const [functional, dysfunctional] of answers) counts[kanoCategory(functional, dysfunctional)]++
        expect(KANO_CATEGORIES.reduce((sum, category) => sum + counts[category], 0)).toBe(answers.length)
        const coefficients = kanoCoefficients(counts)
        if (!coefficients) return
        expect(coefficients.better).toBeGreaterThanOrEqual(0)
        expect(coefficients.better).toBeLessThanOrEqual(1)
        expect(coefficients.worse).toBeGreaterThanOrEqual(-1)
        expect(coefficients.worse).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe("MoSCoW", () => {
  it("scores the class and keeps the manual order within it", () => {
    expect(scoreInputs(MOSCOW, { class: 4, effort: 5 })).toMatchObject({
      score: 4,
      category: "Must",
      sentence: "MoSCoW class is Must, with an effort of 5 person-days.",
    })
    expect(scoreInputs(MOSCOW, { class: 4 })).toEqual({ status: "missing", missing: ["effort"] })
    expect(formatScore("moscow", 3)).toBe("Should")
    expect(keepsManualOrder(MOSCOW)).toBe(true)
  })

  it("takes the lower class when people stand between two, and says so", () => {
    const scorers = [4, 3].map((value) => ({ scorerId: `${value}`, inputs: { class: value, effort: 4 } }))
    const { result } = combineScores(MOSCOW, scorers)
    expect(result).toMatchObject({ score: 3, category: "Should" })
    expect(result.status === "scored" && result.sentence).toContain("between two classes")
    expect(describeInput(MOSCOW, MOSCOW.criteria[0]!, 3.5)).toBe("Should to Must")
    expect(describeInput(MOSCOW, MOSCOW.criteria[0]!, 1)).toBe("Won't")
    expect(describeInput(MOSCOW, MOSCOW.criteria[1]!, 3.5)).toBe("3.5")
  })

  it("measures shares by effort, not by count, and leaves Won't out of the base", () => {
    const shares = moscowShares([
      { score: 4, effort: 70 },
      { score: 3, effort: 20 },
      { score: 2, effort: 5 },
      { score: 2, effort: 5 },
      { score: 1, effort: 900 },
    ])
    expect(shares.map(({ label, items, share }) => [label, items, share])).toEqual([
      ["Must", 1, 0.7],
      ["Should", 1, 0.2],
      ["Could", 2, 0.1],
      ["Won't", 1, null],
    ])
    expect(mustWarning(shares)[0]).toContain("Must takes 70 % of the effort")
  })

  it("does not warn at 60 %, nor without effort", () => {
    expect(
      mustWarning(
        moscowShares([
          { score: 4, effort: 6 },
          { score: 3, effort: 4 },
        ]),
      ),
    ).toEqual([])
    expect(mustWarning(moscowShares([{ score: 4, effort: 0 }]))).toEqual([])
  })

  it("is shown and warned about over a list", () => {
    const ranked = [{ id: "a", score: 4, values: { class: 4, effort: 3 } }]
    expect(listOutcome(MOSCOW, ranked, ["a"])).toMatchObject({ kind: "moscow", unit: "person-days" })
    expect(listNotes(MOSCOW, ranked)[0]).toContain("100 %")
  })
})
