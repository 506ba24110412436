import { describe, expect, it } from "vitest"
import { allowedWords, FORMULAS } from "@/components/scoring/frameworks/prepare-definition"
import {
  draftOf,
  type FrameworkDraft,
  keyOf,
  newCriterion,
  readDraft,
  scaleChanged,
  serverProblems,
  weightShare,
} from "@/components/scoring/frameworks/prepare-draft"
import {
  BUILT_IN_FRAMEWORKS,
  RICE,
  VALUE_AND_FEASIBILITY,
  WSJF,
} from "@/server/scoring/domain/built-in-frameworks"

const start = draftOf(VALUE_AND_FEASIBILITY)
const withFirst = (patch: Partial<FrameworkDraft["criteria"][number]>): FrameworkDraft => ({
  ...start,
  criteria: start.criteria.map((criterion, index) => (index === 0 ? { ...criterion, ...patch } : criterion)),
})
const problems = (draft: FrameworkDraft) => {
  const read = readDraft(draft)
  return "problems" in read ? read.problems : {}
}

describe("a framework being edited", () => {
  it("comes back as it was published when nothing changed", () => {
    for (const framework of BUILT_IN_FRAMEWORKS)
      expect(readDraft(draftOf(framework))).toEqual({ definition: framework })
  })

  it("says at the field what is wrong", () => {
    expect(problems(withFirst({ min: "many" }))).toEqual({
      "criteria.0.min": "Enter a number, such as 0 or 12.5",
    })
    expect(problems(withFirst({ max: "nothing", name: "" }))).toEqual({
      "criteria.0.max": "Enter a number, such as 0 or 12.5",
      "criteria.0.name": "A criterion needs a name",
    })
    expect(problems(withFirst({ min: "5", max: "5" }))).toEqual({
      "criteria.0.min": "Yearly benefit: the smallest value must be below the largest",
    })
    expect(problems(withFirst({ weight: "" }))["criteria.0.weight"]).toBe("Enter a number, such as 0 or 12.5")
    expect(problems(withFirst({ weight: "-1" }))).toEqual({ "criteria.0.weight": "A weight is zero or more" })
    expect(problems(withFirst({ kind: "choices", choices: "high" }))["criteria.0.choices"]).toMatch(
      /^“high”: write the value/,
    )
    expect(problems(withFirst({ kind: "choices", choices: "1 = Low\n1 = High" }))).toEqual({
      "criteria.0.choices": "Yearly benefit: two choices have the same value",
    })
    expect(problems(withFirst({ name: "Effort" }))).toEqual({
      "criteria.3.name": "Effort: another criterion has the same name",
    })
    expect(problems({ ...start, name: " " })).toEqual({ name: "A framework needs a name" })
    expect(problems({ ...start, criteria: [] })).toHaveProperty("criteria")
  })

  it("makes keys from names, and keeps those that are published", () => {
    const added = { ...newCriterion("x"), name: "Effort, again", weight: "5" }
    const read = readDraft({ ...start, key: "", name: "Ours: 2026", criteria: [...start.criteria, added] })
    expect(
      "definition" in read && [read.definition.key, read.definition.criteria.map(({ key }) => key)],
    ).toEqual(["ours_2026", ["yearly_benefit", "strategic_fit", "data_readiness", "effort", "effort_again"]])
    expect([keyOf("Été", new Set()), keyOf("2 + 2", new Set()), keyOf("Fit", new Set(["fit"]))]).toEqual([
      "ete",
      "criterion",
      "fit_2",
    ])
  })

  it("shows the share of a weight, and when its scale changed", () => {
    expect(start.criteria.map((_, index) => weightShare(start, index))).toEqual([
      "40 %",
      "25 %",
      "20 %",
      "15 %",
    ])
    const [published] = VALUE_AND_FEASIBILITY.criteria
    expect(scaleChanged(published, start.criteria[0]!)).toBe(false)
    expect(scaleChanged(published, { ...start.criteria[0]!, max: "500" })).toBe(true)
    expect(scaleChanged(undefined, newCriterion("x"))).toBe(false)
  })

  it("takes the server's messages at its own fields", () => {
    const fields = {
      "definition.key": "taken",
      "definition.criteria.1.scale": "bad",
      "definition.criteria.0.scale.max": "big",
    }
    expect(serverProblems(fields, start)).toEqual({
      name: "taken",
      "criteria.1.choices": "bad",
      "criteria.0.max": "big",
    })
  })
})

describe("a published framework", () => {
  it("is put into words", () => {
    expect(FORMULAS.rice(RICE)).toBe("(Reach × Impact × Confidence) ÷ Effort")
    expect(FORMULAS.weighted_sum(VALUE_AND_FEASIBILITY)).toBe(
      "40 % × Yearly benefit + 25 % × Strategic fit + 20 % × Data readiness + 15 % × Effort",
    )
    expect(allowedWords(RICE.criteria[1]!)).toBe("0.25 Minimal, 0.5 Low, 1 Medium, 2 High, 3 Massive")
    expect(allowedWords(WSJF.criteria[0]!)).toBe("1, 2, 3, 5, 8, 13, 20")
    expect(allowedWords(RICE.criteria[3]!)).toBe("0.5 to 1,000 in steps of 0.5")
  })
})
