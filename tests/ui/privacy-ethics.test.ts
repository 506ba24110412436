import { describe, expect, it } from "vitest"
import {
  decisionLook,
  decisionWords,
  ethicsInput,
  ethicsParams,
  ethicsState,
} from "@/components/privacy/ethics/prepare-ethics"
import { ALL_ETHICS_QUESTIONS, checkpointObstacle } from "@/server/privacy/domain/ethics"

const answers = Object.fromEntries(ALL_ETHICS_QUESTIONS.map((question) => [question, "Said"]))

describe("the ethics canvas", () => {
  it("says what keeps it from being handed in", () => {
    const filled = { answers, outcome: "go" as const, reason: "Fine", conditions: [] }
    expect(ALL_ETHICS_QUESTIONS).toHaveLength(10)
    expect(checkpointObstacle(filled)).toBeNull()
    expect(checkpointObstacle({ ...filled, answers: { ...answers, sunset: "" } })).toBe(
      "1 of 10 questions is open: Sunset",
    )
    expect(checkpointObstacle({ ...filled, outcome: null })).toBe("Propose a decision")
    expect(checkpointObstacle({ ...filled, outcome: "conditions" })).toMatch(/Add a condition/)
  })

  it("tells a decision from a proposal", () => {
    expect(decisionWords("due", "no_go")).toBe("No-go, proposed")
    expect(decisionWords("decided", "conditions")).toBe("Go with conditions")
    expect(decisionWords("not_needed", "go")).toBeNull()
    expect(decisionLook("decided", "no_go")).toBe("bad")
    expect(decisionLook("decided", "go")).toBe("good")
  })

  it("counts in one line what is due", () => {
    const counted = { total: 1204, decided: 1, toFill: 1, openConditions: 1 }
    expect(ethicsState(counted, false)).toBe(
      "1,204 declared, 1 decided, 1 to be filled in, 1 condition is open.",
    )
    const none = { total: 0, decided: 0, toFill: 0, openConditions: 0 }
    expect(ethicsState(none, false)).toBe("Nobody has declared a high impact yet.")
    expect(ethicsState(none, true)).toBe("Nothing fits the filters.")
  })

  it("keeps page and filter of the list in the address", () => {
    const input = ethicsInput(new URLSearchParams("q=churn&state=nonsense&state=due&page=4"))
    expect(input).toEqual({ filter: { search: "churn", states: ["due"] }, offset: 150, limit: 50 })
    expect(ethicsParams(input.filter).toString()).toBe("q=churn&state=due")
  })
})
