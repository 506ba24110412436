import { describe, expect, it } from "vitest"
import { allowedWords, FORMULAS, levelsWords } from "@/components/scoring/frameworks/prepare-definition"
import {
  draftOf,
  type FrameworkDraft,
  keyOf,
  newCriterion,
  scaleChanged,
} from "@/components/scoring/frameworks/prepare-draft"
import { checkFormula } from "@/components/scoring/frameworks/prepare-formula-check"
import { STARTS } from "@/components/scoring/frameworks/prepare-start"
import {
  comparePairs,
  draftShares,
  JUDGEMENT_OPTIONS,
  judgementText,
  shareWords,
  swingWords,
} from "@/components/scoring/frameworks/prepare-weights"
import { readDraft, serverProblems } from "@/components/scoring/frameworks/read-draft"
import { VALUE_EFFORT } from "@/server/scoring/domain/built-in-economics"
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
    expect(draftShares(start).map(shareWords)).toEqual(["40 %", "25 %", "20 %", "15 %"])
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

describe("weights being found", () => {
  const withWay = (patch: Partial<FrameworkDraft>): FrameworkDraft => ({ ...start, ...patch })

  it("by order of importance: new criteria come last, and the shares are the centroid", () => {
    const draft = withWay({ way: "rank_order", order: ["effort", "gone"] })
    expect(draftShares(draft).map(shareWords)).toEqual(["27.1 %", "14.6 %", "6.3 %", "52.1 %"])
    const read = readDraft(draft)
    expect("definition" in read && read.definition.weighting).toEqual({
      way: "rank_order",
      order: ["effort", "yearly_benefit", "strategic_fit", "data_readiness"],
    })
    expect("definition" in read && read.definition.criteria[0]!.weight).toBeUndefined()
  })

  it("in pairs: judged either way round, and refused while one is missing", () => {
    const three = withWay({ way: "pairwise", criteria: start.criteria.slice(0, 3), judgements: {} })
    expect(comparePairs(three)).toMatchObject({ missing: { length: 3 } })
    expect(draftShares(three)).toEqual([undefined, undefined, undefined])
    expect(problems(three)).toEqual({
      weighting: "Compare Yearly benefit with Strategic fit (3 pairs are missing)",
    })
    const judged = {
      ...three,
      judgements: {
        "strategic_fit yearly_benefit": 1 / 2,
        "yearly_benefit data_readiness": 6,
        "strategic_fit data_readiness": 3,
      },
    }
    expect(draftShares(judged).map(shareWords)).toEqual(["60 %", "30 %", "10 %"])
    const read = readDraft(judged)
    expect("definition" in read && read.definition.weighting).toMatchObject({
      judgements: [
        { first: "yearly_benefit", second: "strategic_fit", value: 2 },
        { first: "yearly_benefit", second: "data_readiness", value: 6 },
        { first: "strategic_fit", second: "data_readiness", value: 3 },
      ],
    })
  })

  it("shows what a weight is for, and judgements as people write them", () => {
    expect(start.criteria.map(swingWords)).toEqual([
      "from 0 to 1000 thousand EUR per year",
      "from None to Is one",
      "from Missing to Under contract",
      "from 52 to 1 person-weeks",
    ])
    expect([9, 1, 1 / 3, 2.5].map(judgementText)).toEqual(["9", "1", "1/3", "2.5"])
    expect(JUDGEMENT_OPTIONS.map(({ label }) => label).slice(6, 10)).toEqual([
      "3 moderate",
      "2",
      "1 equal",
      "1/2",
    ])
  })

  it("reads levels of a value function, and says where they are wrong", () => {
    const levels = (text: string) => withFirst({ levels: text })
    const read = readDraft(levels("0 = 0\n500 = 0.8\n1000 = 1"))
    expect("definition" in read && read.definition.criteria[0]!.levels).toHaveLength(3)
    expect(problems(levels("0 = 0\n500"))["criteria.0.levels"]).toContain("one level per line")
    expect(problems(levels("0 = 0\n500 = 1"))["criteria.0.levels"]).toContain("end at 1000")
    expect(problems(levels("0 = 0\n1000 = 2"))["criteria.0.levels"]).toContain("between 0 and 1")
    expect(
      levelsWords({
        ...VALUE_AND_FEASIBILITY.criteria[0]!,
        levels: [
          { at: 0, value: 0 },
          { at: 1000, value: 1 },
        ],
      }),
    ).toBe("Value 0 at 0, 1 at 1,000")
  })
})

describe("a formula being written", () => {
  const formula = (patch: Partial<FrameworkDraft>): FrameworkDraft => ({
    ...draftOf(STARTS.formula!.framework),
    name: "Ours",
    ...patch,
  })

  it("is shown in words with its range, or with the reason at its field", () => {
    expect(checkFormula(formula({}))).toMatchObject({
      ok: true,
      words: "Value / Effort",
      range: "Lies between 0 and 10 on these scales.",
    })
    expect(checkFormula(formula({ expression: "value / efort" })).problems.expression).toContain(
      "Did you mean effort?",
    )
    const parts = [{ id: "p", name: "half", expression: "value / 0" }]
    const check = checkFormula(formula({ expression: "half + effort + value", parts }))
    expect(check).toMatchObject({ ok: true, range: "", warnings: [expect.stringContaining("“0” may be 0")] })
  })

  it("is published with its named parts, and refused at the field", () => {
    const parts = [{ id: "p", name: "half", expression: "value / 2" }]
    const read = readDraft(formula({ expression: "half / effort", parts }))
    expect("definition" in read && read.definition).toMatchObject({
      expression: "half / effort",
      definitions: [{ name: "half", expression: "value / 2" }],
    })
    expect(
      problems(formula({ expression: "half / effort", parts: [{ ...parts[0]!, expression: "half" }] })),
    ).toEqual({
      "definitions.0.expression": "“half” depends on itself: half → half",
    })
    expect(problems(formula({ expression: "" }))).toEqual({ expression: "Write a formula" })
    expect(keyOf("New", new Set(["new"]))).toBe("new_2")
  })

  it("keeps its thresholds as typed until they are numbers", () => {
    const draft = { ...draftOf(VALUE_EFFORT), thresholds: { value: "half", effort: "10" } }
    expect(problems(draft)).toEqual({ "thresholds.value": "Enter a number, such as 0 or 12.5" })
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
