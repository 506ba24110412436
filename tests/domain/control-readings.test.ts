import { describe, expect, it } from "vitest"
import { reviewReading } from "@/server/access/domain/review-reading"
import { checkReading } from "@/server/dod/domain/check-reading"
import { counted } from "@/server/kernel/domain/counted"
import { readingWords, worstOf } from "@/server/privacy/domain/control-reading"
import {
  assessmentReading,
  maskingReading,
  recordReading,
  retentionReading,
} from "@/server/privacy/domain/own-readings"

const TODAY = "2026-10-13"

describe("the gravest of readings", () => {
  it("puts what cannot be seen after gaps and before what holds", () => {
    expect(worstOf(["good", "unknown"])).toBe("unknown")
    expect(worstOf(["unknown", "warning"])).toBe("warning")
    expect(worstOf(["warning", "bad", "good"])).toBe("bad")
    expect(worstOf([])).toBeUndefined()
    expect(readingWords(false, "two", counted(1204, "rule"))).toBe("Two, 1,204 rules")
  })
})

describe("what a control shows", () => {
  it.each([
    [{ inUse: 0, approved: 0, incomplete: 0, overdue: 0 }, "unknown", "No entry in the record yet"],
    [{ inUse: 1, approved: 1, incomplete: 0, overdue: 0 }, "good", "1 of 1 entry approved"],
    [
      { inUse: 7, approved: 5, incomplete: 2, overdue: 1 },
      "warning",
      "5 of 7 entries approved, 2 incomplete, 1 review overdue",
    ],
    [
      { inUse: 2, approved: 2, incomplete: 0, overdue: 2 },
      "warning",
      "2 of 2 entries approved, 2 reviews overdue",
    ],
    [{ inUse: 2, approved: 0, incomplete: 0, overdue: 0 }, "bad", "0 of 2 entries approved"],
  ] as const)("of the record: %o", (facts, state, words) => {
    expect(recordReading(facts)).toEqual({ state, words })
  })

  it.each([
    [{ overdue: 0, held: 0, onTime: 0, uncovered: 0 }, "unknown", "No rule is applied to data yet"],
    [
      { overdue: 0, held: 0, onTime: 0, uncovered: 2 },
      "unknown",
      "No rule is applied to data yet, no rule for 2 assets with personal data",
    ],
    [{ overdue: 1, held: 0, onTime: 3, uncovered: 0 }, "bad", "1 overdue, 3 on time"],
    [
      { overdue: 0, held: 1, onTime: 3, uncovered: 1 },
      "warning",
      "0 overdue, 3 on time, 1 under a legal hold, no rule for 1 asset with personal data",
    ],
    [{ overdue: 0, held: 1, onTime: 0, uncovered: 0 }, "good", "0 overdue, 0 on time, 1 under a legal hold"],
  ] as const)("of retention: %o", (facts, state, words) => {
    expect(retentionReading(facts)).toEqual({ state, words })
  })

  it.each([
    [{ roles: 0, rules: 0, fields: 0, classified: 0 }, "unknown", "No warehouse role yet"],
    [
      { roles: 0, rules: 0, fields: 5, classified: 4 },
      "unknown",
      "No warehouse role yet, classified fields 4 of 5",
    ],
    [
      { roles: 1, rules: 0, fields: 0, classified: 0 },
      "unknown",
      "1 role, 0 rules; no field is classified as personal yet",
    ],
    [
      { roles: 3, rules: 42, fields: 41, classified: 36 },
      "warning",
      "3 roles, 42 rules; classified fields 36 of 41",
    ],
    [{ roles: 1, rules: 0, fields: 4, classified: 4 }, "good", "1 role, 0 rules; classified fields 4 of 4"],
  ] as const)("of masking: %o", (facts, state, words) => {
    expect(maskingReading(facts)).toEqual({ state, words })
  })

  it.each([
    [
      { due: 0, approved: 0, unscreened: 0, unadvised: 0 },
      "unknown",
      "No screening asks for an assessment yet",
    ],
    [
      { due: 0, approved: 0, unscreened: 2, unadvised: 0 },
      "warning",
      "No screening asks for an assessment yet, 2 not screened",
    ],
    [{ due: 3, approved: 3, unscreened: 0, unadvised: 0 }, "good", "3 of 3 assessments due are approved"],
    [{ due: 3, approved: 1, unscreened: 0, unadvised: 0 }, "warning", "1 of 3 assessments due are approved"],
    [{ due: 2, approved: 0, unscreened: 0, unadvised: 0 }, "bad", "0 of 2 assessments due are approved"],
    [
      { due: 2, approved: 2, unscreened: 1, unadvised: 1 },
      "bad",
      "2 of 2 assessments due are approved, 1 high risk without the authority's advice, 1 not screened",
    ],
  ] as const)("of impact assessments: %o", (facts, state, words) => {
    expect(assessmentReading(facts)).toEqual({ state, words })
  })

  it.each([
    [{ last: null, running: 0, overdue: 0 }, "unknown", "No review is completed yet"],
    [{ last: null, running: 1, overdue: 1 }, "bad", "No review is completed yet, 1 review past the due date"],
    [
      { last: { closedOn: "2026-09-12", lines: 1, answered: 1 }, running: 1, overdue: 0 },
      "good",
      "Last review closed 12 Sep 2026, 1 of 1 line answered by a person, 1 review under way",
    ],
    [
      { last: { closedOn: "2026-09-12", lines: 44, answered: 41 }, running: 0, overdue: 0 },
      "warning",
      "Last review closed 12 Sep 2026, 41 of 44 lines answered by a person",
    ],
    [
      { last: { closedOn: "2025-10-12", lines: 4, answered: 4 }, running: 0, overdue: 0 },
      "warning",
      "Last review closed 12 Oct 2025, 4 of 4 lines answered by a person, none in the last 12 months",
    ],
  ] as const)("of access reviews: %o", (facts, state, words) => {
    expect(reviewReading(facts, TODAY)).toEqual({ state, words })
  })

  it.each([
    [
      { published: 0, requiredIn: 0, asked: 0, met: 0, doneWithout: 0 },
      "unknown",
      "No Definition of Done is published",
    ],
    [
      { published: 3, requiredIn: 0, asked: 4, met: 4, doneWithout: 0 },
      "bad",
      "Required in 0 of 3 Definitions of Done, met on 4 of 4 checklists",
    ],
    [
      { published: 3, requiredIn: 1, asked: 0, met: 0, doneWithout: 0 },
      "warning",
      "Required in 1 of 3 Definitions of Done, asked on no checklist yet",
    ],
    [
      { published: 1, requiredIn: 1, asked: 0, met: 0, doneWithout: 0 },
      "unknown",
      "Required in 1 of 1 Definition of Done, asked on no checklist yet",
    ],
    [
      { published: 1, requiredIn: 1, asked: 12, met: 9, doneWithout: 0 },
      "good",
      "Required in 1 of 1 Definition of Done, met on 9 of 12 checklists",
    ],
    [
      { published: 1, requiredIn: 1, asked: 12, met: 9, doneWithout: 2 },
      "bad",
      "Required in 1 of 1 Definition of Done, met on 9 of 12 checklists, 2 done without it",
    ],
  ] as const)("of a check: %o", (facts, state, words) => {
    expect(checkReading(facts)).toEqual({ state, words })
  })
})
