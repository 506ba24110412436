import { describe, expect, it } from "vitest"
import { judgementProblems } from "@/components/dpia/assessment/prepare-judgement"
import { NOT_ESTIMATED } from "@/server/dpia/domain/risk"

const blank = { status: 0 as const, comment: "", plan: "", residual: NOT_ESTIMATED }

describe("a judgement, before it is sent", () => {
  it("says what it is, and what has to be fixed", () => {
    const problems = judgementProblems("2.1.211")
    expect(problems(blank)).toEqual({ status: "Choose how it is judged" })
    expect(problems({ ...blank, status: 1, comment: "  " })).toEqual({ comment: "Say what has to be fixed" })
    expect(problems({ ...blank, status: 1, comment: "A reason is missing" })).toEqual({})
    expect(problems({ ...blank, status: 3 })).toEqual({})
  })

  it("says what is to be improved, and of a risk what remains then", () => {
    const plan = "Say in the action plan what is to be improved"
    expect(judgementProblems("2.1.211")({ ...blank, status: 2 })).toEqual({ plan })
    const ofRisk = judgementProblems("3.2")
    const improvable = { ...blank, status: 2 as const, plan: "Sign the updates" }
    expect(ofRisk({ ...improvable, residual: { severity: 2, likelihood: 0 } })).toEqual({
      plan: "Estimate severity and likelihood with the action plan",
    })
    expect(ofRisk({ ...improvable, residual: { severity: 2, likelihood: 1 } })).toEqual({})
    expect(judgementProblems("2.1.211")(improvable)).toEqual({})
  })
})
