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
import { neighboursOf } from "@/components/backlog/prepare-trail"
import { createQueue } from "@/components/backlog/queue"
import { EMPTY_FILTER } from "@/server/backlog/domain/item-filter"
import { listed } from "./backlog-cards"

const rows = rowsOfPages(new Map([[0, ["a", "b", "c", "d"].map((id) => listed(id))]]))
const order = (from: typeof rows | null) =>
  from && [...from].sort(([a], [b]) => a - b).map(([, { id }]) => id)

describe("pages", () => {
  it("cover the rows on the screen, and always the first, which counts", () => {
    expect(pagesFor(0, 40)).toEqual([0])
    expect(pagesFor(90, 130)).toEqual([0, 1])
    expect(pagesFor(9_950, 9_990)).toEqual([0, 99])
    expect(pageInput(EMPTY_FILTER, 0)).toMatchObject({ offset: 0, limit: PAGE_SIZE, withTotal: true })
    expect(pageInput(EMPTY_FILTER, 3)).toMatchObject({ offset: 300, withTotal: false })
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
