import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ITEM_STATUSES, ITEM_TYPES } from "@/server/backlog/domain/item"
import {
  type Condition,
  type ConditionGroup,
  conditionsOf,
  type Operator,
} from "@/server/backlog/domain/item-condition"
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
const value = fc
  .string({ unit: "binary", minLength: 1, maxLength: 20 })
  .filter((text) => !text.includes("\0"))
const values = fc.array(value, { minLength: 1, maxLength: 3 })
const asked = (field: fc.Arbitrary<string>, op: Operator, given: fc.Arbitrary<string[]>) =>
  fc.record({ field, op: fc.constant(op), values: given })
const condition: fc.Arbitrary<Condition> = fc.oneof(
  asked(
    value.map((name) => `custom.${name}`),
    "is",
    values,
  ),
  asked(fc.constantFrom("title", "description"), "contains", fc.tuple(value)),
  asked(fc.constantFrom("due", "owner", "custom.a,b"), "empty", fc.constant([])),
  asked(fc.constant("estimate"), "between", fc.constant(["-1.5", "8"])),
)
const match = fc.constantFrom<"all" | "any">("all", "any")
const inner: fc.Arbitrary<ConditionGroup> = fc.record({
  match,
  of: fc.array(condition, { minLength: 1, maxLength: 3 }),
})
const middle: fc.Arbitrary<ConditionGroup> = fc.record({
  match,
  of: fc.array(fc.oneof(condition, inner), { minLength: 1, maxLength: 3 }),
})
/** A list of one group is that group, so the outermost has two parts or none. */
const where: fc.Arbitrary<ConditionGroup> = fc.record({
  match,
  of: fc.array(fc.oneof(condition, middle), { minLength: 2, maxLength: 3 }),
})
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
  where: fc.option(where),
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

  it("asks any field, with and and or", () => {
    const text = "status:is:ready;doing,any(owner:is:me,all(custom.Team:contains:No!,rth,estimate:above:5))"
    expect(parse(`where=${encodeURIComponent(text)}`).where).toEqual({
      match: "all",
      of: [
        { field: "status", op: "is", values: ["ready", "doing"] },
        {
          match: "any",
          of: [
            { field: "owner", op: "is", values: ["me"] },
            {
              match: "all",
              of: [
                { field: "custom.Team", op: "contains", values: ["No,rth"] },
                { field: "estimate", op: "above", values: ["5"] },
              ],
            },
          ],
        },
      ],
    })
    expect(parse("sort=-custom.Team&sort=quarter").sort).toEqual([
      { field: "custom.Team", dir: "desc" },
      { field: "quarter", dir: "asc" },
    ])
  })

  it.each([
    ["status:is:asleep", null],
    ["colour:is:red,title:contains:x", ["title"]],
    ["due:before:2026-02-31,due:last:0,due:next:7", ["due"]],
    ["any(title:contains:x", ["title"]],
    ["any(", null],
    [")))title:contains:x", ["title"]],
    ["all(all(all(all(title:contains:x))),key:is:A-1)", ["key"]],
    ["title:contains", null],
    ["estimate:between:8;1", null],
    ["!", null],
  ])("reads what makes sense of %j", (text, fields) => {
    const read = parse(`where=${encodeURIComponent(text)}`).where
    expect(read && conditionsOf(read).map(({ field }) => field)).toEqual(fields)
  })

  it("never fails on a broken tree, and what it reads is valid", () => {
    const broken = fc.array(
      fc.constantFrom("any(", "all(", ")", ",", ":", ";", "!", "title:contains:x", "due:empty", "x"),
    )
    fc.assert(
      fc.property(broken, (parts) => {
        const read = parse(`where=${encodeURIComponent(parts.join(""))}`)
        expect(itemFilterSchema.safeParse(read).success).toBe(true)
      }),
    )
  })

  it("leaves out what it cannot read instead of failing", () => {
    const query = `type=bug&type=story&type=story&owner=x&due=2026-02-31..&sort=-colour&sort=key&sort=-key&framework=W!&q=${"x".repeat(300)}`
    expect(parse(query)).toEqual({ ...EMPTY_FILTER, types: ["story"], sort: [{ field: "key", dir: "asc" }] })
    expect(parse("due=..").due).toBeNull()
    expect(parse("due=2026-03-01..2026-02-01").due).toBeNull()
  })
})
