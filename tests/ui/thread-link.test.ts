import { describe, expect, it } from "vitest"
import { firstWaiting, threadSummary } from "@/server/products/domain/thread-link"
import { fourLinks } from "./thread-links"

const states = (...all: ("good" | "warning" | "bad" | "unknown" | "later")[]) =>
  all.map((state) => ({ state }))

describe("threadSummary", () => {
  it("counts what holds and names the rest", () => {
    expect(threadSummary(states("good", "good", "warning", "later"))).toBe("2 of 4 links hold, 1 slack")
    expect(threadSummary(states("good", "warning", "warning", "bad", "unknown"))).toBe(
      "1 of 5 links holds, 2 slack, 1 cut, 1 without data",
    )
  })

  it("reads well at the ends", () => {
    expect(threadSummary([])).toBe("No links yet")
    expect(threadSummary(states("good"))).toBe("1 of 1 link holds")
    expect(threadSummary(states("later"))).toBe("0 of 1 link holds")
  })
})

describe("firstWaiting", () => {
  it("is the first in the order of the thread, or nothing", () => {
    expect(firstWaiting(fourLinks)?.id).toBe("dpia")
    expect(firstWaiting([])).toBeUndefined()
  })
})
