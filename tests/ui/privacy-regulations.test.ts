import { describe, expect, it } from "vitest"
import {
  byRegulation,
  checkOptions,
  coverOf,
  regulationsState,
  shownBy,
  usedBy,
} from "@/components/privacy/regulations/prepare-regulations"
import type { ReadingState } from "@/server/privacy/domain/control-reading"
import { controlSchema } from "@/server/privacy/domain/obligation"
import { STARTER_OBLIGATIONS } from "@/server/privacy/domain/starter-obligations"

const row = (controlIds: string[], nextReviewOn: string | null = null) => ({ controlIds, nextReviewOn })
const control = (id: string, state: ReadingState) => ({ id, reading: { state } })
const CONTROLS = [
  ...[control("a", "good"), control("b", "good"), control("w", "warning"), control("u", "unknown")],
  ...[control("x", "bad"), control("y", "bad")],
]
const CHECKS = [{ id: "retention-set", label: "Retention set" }]

describe("the regulation register", () => {
  it("names gaps and overdue reviews in one line, and is no legal advice", () => {
    const rows = [row(["a"], "2026-10-12"), row([], "2026-10-13")]
    expect(regulationsState(rows, CONTROLS, "2026-10-13")).toBe(
      "2 obligations: 1 holds, 1 without a control, 1 with a legal review overdue. Not legal advice.",
    )
    const many = [
      row(["a"]),
      row(["a", "b"]),
      row(["a", "w"]),
      row(["x"]),
      row(["u", "x"]),
      row(["u"]),
      row([]),
    ]
    expect(regulationsState(many, CONTROLS, "2026-10-13")).toBe(
      "7 obligations: 2 hold, 1 has gaps, 2 do not hold, 1 not measured, 1 without a control. Not legal advice.",
    )
    expect(usedBy(rows, "a")).toBe(1)
  })

  it.each([
    [[], "bad", "No control"],
    [["a"], "good", "1 control holds"],
    [["a", "b"], "good", "2 controls hold"],
    [["a", "u"], "unknown", "2 controls, 1 not measured"],
    [["u"], "unknown", "1 control, not measured"],
    [["a", "u", "w"], "warning", "3 controls, 1 has gaps"],
    [["x"], "bad", "1 control, does not hold"],
    [["a", "x"], "bad", "2 controls, 1 does not hold"],
    [["w", "x", "y"], "bad", "3 controls, 2 do not hold"],
  ])("says of the controls %j what the gravest shows: %s", (controlIds, state, words) => {
    expect(coverOf({ controlIds }, CONTROLS)).toEqual({ state, words })
  })

  it("names the check that a control stands on, also when it is gone", () => {
    expect(shownBy({ kind: "dod_check", checkId: "retention-set" }, CHECKS)).toBe(
      "Definition of Done check: Retention set",
    )
    expect(shownBy({ kind: "dod_check", checkId: null }, CHECKS)).toBe("Definition of Done check")
    expect(shownBy({ kind: "dod_check", checkId: "old" }, CHECKS)).toBe("Definition of Done check: old")
    expect(checkOptions(CHECKS, "retention-set")).toHaveLength(1)
    expect(checkOptions(CHECKS, "old")).toContainEqual({ value: "old", label: "old" })
    const parsed = controlSchema.parse({ name: "Plan", kind: "dpia", checkId: "retention-set" })
    expect(parsed.checkId).toBeNull()
  })

  it("has a starter set with a source for each article, none twice", () => {
    const names = STARTER_OBLIGATIONS.map(({ regulation, article }) => `${regulation} ${article}`)
    expect(new Set(names).size).toBe(names.length)
    expect(STARTER_OBLIGATIONS.every(({ source }) => URL.canParse(source))).toBe(true)
    expect(byRegulation(STARTER_OBLIGATIONS).map(([regulation]) => regulation)).toEqual(["GDPR", "CCPA"])
  })

  it("wants an address for evidence outside", () => {
    expect(controlSchema.safeParse({ name: "Plan", kind: "manual" }).success).toBe(false)
    expect(controlSchema.safeParse({ name: "Plan", kind: "dpia" }).success).toBe(true)
  })
})
