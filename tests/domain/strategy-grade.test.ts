import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { gradeWords, type Measured, standingOf, summaryOf } from "@/server/strategy/domain/grade"
import { expectedOn, type Goal, progressOf } from "@/server/strategy/domain/progress"

const goal = (more: Partial<Goal> = {}): Goal & { rhythmDays: number } => ({
  direction: "decrease",
  baseline: "4.8",
  target: "4.08",
  rangeLow: null,
  rangeHigh: null,
  startDate: "2026-01-01",
  dueDate: "2026-07-01",
  rhythmDays: 30,
  ...more,
})
const range = (more: Partial<Goal> = {}) =>
  goal({ direction: "range", target: null, rangeLow: "2", rangeHigh: "5", baseline: "3", ...more })
const on = (measuredOn: string, value: string): Measured => ({ measuredOn, value })

describe("progress", () => {
  const number = fc.integer({ min: -1_000_000, max: 1_000_000 })

  it("is 0 at the baseline, 1 at the target, and beyond it above 1, whatever the direction", () => {
    fc.assert(
      fc.property(number, number, (from, to) => {
        fc.pre(from !== to)
        const direction = to > from ? "increase" : "decrease"
        const g = goal({ direction, baseline: String(from), target: String(to) })
        expect(progressOf(g, String(from))).toBe(0)
        expect(progressOf(g, String(to))).toBe(1)
        expect(progressOf(g, String(to + (to - from)))).toBe(2)
        expect(progressOf(g, String(from - (to - from)))).toBe(-1)
      }),
    )
  })

  it("grows with every step towards the target and is always a number", () => {
    fc.assert(
      fc.property(number, number, number, number, (from, to, a, b) => {
        const direction = to > from ? "increase" : "decrease"
        const g = goal({ direction, baseline: String(from), target: String(to) })
        const [x, y] = [progressOf(g, String(a)), progressOf(g, String(b))]
        expect(Number.isFinite(x)).toBe(true)
        if (from !== to && a !== b) expect(x > y).toBe(to > from ? a > b : a < b)
      }),
    )
  })

  it("of a target that equals the baseline is all or nothing", () => {
    const same = goal({ direction: "increase", baseline: "5", target: "5" })
    expect(progressOf(same, "5")).toBe(1)
    expect(progressOf(same, "4.9")).toBe(0)
    expect(progressOf(goal({ baseline: "5", target: "5" }), "5.1")).toBe(0)
  })

  it("of a range is 1 inside and the way to the nearest bound outside", () => {
    expect(progressOf(range(), "2")).toBe(1)
    expect(progressOf(range(), "5")).toBe(1)
    expect(progressOf(range(), "5.1")).toBe(0)
    expect(progressOf(range({ baseline: "10" }), "7.5")).toBe(0.5)
    expect(progressOf(range({ baseline: "10" }), "1")).toBe(0)
    expect(progressOf(range({ baseline: "0" }), "1")).toBe(0.5)
  })

  it("is expected along a straight line from start to due date", () => {
    expect(expectedOn(goal(), "2025-12-01")).toBe(0)
    expect(expectedOn(goal({ dueDate: "2026-01-11" }), "2026-01-06")).toBe(0.5)
    expect(expectedOn(goal(), "2026-08-01")).toBe(1)
    expect(expectedOn(goal({ dueDate: "2026-01-01" }), "2026-01-01")).toBe(1)
  })
})

describe("a grade", () => {
  const grade = (g: ReturnType<typeof goal>, latest: Measured | null, today: string) => {
    const { grade: word, state } = standingOf(g, latest, today)
    return `${word} ${state}`
  }

  it("follows the distance from the straight line on the day of the measurement", () => {
    // On 1 April half of the time has passed (90 of 181 days).
    expect(grade(goal(), on("2026-04-01", "4.5"), "2026-04-02")).toBe("on_track good")
    expect(grade(goal(), on("2026-04-01", "4.6"), "2026-04-02")).toBe("behind warning")
    expect(grade(goal(), on("2026-04-01", "4.8"), "2026-04-02")).toBe("off_track bad")
    expect(grade(goal(), on("2026-01-05", "5.5"), "2026-01-06")).toBe("off_track bad")
    expect(grade(goal(), on("2026-01-05", "4.8"), "2026-01-06")).toBe("on_track good")
  })

  it("is achieved once the target is met, missed when it is not by the due date", () => {
    expect(grade(goal(), on("2026-04-01", "4.08"), "2026-04-02")).toBe("achieved good")
    expect(grade(goal(), on("2026-04-01", "3"), "2026-04-02")).toBe("achieved good")
    expect(grade(goal(), on("2026-07-01", "4.09"), "2026-07-01")).toBe("missed bad")
    expect(grade(goal(), on("2026-06-20", "4.2"), "2026-07-02")).toBe("missed bad")
    expect(grade(goal(), on("2026-07-01", "4.08"), "2026-12-01")).toBe("achieved good")
  })

  it("of a range is on track while it is kept and achieved at the end only", () => {
    expect(grade(range(), on("2026-04-01", "4"), "2026-04-02")).toBe("on_track good")
    expect(grade(range(), on("2026-07-01", "4"), "2026-07-02")).toBe("achieved good")
    expect(grade(range(), on("2026-04-01", "6"), "2026-04-02")).toBe("off_track bad")
    expect(grade(range(), on("2026-07-01", "6"), "2026-07-02")).toBe("missed bad")
    expect(grade(range({ baseline: "10" }), on("2026-04-01", "7"), "2026-04-02")).toBe("on_track good")
  })

  it("says that nothing was measured, and never shows an old measurement in green", () => {
    expect(grade(goal(), null, "2026-01-20")).toBe("unmeasured unknown")
    const old = standingOf(goal(), on("2026-04-01", "4.08"), "2026-05-18")
    expect(old).toMatchObject({ grade: "achieved", state: "unknown", stale: true, ageDays: 47 })
    expect(gradeWords(old)).toBe("Achieved 47 days ago")
    expect(standingOf(goal(), on("2026-04-01", "4.08"), "2026-05-01").stale).toBe(false)
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), fc.integer({ min: -9, max: 9 }), (measured, later, value) => {
        const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)
        const g = goal()
        const standing = standingOf(g, on(day(measured), String(value)), day(measured + later))
        if (standing.stale) expect(standing.state).not.toBe("good")
        expect(standing.stale).toBe(
          standing.nextMeasureOn !== null && day(measured + later) > standing.nextMeasureOn,
        )
      }),
    )
  })

  it("owes measurements by its rhythm until the due date", () => {
    expect(standingOf(goal(), null, "2026-01-31")).toMatchObject({
      stale: false,
      nextMeasureOn: "2026-01-31",
    })
    expect(standingOf(goal(), null, "2026-02-01").stale).toBe(true)
    expect(standingOf(goal(), on("2026-06-25", "4.3"), "2026-06-26").nextMeasureOn).toBe("2026-07-01")
    expect(standingOf(goal(), on("2026-07-01", "4.3"), "2027-06-26")).toMatchObject({
      nextMeasureOn: null,
      stale: false,
    })
  })
})

describe("an objective", () => {
  it("stands as its worst key result and averages what is measured", () => {
    expect(summaryOf([])).toBeNull()
    const standings = [
      standingOf(goal(), on("2026-04-01", "4.08"), "2026-04-02"),
      standingOf(goal(), on("2026-04-01", "4.6"), "2026-04-02"),
      standingOf(goal(), null, "2026-01-20"),
    ]
    const summary = summaryOf(standings)
    expect(summary).toMatchObject({ grade: "behind", state: "warning", measured: 2, total: 3 })
    expect(summary?.progress).toBeCloseTo((1 + 0.2 / 0.72) / 2, 9)
    expect(summaryOf(standings.slice(2))).toMatchObject({ grade: "unmeasured", progress: null })
  })
})
