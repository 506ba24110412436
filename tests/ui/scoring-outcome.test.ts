import { describe, expect, it } from "vitest"
import { carrySentences } from "@/components/scoring/frameworks/prepare-carry"
import { choiceByLetter, criterionText, readEntry } from "@/components/scoring/grid/prepare-entry"
import { scoreTitle } from "@/components/scoring/grid/prepare-grid"
import { delaySentence, shareWords } from "@/components/scoring/outcome/prepare-outcome"
import { prepareFormula } from "@/components/scoring/prepare-formula"
import { endsWords, scaleWords } from "@/components/scoring/prepare-words"
import { KANO, MOSCOW } from "@/server/scoring/domain/built-in-classes"
import { TOPSIS } from "@/server/scoring/domain/built-in-comparisons"
import { WSJF } from "@/server/scoring/domain/built-in-frameworks"
import { nameScore } from "@/server/scoring/domain/format-score"
import { scoreInputs } from "@/server/scoring/domain/score"

const [moscowClass] = MOSCOW.criteria
const scored = (...given: Parameters<typeof scoreInputs>) => {
  const result = scoreInputs(...given)
  if (result.status !== "scored") throw new Error(result.status)
  return result
}

describe("answers in the grid", () => {
  it("are typed by name or beginning, chosen by letter, and shown by name", () => {
    const read = (typed: string) => readEntry(MOSCOW, moscowClass!, typed)
    expect(["Must", "sh", "WON'T", "2"].map(read)).toEqual([4, 3, 1, 2].map((value) => ({ ok: true, value })))
    expect(read("maybe")).toEqual({
      ok: false,
      message: "Class: choose Must, Should, Could, Won't, by its first letter",
    })
    expect(read("9")).toMatchObject({ ok: false })
    expect(choiceByLetter(moscowClass!, "w", null)).toBe(1)
    expect(criterionText(MOSCOW, moscowClass!, 4)).toBe("Must")
    expect(criterionText(WSJF, WSJF.criteria[0]!, 13)).toBe("13")
    expect(criterionText(MOSCOW, moscowClass!, null)).toBe("")
    expect(scaleWords(moscowClass!)).toBe("Must, Should, Could, Won't")
    expect(endsWords(moscowClass!)).toBe("Won't: Agreed not to do this time. Must: Without it, no delivery.")
  })

  it("come to a category, or say why not", () => {
    const answers = { functional: 5, dysfunctional: 1 }
    expect(nameScore("kano", scored(KANO, answers))).toBe("One-dimensional")
    expect(nameScore("moscow", scored(MOSCOW, { class: 3, effort: 2 }))).toBe("Should")
    const title = (...given: Parameters<typeof scoreInputs>) =>
      scoreTitle(given[0], given[1], scoreInputs(...given))
    expect(title(KANO, { functional: 5 })).toBe("Missing: If it is not there")
    expect(title(TOPSIS, { yearly_benefit: 1, people_served: 1, effort: 1 })).toContain("see the ranking")
    expect(title(MOSCOW, { class: 9, effort: 1 })).toContain("not on the scale")
  })
})

describe("a worked score", () => {
  it("stands as a fraction where one divides, else in the words of its method", () => {
    const wsjf = { business_value: 13, time_criticality: 8, risk_reduction: 8, job_size: 5 }
    expect(prepareFormula("wsjf", scored(WSJF, wsjf))).toMatchObject({
      score: "5.8",
      above: "13 + 8 + 8",
      below: "5",
    })
    expect(prepareFormula("moscow", scored(MOSCOW, { class: 4, effort: 2 }))).toMatchObject({
      score: "Must",
      above: "Must, 2 person-days",
      below: null,
    })
  })
})

describe("a list as a whole", () => {
  it("is told in a sentence", () => {
    const outcome = {
      kind: "delay" as const,
      unit: "thousand EUR per week",
      items: 3,
      weeks: 9,
      byScore: 234,
      byHand: 338,
    }
    expect(delaySentence(outcome)).toBe(
      "One after the other, these 3 items take 9 weeks. Waiting costs 234 thousand EUR in the order of the score and 338 in the manual order: 104 (31 %) less.",
    )
    expect(delaySentence({ ...outcome, byHand: 234 })).toContain("the same as in the manual order")
    expect(shareWords({ label: "Must", items: 1, effort: 70, share: 0.7 }, "person-days")).toBe(
      "70 person-days, 1 item",
    )
    expect(shareWords({ label: "Won't", items: 2, effort: 7, share: null }, "")).toBe(
      "7, 2 items, not counted",
    )
  })

  it("says what carrying would do", () => {
    const report = { scores: 3, items: 2, scorers: 2, complete: 1, already: 1, left: 1 }
    expect(carrySentences(report)).toEqual([
      "3 scores of 2 items by 2 people can be carried over.",
      "2 scores will lack a criterion until it is scored.",
      "1 score stays: the person has scored the item under the latest version.",
      "Nothing of 1 score fits.",
    ])
    const none = { scores: 0, items: 0, scorers: 0, complete: 0, already: 0, left: 0 }
    expect(carrySentences(none)).toEqual(["There are no scores under the earlier version."])
  })
})
