import { describe, expect, it } from "vitest"
import {
  filterParams,
  gapWords,
  obstacleOf,
  parseFilter,
  registerInput,
  registerState,
  sentFields,
} from "@/components/privacy/register/prepare-register"
import { activityPoints } from "@/server/privacy/domain/activity-content"
import { activityGaps } from "@/server/privacy/domain/activity-gaps"
import { activityFilter } from "@/server/privacy/domain/activity-state"
import { type ActivityFields, activitySchema } from "@/server/privacy/domain/processing-activity"
import { registerCounts } from "@/server/privacy/domain/register-counts"

const entry = (more: Partial<ActivityFields> = {}): ActivityFields => ({
  ...activitySchema.parse({ name: "Orders", role: "controller" }),
  ...more,
})
const articles = (fields: ActivityFields) => activityGaps(fields).map(({ article }) => article)

describe("what Art. 30 misses", () => {
  it("is other things of a processor than of a controller", () => {
    expect(articles(entry())).toEqual([
      ...["30(1)(a)", "30(1)(a)", "30(1)(b)", "30(1)(c)", "30(1)(c)", "30(1)(d)"],
      ...["6(1)", "30(1)(e)", "30(1)(g)"],
    ])
    expect(articles(entry({ role: "processor" }))).toEqual([
      ...["30(2)(a)", "30(2)(a)", "30(2)(b)", "30(2)(c)", "30(2)(d)"],
    ])
  })

  it("is a condition once a category is special, and safeguards once data leaves the Union", () => {
    const health = { name: "Health", classKey: "health", special: true, retention: "After a year" }
    expect(articles(entry({ categories: [health] }))).toContain("9(2)")
    const transfer = { to: "Host", country: "US", mechanism: "clauses" as const, safeguards: "" }
    const missing = (fields: ActivityFields) => activityGaps(fields).map((gap) => gap.missing)
    expect(missing(entry({ transfersOutside: true }))).toContain("Countries it goes to")
    expect(missing(entry({ transfersOutside: true, transfers: [transfer] }))).toContain("Safeguards for US")
    expect(missing(entry({ transfersOutside: false })).join()).not.toMatch(/Countries|Safeguards|leaves/)
  })
})

describe("the register", () => {
  it("says in one line how it stands", () => {
    const gap = { article: "6(1)", missing: "Legal basis" }
    const counted = { total: 2, inUse: 2, approved: 1, inReview: 0, incomplete: 1 }
    expect(registerState(counted, false)).toBe("2 entries, 1 approved, 1 misses something.")
    expect(registerState({ ...counted, inUse: 1204 }, true)).toBe(
      "2 found, 1,204 entries in use, 1 approved, 1 misses something.",
    )
    const none = registerCounts([])
    expect(registerState({ ...none, inUse: 0 }, false)).toBe("No entry yet.")
    expect(registerCounts([{ state: "deprecated", gaps: [gap] }])).toMatchObject({ total: 1, incomplete: 0 })
    expect(gapWords(1)).toBe("1 point missing")
    expect(obstacleOf("draft", [gap])).toBe("1 point missing: legal basis")
    expect(obstacleOf("outdated", [])).toBeUndefined()
  })

  it("keeps its filter in the address and leaves out what cannot be read", () => {
    const filter = activityFilter.parse({ search: "orders", states: ["draft"], marks: ["special"] })
    expect(parseFilter(filterParams(filter))).toEqual(filter)
    const paged = registerInput(new URLSearchParams(`${filterParams(filter)}&page=2`))
    expect(paged).toEqual({ filter, offset: 50, limit: 50 })
    expect(parseFilter(new URLSearchParams("state=nonsense&role=processor"))).toEqual(
      activityFilter.parse({ roles: ["processor"] }),
    )
  })

  it("sends no empty lines, and no transfer of data that stays", () => {
    const transfer = { to: "Host", country: "US", mechanism: "clauses" as const, safeguards: "" }
    const typed = entry({ people: ["Customers ", "", " "], transfersOutside: false, transfers: [transfer] })
    expect(sentFields(typed)).toMatchObject({ people: ["Customers"], transfers: [] })
  })

  it("shows each point with its place in the law", () => {
    const shown = activityPoints({
      key: "ROP-1",
      version: 1,
      fields: entry({ transfersOutside: false }),
      products: [],
      assessment: null,
      owner: null,
    })
    expect(shown.find(({ label }) => label === "Transfers")).toEqual({
      label: "Transfers",
      article: "30(1)(e)",
      values: ["None outside the European Union"],
    })
  })
})
