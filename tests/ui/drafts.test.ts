import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { draftStore } from "@/components/shell/draft-store"

/** What a browser keeps, with room for `room` characters. */
class Shelf implements Storage {
  readonly kept = new Map<string, string>()
  constructor(private readonly room = Number.POSITIVE_INFINITY) {}
  get length() {
    return this.kept.size
  }
  key = (index: number) => [...this.kept.keys()][index] ?? null
  getItem = (key: string) => this.kept.get(key) ?? null
  setItem = (key: string, value: string) => {
    if (value.length > this.room) throw new DOMException("Full", "QuotaExceededError")
    this.kept.set(key, value)
  }
  removeItem = (key: string) => void this.kept.delete(key)
  clear = () => this.kept.clear()
}

const ines = { workspaceId: "northmark", userId: "ines" }
const DAY = 86_400_000

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-10-13T07:40:00.000Z") })
  vi.stubGlobal("sessionStorage", new Shelf())
  vi.stubGlobal("localStorage", new Shelf())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe("a draft", () => {
  it("is kept until it is cleared", () => {
    const store = draftStore(ines, "risk 1", "tab")
    expect(store.read()).toBeUndefined()
    store.keep({ title: "Loss" })
    expect(draftStore(ines, "risk 1", "tab").read()).toEqual({ title: "Loss" })
    store.clear()
    expect(store.read()).toBeUndefined()
  })

  it("belongs to a person, a workspace, a thing and a place", () => {
    draftStore(ines, "risk 1", "tab").keep("mine")
    const others = [
      draftStore({ ...ines, userId: "tomasz" }, "risk 1", "tab"),
      draftStore({ ...ines, workspaceId: "other" }, "risk 1", "tab"),
      draftStore(ines, "risk 2", "tab"),
      draftStore(ines, "risk 1", "browser"),
      draftStore(ines, undefined, "tab"),
    ]
    expect(others.map((store) => store.read())).toEqual(others.map(() => undefined))
  })

  it("is gone after thirty days, also where nobody looks at it again", () => {
    draftStore(ines, "old", "tab").keep("old")
    vi.advanceTimersByTime(20 * DAY)
    draftStore(ines, "newer", "tab").keep("newer")
    vi.advanceTimersByTime(11 * DAY)
    const { kept } = sessionStorage as Shelf
    sessionStorage.setItem("somebody else's", "stays")
    expect(draftStore(ines, "old", "tab").read()).toBeUndefined()
    const next = new Shelf()
    for (const [key, value] of kept) next.setItem(key, value)
    vi.stubGlobal("sessionStorage", next)
    expect(draftStore(ines, "newer", "tab").read()).toBe("newer")
    expect(next.length).toBe(2)
  })

  it("that cannot be kept or read troubles nobody", () => {
    vi.stubGlobal("sessionStorage", new Shelf(10))
    const store = draftStore(ines, "long", "tab")
    store.keep("x".repeat(100))
    expect(store.read()).toBeUndefined()
    vi.stubGlobal("sessionStorage", undefined)
    store.keep("x")
    store.clear()
    expect(store.read()).toBeUndefined()
  })
})
