import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  monthTicks,
  roundTicks,
  rowsOf,
  type TimeSeries,
  valueSpan,
} from "@/components/charts/prepare-series"
import { coverageState, domainsOf } from "@/components/strategy/coverage/prepare-coverage"
import {
  emptyKeyResult,
  fieldsOf,
  keyResultProblems,
  previewOf,
  withTypedGoal,
} from "@/components/strategy/objectives/prepare-key-result-form"
import { newObjective, objectiveProblems } from "@/components/strategy/objectives/prepare-objective-form"
import { objectiveGrade, objectivesState, percentWords } from "@/components/strategy/prepare-strategy"
import {
  barPlace,
  moneyWords,
  quarterSums,
  roadmapState,
  shownQuarters,
  totalOf,
} from "@/components/strategy/roadmap/prepare-roadmap"
import {
  filterInitiatives,
  parseRoadmapFilter,
  roadmapParams,
} from "@/components/strategy/roadmap/prepare-roadmap-filter"
import { addDecimals, plainDecimal } from "@/server/strategy/domain/decimal"
import type { InitiativeRow } from "@/server/strategy/domain/initiative-row"
import { addQuarters, quartersFrom } from "@/server/strategy/domain/quarter"

describe("the form of a key result", () => {
  const empty = emptyKeyResult("2026-10-13")

  it("is filled by a typed goal, and shows it back as one sentence", () => {
    const read = withTypedGoal(empty, "Reduce churn by 15 % in six months")!
    expect(read).toMatchObject({
      metric: "Churn",
      aim: "decrease_by",
      percent: "15",
      amount: "6",
      timeUnit: "month",
    })
    expect(previewOf(read)).toBeNull()
    expect(keyResultProblems(read)).toEqual({ baseline: "Give a number" })
    const complete = { ...read, baseline: "4.8", unit: "%" }
    expect(previewOf(complete)).toEqual({
      sentence: "Reduce churn by 15 % in six months",
      figures: "4.8 % → 4.08 %",
      dueDate: "2027-04-13",
    })
    expect(fieldsOf(complete).target).toEqual({ kind: "relative", direction: "decrease", percent: "15" })
    expect(withTypedGoal(empty, "Customers trust us")).toBeNull()
  })

  it("says at the field what is wrong", () => {
    const form = {
      ...empty,
      metric: "Churn",
      baseline: "4.8",
      aim: "decrease_to" as const,
      value: "5",
      amount: "six",
    }
    expect(keyResultProblems(form)["due.amount"]).toBe("Give a whole number, such as 6")
    expect(keyResultProblems({ ...form, amount: "6" })).toEqual({
      "target.value": "To decrease it, the target lies below the baseline",
    })
    expect(keyResultProblems({ ...form, dueKind: "date", dueDate: "2026-10-13", value: "4" })).toEqual({
      "due.date": "The due date comes after the start",
    })
  })

  it("is sent with its objective only when something of it was typed", () => {
    const form = {
      title: "T",
      description: "",
      ownerId: null,
      domainId: null,
      draft: false,
      keyResult: empty,
    }
    expect(newObjective(form)).toMatchObject({ periodEnd: "2027-04-13", keyResults: [], state: "active" })
    expect(objectiveProblems(form)).toEqual({})
    const half = { ...form, title: "", keyResult: { ...empty, metric: "Churn" } }
    expect(objectiveProblems(half)).toMatchObject({ title: "State the objective", baseline: "Give a number" })
    const open = { ...form, keyResult: { ...empty, dueKind: "date" as const, dueDate: "" } }
    expect(Object.keys(objectiveProblems(open))).toEqual(["due.date"])
  })
})

describe("the words of the strategy", () => {
  it("count what stands well and badly", () => {
    const counts = { total: 4, active: 3, good: 1, warning: 1, bad: 0 }
    expect(objectivesState(counts, false)).toBe(
      "4 objectives, 3 active: 1 on track, 1 behind, 1 without a fresh measurement.",
    )
    expect(objectivesState({ ...counts, total: 1, active: 0, good: 0, warning: 0 }, true)).toBe(
      "1 objective matches, 0 active.",
    )
    expect(objectivesState({ ...counts, total: 0 }, true)).toBe("No objective matches.")
    expect(percentWords(-0.204)).toBe("−20 %")
    expect(objectiveGrade({ state: "draft", summary: null, keyResults: [] })).toEqual({
      state: "later",
      words: "Draft",
    })
    expect(objectiveGrade({ state: "active", summary: null, keyResults: [] }).words).toBe("No key result yet")
  })

  it("name the gaps on both sides of the map", () => {
    const facts = { products: 8, orphanProducts: 1, objectives: 4, orphanObjectives: 1, items: 12 }
    expect(coverageState(facts)).toBe(
      "4 objectives and 8 products: 1 objective nobody works on, 1 product without an objective, 12 open items without an objective.",
    )
    expect(coverageState({ ...facts, orphanProducts: 0, orphanObjectives: 0, items: 0 })).toBe(
      "4 objectives and 8 products, everything is covered.",
    )
    expect(domainsOf(new URLSearchParams("domain=x&domain=y"))).toEqual([])
  })
})

const initiative = (more: Partial<InitiativeRow> = {}): InitiativeRow => ({
  id: "1",
  name: "Win-back list",
  sponsor: null,
  owner: null,
  objective: null,
  keyResult: null,
  startQuarter: "2026-Q4",
  endQuarter: "2027-Q1",
  version: 1,
  funding: { asked: "100", approved: "50.01", spent: "0.3" },
  spentBy: [{ quarter: "2026-Q4", amount: "0.3" }],
  open: null,
  warnings: [],
  ...more,
})

describe("the roadmap", () => {
  it("shows every initiative's quarters and at least five from now", () => {
    const far = initiative({ startQuarter: "2025-Q4", endQuarter: "2028-Q1" })
    expect(shownQuarters([], "2026-10-13")).toEqual(quartersFrom("2026-Q4", "2027-Q4"))
    expect(shownQuarters([far], "2026-10-13")).toEqual(quartersFrom("2025-Q4", "2028-Q1"))
    expect(barPlace(initiative(), "2026-Q3")).toEqual({ column: 2, span: 2 })
  })

  it("spreads what is asked over the quarters, to the cent", () => {
    const quarters = quartersFrom("2026-Q4", "2027-Q1")
    expect(quarterSums([initiative()], quarters)).toEqual({
      asked: ["50", "50"],
      approved: ["25.01", "25"],
      spent: ["0.3", "0"],
    })
    const money = fc.nat(99_999_999).map((cents) => plainDecimal((cents / 100).toFixed(2)))
    const any = fc.tuple(money, fc.nat(8), fc.nat(7)).map(([asked, start, length]) => {
      const startQuarter = addQuarters("2026-Q1", start)
      const funding = { asked, approved: "0", spent: "0" }
      return initiative({ startQuarter, endQuarter: addQuarters(startQuarter, length), funding, spentBy: [] })
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (rows) => {
        const sums = quarterSums(rows, shownQuarters(rows, "2026-02-01"))
        expect(addDecimals(...sums.asked)).toBe(totalOf(rows, "asked"))
      }),
    )
  })

  it("is filtered by sponsor, quarter, state and words, which the address holds", () => {
    const ann = { id: "ann", name: "Ann Arden" }
    const rows = [
      initiative({ id: "1", sponsor: ann }),
      initiative({ id: "2", name: "Consent register", startQuarter: "2027-Q2", endQuarter: "2027-Q3" }),
      initiative({
        id: "3",
        name: "Old list",
        startQuarter: "2025-Q1",
        endQuarter: "2025-Q2",
        warnings: [{ kind: "sponsor", text: "No sponsor" }],
      }),
    ]
    const shown = (query: string) =>
      filterInitiatives(rows, parseRoadmapFilter(new URLSearchParams(query)), {
        today: "2026-10-13",
        me: "ann",
      }).map(({ id }) => id)
    expect(shown("")).toEqual(["1", "2", "3"])
    expect([shown("sponsor=me"), shown("sponsor=none")]).toEqual([["1"], ["2", "3"]])
    expect(shown("quarter=2027-Q1&quarter=2027-Q3")).toEqual(["1", "2"])
    expect([shown("state=over"), shown("state=planned&state=warning")]).toEqual([["3"], ["2", "3"]])
    expect([shown("q=list"), shown("q=arden+WIN"), shown("q=nothing")]).toEqual([["1", "3"], ["1"], []])
    expect(shown("state=nonsense&quarter=soon")).toEqual(["1", "2", "3"])
    const held = new URLSearchParams("initiative=1&q=old&state=over")
    const filter = { ...parseRoadmapFilter(held), search: "win back", sponsors: ["none"] }
    expect(roadmapParams(held, filter).toString()).toBe("initiative=1&q=win+back&sponsor=none&state=over")
    expect(roadmapState(rows.slice(0, 1), null, 3)).toBe("1 of 3 initiatives.")
    expect(roadmapState([], null, 3)).toBe("None of 3 initiatives matches.")
  })

  it("says in one line what waits and what is spent", () => {
    expect(moneyWords("18250.5")).toBe("18,250.50")
    expect(roadmapState([], null)).toBe("No initiative yet.")
    const warned = initiative({ warnings: [{ kind: "sponsor", text: "No sponsor" }] })
    expect(roadmapState([warned, initiative()], "EUR")).toBe(
      "2 initiatives, 1 with a warning. 0.60 of 100.02 EUR approved is spent.",
    )
  })
})

describe("a chart", () => {
  const series: TimeSeries = {
    name: "Churn",
    unit: "%",
    today: "2026-10-13",
    points: [{ day: "2026-08-01", value: 4.7 }],
    expected: [
      { day: "2026-07-01", value: 4.8 },
      { day: "2027-01-01", value: 4.08 },
    ],
  }

  it("joins both lines by day and leaves room around the values", () => {
    expect(rowsOf(series)).toEqual([
      { at: Date.UTC(2026, 6, 1), expected: 4.8 },
      { at: Date.UTC(2026, 7, 1), value: 4.7 },
      { at: Date.UTC(2027, 0, 1), expected: 4.08 },
    ])
    const [low, high] = valueSpan(series)
    expect(low).toBeLessThan(4.08)
    expect(high).toBeGreaterThan(4.8)
    expect(valueSpan({ ...series, points: [], expected: undefined })).toEqual([0, 1])
    expect(monthTicks(Date.UTC(2026, 6, 1), Date.UTC(2027, 0, 1))).toHaveLength(6)
  })

  it("has round steps inside its span, whatever the values", () => {
    expect(roundTicks([4, 5])).toEqual([4, 4.5, 5])
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        (low, width) => {
          const ticks = roundTicks([low, low + width])
          expect(ticks.length).toBeGreaterThan(0)
          expect(ticks.length).toBeLessThan(12)
        },
      ),
    )
  })
})
