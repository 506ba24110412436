import { describe, expect, it } from "vitest"
import {
  definitionOf,
  inputOf,
  type KeyResultFields,
  keyResultSchema,
} from "@/server/strategy/domain/key-result"
import { endOf } from "@/server/strategy/domain/period"
import { addQuarters, quarterOf, quartersBetween, quartersFrom } from "@/server/strategy/domain/quarter"
import { readGoal } from "@/server/strategy/domain/read-goal"
import { figuresOf, sentenceOf } from "@/server/strategy/domain/sentence"

const churn: KeyResultFields = {
  metric: "Churn",
  unit: "%",
  baseline: "4.8",
  target: { kind: "relative", direction: "decrease", percent: "15" },
  startDate: "2026-10-01",
  due: { kind: "duration", amount: 6, unit: "month" },
}
const define = (more: Partial<KeyResultFields> = {}) =>
  definitionOf(keyResultSchema.parse({ ...churn, ...more }))

function problems(more: Partial<KeyResultFields>): string[] {
  const parsed = keyResultSchema.safeParse({ ...churn, ...more })
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)
}

describe("a key result", () => {
  it("keeps what was said and derives the figures exactly", () => {
    const definition = define()
    expect(definition).toMatchObject({
      relativePercent: "15",
      target: "4.08",
      dueDate: "2027-04-01",
      durationAmount: 6,
      durationUnit: "month",
    })
    expect(sentenceOf(definition)).toBe("Reduce churn by 15 % in six months")
    expect(figuresOf(definition)).toBe("4.8 % → 4.08 %")
    const again = inputOf({ ...definition, ownerId: null, rhythmDays: 30 })
    expect(definitionOf(keyResultSchema.parse(again))).toEqual(definition)
  })

  it("is shown back as a sentence in every form", () => {
    const date = { kind: "date", date: "2027-03-31" } as const
    const to = { kind: "absolute", direction: "increase", value: "1250000" } as const
    expect(sentenceOf(define({ metric: "NPS", unit: "", target: to, due: date }))).toBe(
      "Increase NPS to 1,250,000 by 31 Mar 2027",
    )
    const range = { kind: "range", low: "2", high: "5" } as const
    const kept = { metric: "Backlog age", unit: "days", target: range }
    expect(sentenceOf(define({ ...kept, due: date }))).toBe(
      "Keep backlog age between 2 and 5 days until 31 Mar 2027",
    )
    expect(sentenceOf(define({ ...kept, due: { kind: "duration", amount: 1, unit: "year" } }))).toBe(
      "Keep backlog age between 2 and 5 days for one year",
    )
  })

  it("is refused with the field and the remedy", () => {
    const absolute = (value: string, direction: "increase" | "decrease" = "decrease") => ({
      target: { kind: "absolute", direction, value } as const,
    })
    expect(problems(absolute("4.80"))).toEqual([
      "target.value: The target equals the baseline, so there is nothing to reach",
    ])
    expect(problems(absolute("5"))).toEqual([
      "target.value: To decrease it, the target lies below the baseline",
    ])
    expect(problems(absolute("4", "increase"))).toEqual([
      "target.value: To increase it, the target lies above the baseline",
    ])
    expect(problems({ baseline: "0" })).toEqual([
      "target.percent: A share of a baseline of 0 is 0. Give the target itself",
    ])
    expect(problems({ target: { kind: "relative", direction: "decrease", percent: "-15" } })).toHaveLength(1)
    expect(problems({ target: { kind: "relative", direction: "decrease", percent: "101" } })).toEqual([
      "target.percent: Give at most 100 %",
    ])
    expect(problems({ target: { kind: "range", low: "5", high: "5" } })).toEqual([
      "target.high: The upper bound lies above the lower one",
    ])
    expect(problems({ due: { kind: "date", date: "2026-10-01" } })).toEqual([
      "due.date: The due date comes after the start",
    ])
    expect(problems({ due: { kind: "date", date: "2026-02-30" } })).toEqual([
      "due.date: Give the date as YYYY-MM-DD, a day that exists",
    ])
    expect(problems({ due: { kind: "duration", amount: 0, unit: "month" } })).toHaveLength(1)
    expect(problems({ baseline: "99999999999999999999" })).toHaveLength(1)
    expect(problems({ metric: "  " })).toEqual(["metric: Name what is measured"])
  })
})

describe("a duration", () => {
  it("ends on the same day of a later month, or on the last one", () => {
    expect(endOf("2026-08-31", { amount: 6, unit: "month" })).toBe("2027-02-28")
    expect(endOf("2023-11-30", { amount: 1, unit: "quarter" })).toBe("2024-02-29")
    expect(endOf("2024-02-29", { amount: 1, unit: "year" })).toBe("2025-02-28")
    expect(endOf("2026-12-28", { amount: 2, unit: "week" })).toBe("2027-01-11")
  })
})

describe("quarters", () => {
  it("count on over years", () => {
    expect(quarterOf("2026-12-31")).toBe("2026-Q4")
    expect(addQuarters("2026-Q4", 1)).toBe("2027-Q1")
    expect(addQuarters("2026-Q1", -1)).toBe("2025-Q4")
    expect(quartersBetween("2026-Q3", "2027-Q2")).toBe(3)
    expect(quartersFrom("2026-Q4", "2027-Q1")).toEqual(["2026-Q4", "2027-Q1"])
  })
})

describe("a typed goal", () => {
  it("is read as it is said", () => {
    expect(readGoal("Reduce churn by 15 % in six months")).toEqual({
      metric: "Churn",
      direction: "decrease",
      target: { kind: "relative", percent: "15" },
      duration: { amount: 6, unit: "month" },
    })
    expect(readGoal("Increase repeat purchases to 42 % within 2 quarters")).toEqual({
      metric: "Repeat purchases",
      direction: "increase",
      target: { kind: "absolute", value: "42" },
      unit: "%",
      duration: { amount: 2, unit: "quarter" },
    })
    expect(readGoal("cut late parcels from 310 to 200")).toEqual({
      metric: "Late parcels",
      direction: "decrease",
      baseline: "310",
      target: { kind: "absolute", value: "200" },
    })
    expect(readGoal("Keep backlog age between 2 and 5 days for one year")).toEqual({
      metric: "Backlog age",
      direction: "range",
      target: { kind: "range", low: "2", high: "5" },
      unit: "days",
      duration: { amount: 1, unit: "year" },
    })
  })

  it("is left alone when it is no figure", () => {
    expect(readGoal("Customers trust our promise")).toBeNull()
    expect(readGoal("Reduce complexity")).toBeNull()
    expect(readGoal("")).toBeNull()
  })
})
