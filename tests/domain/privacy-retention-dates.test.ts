import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addDays,
  addMonths,
  addPeriod,
  daysBetween,
  dueState,
  holdInForce,
  nextDue,
  periodWords,
} from "@/server/privacy/domain/retention-dates"
import { dateProblem, mayExecute, retentionRuleFields } from "@/server/privacy/domain/retention-rule"

const anyDay = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2200-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe("periods", () => {
  it.each([
    ["2026-01-31", 1, "months", "2026-02-28"],
    ["2028-01-31", 1, "months", "2028-02-29"],
    ["2024-02-29", 1, "years", "2025-02-28"],
    ["2024-02-29", 4, "years", "2028-02-29"],
    ["2026-10-31", 1, "months", "2026-11-30"],
    ["2026-12-31", 2, "months", "2027-02-28"],
    ["2026-03-29", 1, "days", "2026-03-30"],
    ["2026-12-31", 1, "days", "2027-01-01"],
    ["2024-02-28", 1, "days", "2024-02-29"],
    ["1900-01-31", 1, "months", "1900-02-28"],
    ["2000-01-31", 1, "months", "2000-02-29"],
    ["2026-05-15", 10, "years", "2036-05-15"],
    ["2026-05-15", 18, "months", "2027-11-15"],
  ] as const)("%s and %i %s later is %s", (day, amount, unit, expected) => {
    expect(addPeriod(day, { amount, unit })).toBe(expected)
  })

  it("never go back, and months keep their day where the month has it", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 600 }), (day, months) => {
        const later = addMonths(day, months)
        expect(later > day).toBe(true)
        expect(Number(later.slice(8)) <= Number(day.slice(8))).toBe(true)
        if (Number(day.slice(8)) <= 28) expect(later.slice(8)).toBe(day.slice(8))
        expect(daysBetween(day, addDays(day, months))).toBe(months)
      }),
    )
  })

  it("are written in words", () => {
    expect(periodWords({ amount: 1, unit: "years" })).toBe("1 year")
    expect(periodWords({ amount: 90, unit: "days" })).toBe("90 days")
  })
})

describe("the next due date", () => {
  const tenYears = { amount: 10, unit: "years" } as const
  const done = { outcome: "executed", doneOn: "2026-02-28", deferredTo: null } as const
  const refused = { outcome: "refused", doneOn: "2026-03-01", deferredTo: "2026-09-01" } as const

  it("comes from the start event, then from the last execution, or from the day of a refusal", () => {
    expect(nextDue("2016-02-29", tenYears, null, undefined)).toBe("2026-02-28")
    expect(nextDue("2016-02-29", tenYears, null, done)).toBe("2036-02-28")
    expect(nextDue("2016-02-29", tenYears, 3, done)).toBe("2026-05-28")
    expect(nextDue("2016-02-29", tenYears, 3, refused)).toBe("2026-09-01")
  })

  it("is overdue the day after, near within 30 days, and held whatever the date", () => {
    expect(dueState("2026-10-12", "2026-10-13", false)).toBe("overdue")
    expect(dueState("2026-10-13", "2026-10-13", false)).toBe("soon")
    expect(dueState("2026-11-12", "2026-10-13", false)).toBe("soon")
    expect(dueState("2026-11-13", "2026-10-13", false)).toBe("later")
    expect(dueState("2020-01-01", "2026-10-13", true)).toBe("held")
  })
})

describe("a legal hold", () => {
  const hold = { fromOn: "2026-10-01", untilOn: "2026-10-31", liftedAt: null }
  it("is in force from its first to its last day, unless lifted", () => {
    const days = ["2026-09-30", "2026-10-01", "2026-10-31", "2026-11-01"]
    expect(days.map((day) => holdInForce(hold, day))).toEqual([false, true, true, false])
    expect(holdInForce({ ...hold, untilOn: null }, "2099-01-01")).toBe(true)
    expect(holdInForce({ ...hold, liftedAt: "2026-10-02T00:00:00.000Z" }, "2026-10-15")).toBe(false)
  })

  it("keeps anything from being removed, but not from being reviewed", () => {
    expect(mayExecute("delete", true).ok).toBe(false)
    expect(mayExecute("anonymise", true).ok).toBe(false)
    expect(mayExecute("archive", true).ok).toBe(false)
    expect(mayExecute("review", true).ok).toBe(true)
    expect(mayExecute("delete", false).ok).toBe(true)
  })
})

describe("what is recorded", () => {
  it("was done in the past and is put off into the future", () => {
    expect(dateProblem("done", "2026-10-14", "2026-10-13")).toMatch(/future/)
    expect(dateProblem("done", "2026-10-13", "2026-10-13")).toBeUndefined()
    expect(dateProblem("deferred", "2026-10-13", "2026-10-13")).toMatch(/after today/)
  })

  it("has a period that makes sense", () => {
    const rule = {
      name: "x",
      classKey: null,
      purpose: "y",
      startEvent: "closed",
      periodUnit: "days",
      action: "delete",
    }
    const fits = (periodAmount: unknown) => retentionRuleFields.safeParse({ ...rule, periodAmount }).success
    expect([0, -1, 1.5, "3", 1, 36_500, 36_501].map(fits)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      false,
    ])
  })
})
