import { describe, expect, it } from "vitest"
import {
  assessmentsInput,
  assessmentsState,
  filterParams,
  screeningsState,
  waitsOn,
} from "@/components/dpia/list/prepare-lists"

describe("one line about the lists", () => {
  it("counts over all that was found, not over a page", () => {
    expect(assessmentsState({ total: 1204, waiting: 1, high: 30 }, false)).toBe(
      "1,204 assessments, 1 waits for approval, 30 with a high risk that remains.",
    )
    expect(assessmentsState({ total: 1, waiting: 0, high: 0 }, true)).toBe("1 assessment found.")
    expect(assessmentsState({ total: 0, waiting: 0, high: 0 }, true)).toBe("Nothing fits the filters.")
    expect(screeningsState({ total: 1500, owing: 1200 }, false)).toBe(
      "1,500 products and items, 1,200 owe a declaration or a screening.",
    )
    expect(screeningsState({ total: 2, owing: 0 }, true)).toBe("2 products and items found.")
  })
})

describe("the lists", () => {
  it("read of an address what they understand", () => {
    const params = new URLSearchParams("q= parcel &state=approved&state=odd&product=x&page=3")
    expect(assessmentsInput(params)).toEqual({
      filter: { search: "parcel", states: ["approved"], productIds: [] },
      offset: 100,
      limit: 50,
    })
    expect(assessmentsInput(new URLSearchParams("page=-1")).offset).toBe(0)
    expect(filterParams({ search: "", states: ["approved"] }).toString()).toBe("state=approved")
  })

  it("say who it waits on", () => {
    const author = { id: "i", name: "Ines" }
    expect(waitsOn({ state: "changes_asked", author })).toBe("Ines")
    expect(waitsOn({ state: "in_review", author })).toBe("Data protection officer")
    expect(waitsOn({ state: "approved", author })).toBeNull()
  })
})
