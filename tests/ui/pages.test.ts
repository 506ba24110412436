import { describe, expect, it } from "vitest"
import { askedRows, pagesAround } from "@/components/shell/prepare-pages"

describe("pages of a long list", () => {
  it("are read from the address, and what it cannot mean is the first one", () => {
    expect(askedRows(new URLSearchParams("page=3"))).toEqual({ offset: 100, limit: 50 })
    expect(askedRows(new URLSearchParams("items=2"), { rows: 25, name: "items" })).toMatchObject({
      offset: 25,
    })
    for (const nonsense of ["", "page=0", "page=-4", "page=1.5", "page=two", "page=2001", "page=1e9"]) {
      expect(askedRows(new URLSearchParams(nonsense)).offset).toBe(0)
    }
  })

  it("say which rows are shown and which pages are beside", () => {
    expect(pagesAround(0, 1204)).toEqual({ words: "1 to 50 of 1,204", previous: null, next: 2 })
    expect(pagesAround(1200, 1204)).toEqual({ words: "1,201 to 1,204 of 1,204", previous: 24, next: null })
    expect(pagesAround(0, 50)).toMatchObject({ previous: null, next: null })
  })

  it("lead back from a page that a shorter list no longer has", () => {
    expect(pagesAround(500, 60)).toEqual({ words: "60 in all", previous: 2, next: null })
  })
})
