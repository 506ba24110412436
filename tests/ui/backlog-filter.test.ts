import { describe, expect, it } from "vitest"
import {
  ariaSort,
  dueFromValues,
  dueValues,
  exportAllHref,
  exportHref,
  filterHref,
  isFiltered,
  listState,
  nextSort,
  orderable,
  sortPhrase,
  sortPlace,
  withoutFilters,
} from "@/components/backlog/prepare-filter"
import { filterFields } from "@/components/backlog/prepare-filter-fields"
import {
  EMPTY_FILTER,
  type ItemFilter,
  parseFilter,
  serialiseFilter,
} from "@/server/backlog/domain/item-filter"

const filter = (change: Partial<ItemFilter>): ItemFilter => ({ ...EMPTY_FILTER, ...change })

describe("the state line", () => {
  it("counts what is shown of all, and names the order", () => {
    expect(listState(EMPTY_FILTER, 212, undefined)).toBe("212 items, in manual order")
    expect(listState(filter({ labels: ["carrier"] }), 26, 1212)).toBe("26 of 1,212 items, in manual order")
    expect(listState(EMPTY_FILTER, 12, undefined, "labels")).toBe(
      "12 items, grouped by each of their labels, in manual order",
    )
    expect(listState(filter({ sort: [{ field: "due", dir: "desc" }] }), 1, undefined)).toBe(
      "1 item, by due date, latest first",
    )
  })

  it("does not claim to know all before it does", () => {
    expect(listState(filter({ search: "x" }), 3, undefined)).toBe("3 items, in manual order")
  })
})

describe("moving items", () => {
  it("is possible in manual order, also under filters", () => {
    expect(orderable(filter({ statuses: ["doing"] })).ok).toBe(true)
    expect(orderable(filter({ sort: [{ field: "rank", dir: "asc" }] })).ok).toBe(true)
  })

  it("is not while sorted or searching, and says why", () => {
    expect(orderable(filter({ sort: [{ field: "title", dir: "asc" }] }))).toEqual({
      ok: false,
      reason: "Sorted by title, so items cannot be moved",
    })
    expect(orderable(filter({ sort: [{ field: "rank", dir: "desc" }] })).ok).toBe(false)
    expect(orderable(filter({ search: "carrier" })).ok).toBe(false)
    expect(orderable(EMPTY_FILTER, "owner")).toEqual({
      ok: false,
      reason: "Grouped by owner, so items cannot be moved",
    })
  })
})

describe("a column head", () => {
  it("sorts, reverses, and goes back to manual order", () => {
    const once = nextSort([], "title")
    const twice = nextSort(once, "title")
    expect([once, twice, nextSort(twice, "title")]).toEqual([
      [{ field: "title", dir: "asc" }],
      [{ field: "title", dir: "desc" }],
      [],
    ])
    expect(nextSort(once, "rank")).toEqual([])
  })

  it("sorts by one more with Shift, by three at most", () => {
    const one = nextSort([], "due", true)
    const two = nextSort(one, "key", true)
    expect(two).toEqual([
      { field: "due", dir: "asc" },
      { field: "key", dir: "asc" },
    ])
    expect(nextSort(two, "due", true)[0]).toEqual({ field: "due", dir: "desc" })
    expect(nextSort(nextSort(two, "due", true), "due", true)).toEqual([{ field: "key", dir: "asc" }])
    expect(nextSort(nextSort(two, "title", true), "owner", true)).toHaveLength(3)
    expect(sortPlace(filter({ sort: two }), "key")).toEqual({ dir: "asc", place: 2 })
    expect(sortPhrase(filter({ sort: two }))).toBe("by due date, soonest first, then key")
    expect(sortPhrase(filter({ sort: [{ field: "custom.Team", dir: "desc" }] }))).toBe("by Team, high to low")
  })

  it("tells the direction to assistive technology", () => {
    expect(ariaSort(EMPTY_FILTER, "rank")).toBe("ascending")
    expect(ariaSort(filter({ sort: [{ field: "title", dir: "desc" }] }), "title")).toBe("descending")
    expect(ariaSort(filter({ sort: [{ field: "title", dir: "desc" }] }), "rank")).toBeUndefined()
  })
})

describe("addresses", () => {
  it("hold the filter, and nothing when there is none", () => {
    expect(filterHref("/n/backlog", EMPTY_FILTER)).toBe("/n/backlog")
    const href = filterHref("/n/backlog", filter({ search: "a & b", sort: [{ field: "due", dir: "desc" }] }))
    expect(href).toBe("/n/backlog?q=a+%26+b&sort=-due")
    expect(parseFilter(new URL(href, "http://x").searchParams).search).toBe("a & b")
  })

  it("name the workspace in a download, which carries no header", () => {
    const done = serialiseFilter(filter({ statuses: ["done"] }))
    expect(exportHref("northmark", done, "xlsx")).toBe(
      "/api/v1/exports/items.xlsx?status=done&fields=view&workspace=northmark",
    )
    expect(exportAllHref("northmark")).toBe("/api/v1/exports/items.csv?workspace=northmark")
  })

  it("keep the order when filters are cleared", () => {
    const sorted = filter({ search: "x", sort: [{ field: "due", dir: "asc" }] })
    expect(isFiltered(sorted)).toBe(true)
    expect(withoutFilters(sorted)).toEqual(filter({ sort: sorted.sort }))
    expect(isFiltered(withoutFilters(sorted))).toBe(false)
    expect(sortPhrase(sorted)).toBe("by due date, soonest first")
  })

  it("keep the framework when filters are cleared, as it leaves nothing out", () => {
    const underKano = filter({ frameworkKey: "kano" })
    expect(isFiltered(underKano)).toBe(false)
    expect(withoutFilters(filter({ frameworkKey: "kano", search: "x" }))).toEqual(underKano)
  })
})

describe("the filter bar", () => {
  const people = [{ value: "p1", label: "Priya Raman" }]

  it("offers one due word at a time and keeps a range from the address", () => {
    expect(dueFromValues(["overdue", "none"])).toBe("none")
    expect(dueFromValues([])).toBeNull()
    const range = { from: "2026-10-01", to: null }
    const due = filterFields(filter({ due: range }), { people, products: [] }, []).find(
      (field) => field.name === "Due",
    )
    expect(due?.chosen).toEqual(dueValues(range))
    expect(due?.options.at(-1)?.label).toBe("from 1 Oct 2026")
  })

  it("offers the labels seen and those chosen, once each", () => {
    const fields = filterFields(filter({ labels: ["z"] }), { people, products: [] }, ["b", "a", "b"])
    expect(fields.find((field) => field.name === "Label")?.options.map((option) => option.value)).toEqual([
      "a",
      "b",
      "z",
    ])
  })
})
