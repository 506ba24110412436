import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { guessDateOrder, parseDate } from "@/server/backlog/domain/import/parse-date"
import { parseEstimate } from "@/server/backlog/domain/import/parse-number"

describe("dates of other tools", () => {
  it.each([
    ["2026-10-13", "2026-10-13"],
    ["2026-10-13T23:40:00.000Z", "2026-10-13"],
    ["2026-10-13 07:40:12+02:00", "2026-10-13"],
    ["2026/1/5", "2026-01-05"],
    ["20261013", "2026-10-13"],
    ["12/Mar/24 9:41 AM", "2024-03-12"],
    ["12/Mär/24", "2024-03-12"],
    ["6/21/2025 16:14", "2025-06-21"],
    ["21/6/2025", "2025-06-21"],
    ["21.06.2025", "2025-06-21"],
    ["03.04.2025", "2025-04-03"],
    ["5/5/2025", "2025-05-05"],
    ["13 October 2026", "2026-10-13"],
    ["Oct 13, 2026", "2026-10-13"],
    ["October 1st, 2026", "2026-10-01"],
    ["1. août 2026", "2026-08-01"],
    [" 31-Dec-99 ", "1999-12-31"],
  ])("%s is %s", (text, date) => {
    expect(parseDate(text, null)).toEqual({ ok: true, date })
  })

  it.each([
    ["tomorrow", "is not a date"],
    ["2026-02-30", "not a day that exists"],
    ["12/Foo/24", "not a day that exists"],
    ["13/13/2025", "not a day when read day first"],
    ["", "is not a date"],
    ["45123", "is not a date"],
  ])("%j is refused", (text, part) => {
    const parsed = parseDate(text, null)
    expect(parsed).toMatchObject({ ok: false, ambiguous: false })
    expect(JSON.stringify(parsed)).toContain(part)
  })

  it("day and month that could be either wait for the column or a person", () => {
    expect(parseDate("3/4/2025", null)).toMatchObject({ ok: false, ambiguous: true })
    expect(parseDate("3/4/2025", "day_first")).toEqual({ ok: true, date: "2025-04-03" })
    expect(parseDate("3/4/2025", "month_first")).toEqual({ ok: true, date: "2025-03-04" })
    expect(parseDate("6/21/2025", "day_first")).toMatchObject({ ok: false })
  })

  it("one value proves the order of a column", () => {
    expect(guessDateOrder(["3/4/2025", "6/21/2025 16:14", "2025-01-01"])).toEqual({
      order: "month_first",
      ambiguous: 1,
      conflict: false,
    })
    expect(guessDateOrder(["3/4/2025", "21/6/2025", "21.06.2025"])).toEqual({
      order: "day_first",
      ambiguous: 1,
      conflict: false,
    })
    expect(guessDateOrder(["3/4/2025", "21.06.2025"])).toEqual({ order: null, ambiguous: 1, conflict: false })
    expect(guessDateOrder(["21/6/2025", "6/21/2025"])).toEqual({ order: null, ambiguous: 0, conflict: true })
  })

  it("never throws and only gives days that exist", () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^\d{1,4}[-/. ]\w{1,4}[-/. ]\d{1,4}( \d{1,2}:\d\d)?$/),
    )
    fc.assert(
      fc.property(
        text,
        fc.constantFrom("day_first" as const, "month_first" as const, null),
        (value, order) => {
          const parsed = parseDate(value, order)
          if (parsed.ok) expect(new Date(parsed.date).toISOString().slice(0, 10)).toBe(parsed.date)
        },
      ),
    )
  })

  // A pattern that tries every way to split such a cell would not come back before the test's time limit.
  it("a long cell is refused", () => {
    for (const text of [
      "1".repeat(100_000),
      `1/${" ".repeat(100_000)}`,
      "a ".repeat(50_000),
      `1 ${"é".repeat(100_000)}`,
    ])
      expect(parseDate(text, null).ok).toBe(false)
  })
})

describe("estimates", () => {
  it.each([
    ["3", 3],
    [" 0.5 ", 0.5],
    ["0,5", 0.5],
    ["3.0", 3],
    ["1e2", 100],
    ["-0", 0],
    [".5", 0.5],
  ])("%j is %d", (text, value) => {
    expect(parseEstimate(text)).toEqual({ ok: true, value })
  })

  it.each(["", "abc", "1,000", "-1", "10001", "NaN", "Infinity", "0x10", "1e999", "3 points"])(
    "%j is refused",
    (text) => {
      expect(parseEstimate(text).ok).toBe(false)
    },
  )
})
