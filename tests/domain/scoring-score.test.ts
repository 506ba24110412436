import { describe, expect, it } from "vitest"
import { ICE, RICE, VALUE_AND_FEASIBILITY, WSJF } from "@/server/scoring/domain/built-in-frameworks"
import { checkInputs, type ScoreInputs } from "@/server/scoring/domain/check-inputs"
import { formatScore } from "@/server/scoring/domain/format-score"
import type { Framework } from "@/server/scoring/domain/framework"
import { scoreInputs } from "@/server/scoring/domain/score"
import { scoreEntrySchema, scoreInputsSchema } from "@/server/scoring/domain/score-entry"
import { scored } from "./scored"

const wsjf = (
  business_value: number,
  time_criticality: number,
  risk_reduction: number,
  job_size: number,
) => ({
  business_value,
  time_criticality,
  risk_reduction,
  job_size,
})

describe("vectors of the reference", () => {
  it("RICE 360 × 2 × 0.8 / 3 = 192", () => {
    const result = scored(RICE, { reach: 360, impact: 2, confidence: 0.8, effort: 3 })
    expect(result.score).toBe(192)
    expect(result.formula).toBe("(Reach × Impact × Confidence) / Effort")
    expect(result.worked).toBe("(360 × 2 × 0.8) / 3 = 192")
  })

  it("WSJF (13 + 8 + 8) / 5 = 5.8", () => {
    const result = scored(WSJF, wsjf(13, 8, 8, 5))
    expect(result.score).toBe(5.8)
    expect(result.terms.map((term) => term.contribution)).toEqual([2.6, 1.6, 1.6, null])
  })

  it("WSJF explains itself with the values put in", () => {
    const result = scored(WSJF, wsjf(8, 8, 5, 3))
    expect(result.worked).toBe("(8 + 8 + 5) / 3 = 7.0")
    expect(result.sentence).toBe(
      "WSJF is 7.0: user-business value 8, time criticality 8, risk reduction or opportunity enablement 5 add up to 21, divided by job size 3.",
    )
  })

  it("ICE 8 × 7 × 5 = 280", () => {
    expect(scored(ICE, { impact: 8, confidence: 7, ease: 5 }).worked).toBe("8 × 7 × 5 = 280")
  })

  it("the weighted sum scales by the declared range and reverses costs", () => {
    const inputs = { yearly_benefit: 500, strategic_fit: 5, data_readiness: 3, effort: 1 }
    const result = scored(VALUE_AND_FEASIBILITY, inputs)
    expect(result.score).toBeCloseTo(0.4 * 0.5 + 0.25 * 1 + 0.2 * 0.5 + 0.15 * 1, 12)
    expect(result.worked).toBe("0.40 × 0.50 + 0.25 × 1.00 + 0.20 × 0.50 + 0.15 × 1.00 = 0.70")
    expect(scored(VALUE_AND_FEASIBILITY, { ...inputs, effort: 52 }).score).toBeCloseTo(0.55, 12)
  })

  it("the reference's weighted-sum arithmetic: w (.5, .3, .2) on (.8, .3, .6) and (.5, .9, .5)", () => {
    const unit = (key: string, weight: number) => ({
      ...VALUE_AND_FEASIBILITY.criteria[0]!,
      key,
      name: key,
      weight,
      scale: { kind: "range" as const, min: 0, max: 1 },
    })
    const framework: Framework = {
      ...VALUE_AND_FEASIBILITY,
      criteria: [unit("a", 5), unit("b", 3), unit("c", 2)],
    }
    expect(scored(framework, { a: 0.8, b: 0.3, c: 0.6 }).score).toBeCloseTo(0.61, 12)
    expect(scored(framework, { a: 0.5, b: 0.9, c: 0.5 }).score).toBeCloseTo(0.62, 12)
  })
})

describe("missing and invalid inputs", () => {
  const rice = { reach: 360, impact: 2, confidence: 0.8, effort: 3 }

  it("names what is missing, and never takes it for zero", () => {
    expect(scoreInputs(RICE, { reach: 360, impact: null, effort: 3 })).toEqual({
      status: "missing",
      missing: ["impact", "confidence"],
    })
    expect(scoreInputs(RICE, {})).toMatchObject({ status: "missing" })
    expect(scoreInputs(RICE, Object.create({ ...rice }) as ScoreInputs)).toMatchObject({ status: "missing" })
  })

  it("a reach of zero is a value", () => {
    expect(scored(RICE, { ...rice, reach: 0 }).score).toBe(0)
  })

  it.each([0, -1, -0])("an effort of %s is an error that says what to do", (effort) => {
    const result = scoreInputs(RICE, { ...rice, effort })
    expect(result).toMatchObject({ status: "invalid", problems: [{ criterion: "effort" }] })
    expect(JSON.stringify(result)).toContain("more than zero")
  })

  it("a job size of zero is an error", () => {
    expect(scoreInputs(WSJF, wsjf(1, 1, 1, 0))).toMatchObject({ status: "invalid" })
  })

  it.each<[Framework, ScoreInputs, string]>([
    [RICE, { ...rice, impact: 1.5 }, "Choose one of 0.25, 0.5, 1, 2, 3"],
    [RICE, { ...rice, confidence: 80 }, "not on the scale"],
    [RICE, { ...rice, effort: 0.25 }, "Enter 0.5 to 1,000"],
    [RICE, { ...rice, effort: 1.2 }, "steps of 0.5"],
    [RICE, { ...rice, reach: Number.NaN }, "must be a number"],
    [RICE, { ...rice, reach: Number.POSITIVE_INFINITY }, "must be a number"],
    [ICE, { impact: 11, confidence: 1, ease: 1 }, "Enter 1 to 10"],
    [ICE, { impact: 1.5, confidence: 1, ease: 1 }, "whole number"],
    [RICE, { ...rice, urgency: 3 }, "“urgency” is not a criterion of RICE"],
  ])("rejects values off the scale (%#)", (framework, inputs, part) => {
    const result = scoreInputs(framework, inputs)
    expect(result.status).toBe("invalid")
    expect(JSON.stringify(result)).toContain(part)
  })

  it("checks a partial entry without complaining about what is missing", () => {
    expect(checkInputs(WSJF, { job_size: 3, business_value: null })).toEqual([])
  })
})

describe("entry schemas", () => {
  it("takes numbers and null, refuses NaN, text and too many criteria", () => {
    expect(scoreInputsSchema.safeParse({ reach: 3, effort: null }).success).toBe(true)
    expect(scoreInputsSchema.safeParse({ reach: Number.NaN }).success).toBe(false)
    expect(scoreInputsSchema.safeParse({ reach: "3" }).success).toBe(false)
    expect(
      scoreInputsSchema.safeParse(Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`c${n}`, 1])))
        .success,
    ).toBe(false)
    expect(
      scoreEntrySchema.safeParse({ itemId: "x", frameworkId: "y", frameworkVersion: 0, inputs: {} }).success,
    ).toBe(false)
  })

  it("shows scores rounded, by method", () => {
    expect(formatScore("wsjf", 7)).toBe("7.0")
    expect(formatScore("rice", 1234.56)).toBe("1,235")
    expect(formatScore("rice", 12.345)).toBe("12.3")
    expect(formatScore("rice", 0.0625)).toBe("0.0625")
    expect(formatScore("weighted_sum", 0.7)).toBe("0.70")
  })
})
