import { describe, expect, it } from "vitest"
import {
  byRegulation,
  coverWords,
  regulationsState,
  usedBy,
} from "@/components/privacy/regulations/prepare-regulations"
import { controlSchema } from "@/server/privacy/domain/obligation"
import { STARTER_OBLIGATIONS } from "@/server/privacy/domain/starter-obligations"

const row = (controlIds: string[], nextReviewOn: string | null = null) => ({ controlIds, nextReviewOn })

describe("the regulation register", () => {
  it("names gaps and overdue reviews in one line, and is no legal advice", () => {
    const rows = [row(["a"], "2026-10-12"), row([], "2026-10-13")]
    expect(regulationsState(rows, "2026-10-13")).toBe(
      "2 obligations, 1 without a control, 1 with a legal review overdue. Not legal advice.",
    )
    expect(regulationsState([row(["a"])], "2026-10-13")).toBe("1 obligation, all covered. Not legal advice.")
    expect(coverWords(0)).toBe("No control")
    expect(usedBy(rows, "a")).toBe(1)
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
