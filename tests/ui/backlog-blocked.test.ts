import { describe, expect, it } from "vitest"
import { blockedRequests, blockedWords, MOST_ASKED } from "@/components/backlog/prepare-blocked"

describe("what shown items wait for", () => {
  it("is asked once per item, and only for new ones", () => {
    const first = blockedRequests([], ["a", "b", "a"])
    expect(first).toEqual([["a", "b"]])
    expect(blockedRequests(first, ["b", "a"])).toBe(first)
    expect(blockedRequests(first, ["b", "c"])).toEqual([["a", "b"], ["c"]])
    expect(blockedRequests([["a", "b"], ["c"]], ["c"])).toEqual([["c"]])
    expect(blockedRequests(first, [])).toEqual([])
    const many = Array.from({ length: MOST_ASKED + 1 }, (_, n) => `${n}`)
    expect(blockedRequests([], many).map(({ length }) => length)).toEqual([MOST_ASKED, 1])
  })

  it("is said by name, by number when there are several, and without names of what may not be seen", () => {
    const words = (blockedBy: number, keys: string[]) => blockedWords({ id: "x", blockedBy, keys })
    expect(words(1, ["NM-12"])).toEqual({ text: "Blocked by NM-12", all: "Waits for NM-12" })
    expect(words(5, ["NM-1", "NM-2", "NM-3"])).toEqual({
      text: "Blocked by 5",
      all: "Waits for NM-1, NM-2, NM-3 and 2 more",
    })
    expect(words(1, [])).toEqual({ text: "Blocked by 1", all: "Waits for 1 you may not see" })
  })
})
