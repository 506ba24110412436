import { describe, expect, it } from "vitest"
import {
  BUILT_IN_FRAMEWORKS,
  RICE,
  VALUE_AND_FEASIBILITY,
  WSJF,
} from "@/server/scoring/domain/built-in-frameworks"
import { type Framework, normalisedWeights } from "@/server/scoring/domain/framework"
import { frameworkSchema } from "@/server/scoring/domain/framework-rules"

const messages = (framework: unknown) => {
  const parsed = frameworkSchema.safeParse(framework)
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message)
}
const withCriterion = (framework: Framework, key: string, change: object): unknown => ({
  ...framework,
  criteria: framework.criteria.map((criterion) =>
    criterion.key === key ? { ...criterion, ...change } : criterion,
  ),
})

describe("built-in frameworks", () => {
  it.each(BUILT_IN_FRAMEWORKS.map((framework) => [framework.name, framework] as const))(
    "%s is valid",
    (_, framework) => {
      expect(messages(framework)).toEqual([])
      expect(framework.source).not.toBe("")
      for (const criterion of framework.criteria) expect(criterion.help, criterion.name).not.toBe("")
    },
  )

  it("WSJF shows its critique", () => {
    expect(WSJF.description).toContain("Jason Yip")
    expect(WSJF.description).toContain("no longer money")
  })
})

describe("framework rules", () => {
  it.each<[string, unknown, string]>([
    [
      "a divisor that may be zero",
      withCriterion(RICE, "effort", { scale: { kind: "range", min: 0, max: 9 } }),
      "Effort divides the score",
    ],
    ["RICE without a period", { ...RICE, period: undefined }, "needs the period"],
    [
      "RICE with a criterion missing",
      { ...RICE, criteria: RICE.criteria.slice(1) },
      "exactly these criteria",
    ],
    [
      "a reversed range",
      withCriterion(RICE, "reach", { scale: { kind: "range", min: 5, max: 5 } }),
      "Reach: the smallest value",
    ],
    [
      "repeated choices",
      withCriterion(RICE, "impact", {
        scale: {
          kind: "choices",
          choices: [
            { value: 1, label: "a" },
            { value: 1, label: "b" },
          ],
        },
      }),
      "Impact: two choices have the same value",
    ],
    [
      "two criteria of one key",
      { ...WSJF, criteria: [...WSJF.criteria, WSJF.criteria[0]] },
      "another criterion has the same key",
    ],
    ["WSJF with two costs", withCriterion(WSJF, "risk_reduction", { direction: "cost" }), "exactly one cost"],
    ["RICE with reach as a cost", withCriterion(RICE, "reach", { direction: "cost" }), "benefit"],
    [
      "a missing weight",
      withCriterion(VALUE_AND_FEASIBILITY, "effort", { weight: undefined }),
      "Effort needs a weight",
    ],
    ["a negative weight", withCriterion(VALUE_AND_FEASIBILITY, "effort", { weight: -1 }), "zero or more"],
    [
      "all weights zero",
      {
        ...VALUE_AND_FEASIBILITY,
        criteria: VALUE_AND_FEASIBILITY.criteria.map((criterion) => ({ ...criterion, weight: 0 })),
      },
      "At least one weight",
    ],
    [
      "an infinite scale",
      withCriterion(RICE, "reach", { scale: { kind: "range", min: 0, max: Number.POSITIVE_INFINITY } }),
      "",
    ],
    [
      "too many criteria",
      {
        ...VALUE_AND_FEASIBILITY,
        criteria: Array.from({ length: 21 }, (_, n) => ({
          ...VALUE_AND_FEASIBILITY.criteria[0],
          key: `c${n}`,
          name: `C ${n}`,
        })),
      },
      "at most 20 criteria",
    ],
    [
      "a step wider than the range",
      withCriterion(RICE, "effort", { scale: { kind: "range", min: 1, max: 2, step: 3 } }),
      "Effort: the step",
    ],
    [
      "half numbers on a scale of whole numbers",
      withCriterion(RICE, "reach", { scale: { kind: "range", min: 0.5, max: 2, integer: true } }),
      "Reach: a scale of whole",
    ],
  ])("rejects %s", (_, framework, part) => {
    const found = messages(framework)
    expect(found.length).toBeGreaterThan(0)
    expect(found.join("\n")).toContain(part)
  })

  it("normalises weights to 1", () => {
    const weights = normalisedWeights(VALUE_AND_FEASIBILITY)
    expect([...weights.values()]).toEqual([0.4, 0.25, 0.2, 0.15])
  })
})
