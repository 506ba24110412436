import { describe, expect, it } from "vitest"
import { excerptOf } from "@/components/backlog/list/prepare-excerpt"
import {
  movedRows,
  neighbourAt,
  PAGE_SIZE,
  pageInput,
  pageOfRows,
  pagesFor,
  rowsOfPages,
} from "@/components/backlog/list/prepare-pages"
import { rangeStep } from "@/components/backlog/list/prepare-range"
import { rowRange, rowsToDraw, topToShow } from "@/components/backlog/list/prepare-window"
import { neighboursOf } from "@/components/backlog/prepare-trail"
import { createQueue } from "@/components/backlog/queue"
import { EMPTY_VIEW } from "@/server/backlog/domain/item-view"
import { listed } from "./backlog-cards"

const rows = rowsOfPages(new Map([[0, ["a", "b", "c", "d"].map((id) => listed(id))]]))
const order = (from: typeof rows | null) =>
  from && [...from].sort(([a], [b]) => a - b).map(([, { id }]) => id)

describe("pages", () => {
  it("cover the rows on the screen, and always the first, which counts", () => {
    expect(pagesFor(0, 40)).toEqual([0])
    expect(pagesFor(90, 130)).toEqual([0, 1])
    expect(pagesFor(9_950, 9_990)).toEqual([0, 99])
    expect(pageInput(EMPTY_VIEW, 0)).toMatchObject({ offset: 0, limit: PAGE_SIZE, withTotal: true })
    expect(pageInput(EMPTY_VIEW, 3)).toMatchObject({ offset: 300, withTotal: false })
  })

  it("leave gaps where nothing is loaded", () => {
    const sparse = rowsOfPages(new Map([[5, [listed("x")]]]))
    expect([sparse.get(0), sparse.get(500)?.id]).toEqual([undefined, "x"])
  })
})

describe("moving a row", () => {
  it("shifts those between", () => {
    expect(order(movedRows(rows, 0, 2))).toEqual(["b", "c", "a", "d"])
    expect(order(movedRows(rows, 3, 0))).toEqual(["d", "a", "b", "c"])
  })

  it("is not guessed across rows that are not loaded", () => {
    expect(movedRows(rows, 0, 4)).toBeNull()
    expect(movedRows(rows, 9, 0)).toBeNull()
  })

  it("crosses pages", () => {
    const first = Array.from({ length: PAGE_SIZE }, (_, index) => listed(`p${index}`))
    const two = rowsOfPages(
      new Map([
        [0, first],
        [1, [listed("q0"), listed("q1")]],
      ]),
    )
    const moved = movedRows(two, PAGE_SIZE, PAGE_SIZE - 1)!
    expect(pageOfRows(moved, 0).at(-1)?.id).toBe("q0")
    expect(pageOfRows(moved, 1).map(({ id }) => id)).toEqual(["p99", "q1"])
  })

  it("names the row it lands beside", () => {
    expect(neighbourAt(rows, 0, 2)).toEqual({ afterId: "c" })
    expect(neighbourAt(rows, 3, 1)).toEqual({ afterId: "a" })
    expect(neighbourAt(rows, 3, 0)).toEqual({ beforeId: "a" })
    expect(neighbourAt(rows, 0, 40)).toBeNull()
  })
})

describe("extending the selection", () => {
  it("goes on where it ended, lets rows go on the way back, and begins anew elsewhere", () => {
    const down = rangeStep(null, 3, 4)
    expect(down).toEqual({ range: { from: 3, to: 4 }, back: false })
    const further = rangeStep(down.range, 4, 5)
    expect(further).toEqual({ range: { from: 3, to: 5 }, back: false })
    expect(rangeStep(further.range, 5, 4)).toEqual({ range: { from: 3, to: 4 }, back: true })
    expect(rangeStep({ from: 3, to: 3 }, 3, 2)).toEqual({ range: { from: 3, to: 2 }, back: false })
    expect(rangeStep(further.range, 9, 8)).toEqual({ range: { from: 9, to: 8 }, back: false })
    expect(rangeStep(further.range, 5, 5).back).toBe(false)
  })
})

describe("rows to draw", () => {
  it("are those on the screen and some beyond, whatever the length of the list", () => {
    expect(rowRange({ top: 0, height: 700 }, 35, 10_000)).toEqual({ first: 0, last: 35 })
    expect(rowRange({ top: 35_000, height: 700 }, 35, 10_000)).toEqual({ first: 985, last: 1035 })
    expect(rowRange({ top: 350_000, height: 700 }, 35, 10_000).last).toBe(9_999)
    expect(rowRange({ top: 0, height: 700 }, 35, 3)).toEqual({ first: 0, last: 2 })
  })

  it("are none of an empty list, and of one that shrank below the place it was scrolled to the last", () => {
    expect(rowsToDraw(rowRange({ top: 0, height: 700 }, 35, 0), -1)).toEqual([])
    expect(rowsToDraw(rowRange({ top: 9_000, height: 700 }, 35, 2), -1)).toEqual([1])
  })

  it("include the row that holds the focus", () => {
    expect(rowsToDraw({ first: 3, last: 5 }, 0)).toEqual([0, 3, 4, 5])
    expect(rowsToDraw({ first: 3, last: 5 }, 4)).toEqual([3, 4, 5])
    expect(rowsToDraw({ first: 3, last: 5 }, 9)).toEqual([3, 4, 5, 9])
  })

  it("are scrolled to only as far as needed, below the head", () => {
    const view = { top: 350, height: 380 }
    expect(topToShow(12, view, 35, 30)).toBe(350)
    expect(topToShow(2, view, 35, 30)).toBe(70)
    expect(topToShow(20, view, 35, 30)).toBe(385)
  })
})

describe("the summary of a description", () => {
  it("is plain words", () => {
    expect(excerptOf("# Why\n\n- [ ] **Cap** the `wait`\n- see [the run](http://x)")).toBe(
      "Why Cap the wait see the run",
    )
  })

  it("is cut at a word, and survives what is not Markdown", () => {
    const long = excerptOf("word ".repeat(200))
    expect(long.endsWith("word…")).toBe(true)
    expect(long.length).toBeLessThan(330)
    expect(excerptOf("*".repeat(5000))).toBeDefined()
    expect(excerptOf("")).toBe("")
  })
})

describe("the trail of a list", () => {
  const trail = { href: "/n/backlog", keys: ["A-1", "A-2", "A-3"] }

  it("knows previous and next, and the ends", () => {
    expect(neighboursOf(trail, "A-2")).toEqual({ previous: "A-1", next: "A-3", place: 2, of: 3 })
    expect(neighboursOf(trail, "A-1")?.previous).toBeNull()
    expect(neighboursOf(trail, "A-3")?.next).toBeNull()
  })

  it("knows nothing of an item opened by itself", () => {
    expect(neighboursOf(trail, "B-1")).toBeNull()
    expect(neighboursOf(null, "A-1")).toBeNull()
  })
})

describe("the queue", () => {
  it("runs work of one name in order, and goes on after a failure", async () => {
    const queue = createQueue()
    const seen: string[] = []
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const first = queue("a", async () => {
      await held
      seen.push("a1")
      throw new Error("refused")
    })
    const second = queue("a", async () => seen.push("a2"))
    const other = queue("b", async () => seen.push("b1"))
    await other
    release()
    await expect(first).rejects.toThrow("refused")
    await second
    expect(seen).toEqual(["b1", "a1", "a2"])
  })
})
