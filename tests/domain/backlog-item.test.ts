import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calendarDate, isCalendarDate } from "@/server/backlog/domain/calendar-date"
import {
  CLOSED_STATUSES,
  createItemSchema,
  ITEM_STATUSES,
  isClosed,
  OPEN_STATUSES,
  updateItemSchema,
} from "@/server/backlog/domain/item"
import { describeMove, wouldCreateCycle } from "@/server/backlog/domain/item-rules"
import { parseQuarter, quarterOf, shiftQuarter } from "@/server/backlog/domain/quarter"
import { compareRanks, rankBetween, ranksBetween } from "@/server/backlog/domain/rank"

const problems = (input: unknown) =>
  createItemSchema.safeParse(input).error?.issues.map((issue) => issue.message) ?? []

describe("a new item", () => {
  it("needs only a title", () => {
    expect(createItemSchema.parse({ title: "  Why do Saturday promises miss?  " })).toEqual({
      title: "Why do Saturday promises miss?",
      description: "",
      type: "story",
      status: "idea",
      ownerId: null,
      productId: null,
      labels: [],
      estimate: null,
      dueDate: null,
      quarter: null,
      parentId: null,
      custom: {},
    })
  })

  it.each<[string, object, string]>([
    ["an empty title", { title: "   " }, "Give the item a title"],
    ["a long title", { title: "x".repeat(301) }, "301 characters; at most 300"],
    ["a long description", { description: "x".repeat(100_001) }, "at most 100,000"],
    ["a NUL character", { description: "a\0b" }, "NUL"],
    ["half a character", { title: "a\ud800" }, "surrogate"],
    ["21 labels", { labels: Array.from({ length: 21 }, (_, n) => `l${n}`) }, "at most 20 labels"],
    ["a long label", { labels: ["x".repeat(51)] }, "at most 50"],
    ["a label with a comma", { labels: ["a,b"] }, "comma"],
    ["a negative estimate", { estimate: -1 }, "zero or more"],
    ["a huge estimate", { estimate: 10_001 }, "at most 10000"],
    ["30 February", { dueDate: "2026-02-30" }, "YYYY-MM-DD"],
    ["a date of another form", { dueDate: "1.3.2026" }, "YYYY-MM-DD"],
    ["a parent that is no id", { parentId: "FUL-1" }, "UUID"],
    [
      "101 custom fields",
      { custom: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`f${n}`, "x"])) },
      "at most 100 custom",
    ],
    ["a nameless custom field", { custom: { " ": "x" } }, ""],
  ])("refuses %s", (_, change, part) => {
    const found = problems({ title: "A", ...change })
    expect(found.length).toBeGreaterThan(0)
    expect(found.join()).toContain(part)
  })

  it("takes each label once", () => {
    expect(createItemSchema.parse({ title: "A", labels: ["gps", " gps ", "late"] }).labels).toEqual([
      "gps",
      "late",
    ])
  })

  it("an update changes only what it names, and something", () => {
    const id = "018f4a3e-7c3a-7000-8000-000000000001"
    expect(updateItemSchema.parse({ id, version: 3, changes: { status: "done" } }).changes).toEqual({
      status: "done",
    })
    expect(updateItemSchema.safeParse({ id, version: 3, changes: {} }).success).toBe(false)
  })
})

describe("statuses", () => {
  it("are open or closed", () => {
    expect([...OPEN_STATUSES, ...CLOSED_STATUSES]).toEqual([...ITEM_STATUSES])
    expect(isClosed("dropped")).toBe(true)
    expect([
      describeMove("review", "done"),
      describeMove("done", "doing"),
      describeMove("idea", "doing"),
    ]).toEqual(["closed", "reopened", "moved"])
  })
})

describe("calendar dates", () => {
  it("knows leap years", () => {
    expect(calendarDate(2024, 2, 29)).toBe("2024-02-29")
    expect(calendarDate(2100, 2, 29)).toBeNull()
    expect(calendarDate(2026, 13, 1)).toBeNull()
    expect(isCalendarDate("2026-12-31")).toBe(true)
    expect(isCalendarDate("2026-12-31T00:00")).toBe(false)
  })

  it("agrees with Date for every day", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-01-01"), max: new Date("2999-12-31"), noInvalidDate: true }),
        (date) => {
          expect(isCalendarDate(date.toISOString().slice(0, 10))).toBe(true)
        },
      ),
    )
  })
})

describe("parents", () => {
  const parents: Record<string, string | null> = { c: "b", b: "a", a: null, x: "y", y: "x" }
  const cycle = (id: string, parent: string | null) => wouldCreateCycle((one) => parents[one], id, parent)

  it("an item may not become its own ancestor", () => {
    expect(cycle("a", "c")).toBe(true)
    expect(cycle("a", "a")).toBe(true)
    expect(cycle("c", "a")).toBe(false)
    expect(cycle("a", null)).toBe(false)
    expect(cycle("a", "unknown")).toBe(false)
  })

  it("ends even when the stored parents already are a cycle", () => {
    expect(cycle("a", "x")).toBe(true)
  })
})

describe("ranks", () => {
  it("always lie strictly between their neighbours, and a move changes one of them", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }), (moves) => {
        const rows = ranksBetween(null, null, 8).map((rank, n) => ({ id: `${n}`, rank }))
        for (const [from, to] of moves) {
          rows.sort(compareRanks)
          const before = rows.map(({ rank }) => rank)
          const [moved] = rows.splice(from % rows.length, 1)
          const at = to % (rows.length + 1)
          const [low, high] = [rows[at - 1]?.rank ?? null, rows[at]?.rank ?? null]
          moved!.rank = rankBetween(low, high)
          if (low !== null) expect(moved!.rank > low).toBe(true)
          if (high !== null) expect(moved!.rank < high).toBe(true)
          rows.splice(at, 0, moved!)
          expect([...rows].sort(compareRanks)).toEqual(rows)
          expect(rows.filter(({ rank }) => !before.includes(rank)).length).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it("come in ascending runs", () => {
    const ranks = ranksBetween("a1", "a2", 1000)
    expect(ranks).toHaveLength(1000)
    expect(["a1", ...ranks, "a2"].every((rank, n, all) => n === 0 || all[n - 1]! < rank)).toBe(true)
    expect(ranksBetween(null, null, 0)).toEqual([])
  })

  it("refuses equal or reversed neighbours", () => {
    expect(() => rankBetween("a1", "a1")).toThrow(RangeError)
    expect(() => ranksBetween("a2", "a1", 3)).toThrow(RangeError)
  })

  it("orders equal ranks by id", () => {
    expect(compareRanks({ rank: "a1", id: "2" }, { rank: "a1", id: "1" })).toBe(1)
    expect(compareRanks({ rank: "Zz", id: "2" }, { rank: "a0", id: "1" })).toBe(-1)
  })
})

describe("a quarter", () => {
  it("is a year from 2000 to 2100 and one of four", () => {
    const quarters = ["2000-Q1", "2026-Q4", "2100-Q4"]
    for (const quarter of quarters)
      expect(createItemSchema.parse({ title: "x", quarter }).quarter).toBe(quarter)
    for (const quarter of ["2026-Q5", "1999-Q4", "2101-Q1", "2026Q4", "Q4", "2026-q4", ""])
      expect(createItemSchema.safeParse({ title: "x", quarter }).success).toBe(false)
  })

  it.each([
    ["2026 q4", "2026-Q4"],
    ["Q1 2027", "2027-Q1"],
    ["q3/26", "2026-Q3"],
    ["Q4'25", "2025-Q4"],
    ["2026-5", null],
    ["1999-Q1", null],
  ])("is read from %j as %j", (text, quarter) => expect(parseQuarter(text)).toBe(quarter))

  it("counts on over the year's end", () => {
    expect(quarterOf("2026-11-21")).toBe("2026-Q4")
    expect(shiftQuarter("2026-Q4", 1)).toBe("2027-Q1")
    expect(shiftQuarter("2026-Q1", -5)).toBe("2024-Q4")
    expect(shiftQuarter("2100-Q4", 1)).toBeNull()
  })
})
