import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ITEM_STATUSES, ITEM_TYPES } from "@/server/backlog/domain/item"
import {
  DUE_WORDS,
  EMPTY_FILTER,
  type ItemFilter,
  itemFilterSchema,
  parseFilter,
  SORT_FIELDS,
  serialiseFilter,
} from "@/server/backlog/domain/item-filter"

const parse = (query: string) => parseFilter(new URLSearchParams(query))
const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const someOf = <T>(values: readonly T[], max: number) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: max })
const due = fc.oneof(
  fc.constant(null),
  fc.constantFrom(...DUE_WORDS),
  fc.tuple(day, day).map((days) => ({ from: days.sort()[0]!, to: days.sort()[1]! })),
  day.map((from) => ({ from, to: null })),
  day.map((to) => ({ from: null, to })),
)
const word = (max: number) => fc.string({ unit: "binary", maxLength: max }).map((text) => text.trim())
const filters: fc.Arbitrary<ItemFilter> = fc.record({
  search: word(60),
  types: someOf(ITEM_TYPES, 7),
  statuses: someOf(ITEM_STATUSES, 7),
  ownerIds: fc.uniqueArray(fc.oneof(fc.constantFrom<"me" | "none">("me", "none"), fc.uuid()), {
    maxLength: 5,
  }),
  productIds: fc.uniqueArray(fc.oneof(fc.constant<"none">("none"), fc.uuid()), { maxLength: 5 }),
  labels: fc.uniqueArray(
    word(40).filter((label) => label !== ""),
    { maxLength: 4 },
  ),
  due,
  sort: fc.uniqueArray(
    fc.record({ field: fc.constantFrom(...SORT_FIELDS), dir: fc.constantFrom("asc", "desc") }),
    {
      maxLength: 3,
      selector: (sort) => sort.field,
    },
  ),
  frameworkKey: fc.constantFrom(undefined, "wsjf", "value_and_feasibility"),
})

describe("the list's filter in the URL", () => {
  it("comes back as it went", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(itemFilterSchema.safeParse(filter).success).toBe(true)
        expect(parse(serialiseFilter(filter).toString())).toEqual(filter)
      }),
    )
  })

  it("is nothing when nothing is set", () => {
    expect(serialiseFilter(EMPTY_FILTER).toString()).toBe("")
    expect(parse("")).toEqual(EMPTY_FILTER)
  })

  it("reads like a sentence", () => {
    const filter = parse(
      "q=carrier&type=story&type=debt&status=ready&owner=me&due=2026-10-01..&sort=-score&sort=key&framework=wsjf",
    )
    expect(filter).toMatchObject({
      search: "carrier",
      types: ["story", "debt"],
      statuses: ["ready"],
      ownerIds: ["me"],
      due: { from: "2026-10-01", to: null },
      sort: [
        { field: "score", dir: "desc" },
        { field: "key", dir: "asc" },
      ],
      frameworkKey: "wsjf",
    })
  })

  it("leaves out what it cannot read instead of failing", () => {
    const query = `type=bug&type=story&type=story&owner=x&due=2026-02-31..&sort=-colour&sort=key&sort=-key&framework=W!&q=${"x".repeat(300)}`
    expect(parse(query)).toEqual({ ...EMPTY_FILTER, types: ["story"], sort: [{ field: "key", dir: "asc" }] })
    expect(parse("due=..").due).toBeNull()
    expect(parse("due=2026-03-01..2026-02-01").due).toBeNull()
  })
})
