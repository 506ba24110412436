import { describe, expect, it } from "vitest"
import { comparedEntries, readPair } from "@/components/dpia/compare/prepare-compare"

describe("comparing versions", () => {
  it("reads the pair of an address", () => {
    expect(readPair(new URLSearchParams("from=1&to=present"))).toEqual({ from: 1, to: "present" })
    expect(readPair(new URLSearchParams("from=0&to=2"))).toBeUndefined()
  })

  it("marks the paragraphs that only one side has", () => {
    const entry = { section: "1.1", title: "Q", before: "a\n\nb\nb", after: "a\nb\nc", changed: true }
    const [compared] = comparedEntries([entry, { ...entry, changed: false }], true)
    expect(compared?.before.map(({ changed }) => changed)).toEqual([false, false, true])
    expect(compared?.after.map(({ text, changed }) => (changed ? text : null))).toEqual([null, null, "c"])
    expect(comparedEntries([{ ...entry, changed: false }], true)).toEqual([])
  })
})
