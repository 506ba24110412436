import { describe, expect, it } from "vitest"
import { decisionLook, decisionWords, ethicsState } from "@/components/privacy/ethics/prepare-ethics"
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
    const rows = [
      { state: "decided" as const, openConditions: 1 },
      { state: "due" as const, openConditions: 0 },
    ]
    expect(ethicsState(rows)).toBe("2 declared, 1 decided, 1 to be filled in, 1 condition is open.")
    expect(ethicsState([])).toBe("Nobody has declared a high impact yet.")
  })
})
