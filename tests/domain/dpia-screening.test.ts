import { describe, expect, it } from "vitest"
import {
  CRITERIA,
  LEGAL_CASES,
  SCREENING_QUESTIONS,
  type ScreeningAnswers,
  screeningVerdict,
  unanswered,
  verdictReason,
} from "@/server/dpia/domain/screening"
import { isOverride, mayDecide, usualDecision } from "@/server/dpia/domain/screening-decision"
import { SCREENING_GUIDE } from "@/server/dpia/domain/screening-guide"

const word = (yes: boolean) => (yes ? "yes" : "no")

function answersOf(criteria: number, cases: number, listed: boolean, exempt: boolean): ScreeningAnswers {
  const bits = (names: readonly string[], mask: number) =>
    names.map((name, index) => [name, word((mask & (1 << index)) !== 0)])
  return Object.fromEntries([
    ...bits(CRITERIA, criteria),
    ...bits(LEGAL_CASES, cases),
    ["authority_list", word(listed)],
    ["exemption_list", word(exempt)],
  ])
}

/** The rule as the reference states it, written down apart from the code. */
function expected(criteria: number, cases: number, listed: boolean) {
  if (cases > 0 || listed) return "REQUIRED"
  const met = criteria.toString(2).replaceAll("0", "").length
  if (met >= 2) return "LIKELY_REQUIRED"
  return met === 1 ? "CONSIDER" : "NOT_INDICATED"
}

describe("the verdict of a screening", () => {
  it("follows the rule for all 2^9 criteria × 2^3 legal cases × both lists", () => {
    let seen = 0
    for (let criteria = 0; criteria < 512; criteria++) {
      for (let cases = 0; cases < 8; cases++) {
        for (const listed of [false, true]) {
          for (const exempt of [false, true]) {
            const verdict = screeningVerdict(answersOf(criteria, cases, listed, exempt))
            if (verdict !== expected(criteria, cases, listed)) {
              expect({ criteria, cases, listed, exempt, verdict }).toBe(expected(criteria, cases, listed))
            }
            seen++
          }
        }
      }
    }
    expect(seen).toBe(512 * 8 * 4)
  })

  it("is none until everything is answered, whatever was answered", () => {
    const all = answersOf(511, 7, true, true)
    for (const question of SCREENING_QUESTIONS) {
      const { [question]: _, ...rest } = all
      expect(screeningVerdict(rest)).toBeUndefined()
      expect(verdictReason(rest)).toBeUndefined()
      expect(unanswered(rest)).toEqual([question])
    }
    expect(unanswered({})).toHaveLength(14)
  })

  it("says why", () => {
    expect(verdictReason(answersOf(0, 4, true, false))).toContain("Art. 35(3)")
    expect(verdictReason(answersOf(3, 0, true, false))).toContain("Art. 35(4)")
    expect(verdictReason(answersOf(7, 0, false, true))).toContain("3 of nine")
    expect(verdictReason(answersOf(1, 0, false, false))).toContain("One of nine")
    expect(verdictReason(answersOf(0, 0, false, false))).toContain("None of the nine")
  })
})

describe("the decision on a verdict", () => {
  const nothing = { decision: null, reason: "", dpoView: "" }
  const none = { ...nothing, decision: "none" as const }

  it("needs no word where it is usual, and one where the verdict leaves it open", () => {
    expect(usualDecision("CONSIDER")).toBeNull()
    expect(mayDecide("REQUIRED", nothing).ok).toBe(true)
    expect(mayDecide("LIKELY_REQUIRED", nothing).ok).toBe(true)
    expect(mayDecide("NOT_INDICATED", nothing).ok).toBe(true)
    expect(mayDecide("CONSIDER", nothing).ok).toBe(false)
    expect(mayDecide("CONSIDER", { ...nothing, decision: "assess" }).ok).toBe(true)
    expect(mayDecide("CONSIDER", none).ok).toBe(false)
    expect(mayDecide("CONSIDER", { ...none, reason: "Twelve people" }).ok).toBe(true)
  })

  it("departs from “likely” with a reason and the officer's view only, and from “required” never", () => {
    expect(isOverride("LIKELY_REQUIRED", "none")).toBe(true)
    expect(isOverride("CONSIDER", "none")).toBe(false)
    expect(mayDecide("LIKELY_REQUIRED", none)).toMatchObject({ reason: expect.stringContaining("reason") })
    expect(mayDecide("LIKELY_REQUIRED", { ...none, reason: "On the list" })).toMatchObject({
      reason: expect.stringContaining("data protection officer"),
    })
    expect(mayDecide("LIKELY_REQUIRED", { ...none, dpoView: "Agreed" }).ok).toBe(false)
    expect(mayDecide("LIKELY_REQUIRED", { ...none, reason: "On the list", dpoView: "Agreed" }).ok).toBe(true)
    expect(mayDecide("REQUIRED", { ...none, reason: "On the list", dpoView: "Agreed" }).ok).toBe(false)
  })

  it("has guidance and an example for every question", () => {
    for (const question of SCREENING_QUESTIONS) {
      const { question: asked, guidance, example } = SCREENING_GUIDE[question]
      expect(asked.endsWith("?")).toBe(true)
      expect(guidance.length).toBeGreaterThan(30)
      expect(example.length).toBeGreaterThan(10)
    }
  })
})
