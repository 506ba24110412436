import { describe, expect, it } from "vitest"
import { bulkWords, patchOf, readBulk } from "@/components/backlog/bulk/prepare-bulk"
import {
  columnName,
  dueWarning,
  laneFields,
  requartered,
  roadmapState,
} from "@/components/backlog/roadmap/prepare-roadmap"
import { applyBulk, bulkFieldsSchema } from "@/server/backlog/domain/bulk-change"
import { columnOfQuarter, quarterFor, roadmapColumns } from "@/server/backlog/domain/roadmap"
import { card } from "./backlog-cards"

const nameOf = () => "Priya"
const TODAY = "2026-10-13"

describe("what is filled in for many items", () => {
  it("becomes a change of fields, labels taken together", () => {
    expect(
      readBulk([
        { field: "status", text: "doing" },
        { field: "estimate", text: "2,5" },
        { field: "addLabels", text: "red, blue" },
        { field: "removeLabels", text: "old" },
        { field: "custom", text: "Team = Platform" },
        { field: "quarter", text: "2026-Q4" },
        { field: "dueDate", text: "" },
      ]),
    ).toEqual({
      changes: {
        status: "doing",
        estimate: 2.5,
        labels: { add: ["red", "blue"], remove: ["old"] },
        custom: { Team: "Platform" },
        quarter: "2026-Q4",
        dueDate: null,
      },
    })
    expect(readBulk([{ field: "parentKey", text: "ful-2" }])).toEqual({ changes: {}, parentKey: "FUL-2" })
    expect(readBulk([{ field: "custom", text: "Team =" }])).toMatchObject({
      changes: { custom: { Team: null } },
    })
  })

  it.each([
    [{ field: "status", text: "" }, "Choose a state"],
    [{ field: "estimate", text: "many" }, "An estimate is a number"],
    [{ field: "addLabels", text: " , " }, "Name at least one label"],
    [{ field: "custom", text: "Team" }, "Write it as Name = value"],
  ] as const)("says what is wrong with %j", (line, problem) => {
    expect(readBulk([line])).toMatchObject({ line: 0, problem: expect.stringContaining(problem) })
  })

  it("is told in words, and shown at once", () => {
    expect(bulkWords({ status: "doing" }, 2, nameOf)).toBe("Set 2 items to Doing")
    expect(bulkWords({ ownerId: "u" }, 1, nameOf)).toBe("Set 1 item to owner Priya")
    expect(bulkWords({ status: "doing", estimate: 3 }, 5000, nameOf)).toBe("Changed 5,000 items")
    expect(patchOf({ ownerId: "u", estimate: null }, nameOf)).toEqual({
      ownerId: "u",
      ownerName: "Priya",
      estimate: null,
    })
  })

  it("changes only what differs", () => {
    const item = { ...card("1", "idea", { labels: ["a"] }), custom: { Team: "A" }, archivedAt: null }
    const wish = (changes: object) => bulkFieldsSchema.parse(changes)
    expect(
      applyBulk(item, wish({ labels: { add: ["a"] }, custom: { Team: "A" }, archived: false }), TODAY),
    ).toBeNull()
    expect(applyBulk(item, wish({ labels: { set: ["b"] }, custom: { Site: "X" } }), TODAY)).toEqual({
      before: { labels: ["a"], custom: { Team: "A" } },
      after: { labels: ["b"], custom: { Team: "A", Site: "X" } },
    })
  })
})

describe("the roadmap", () => {
  it("has a column for every quarter it shows, and for what lies around them", () => {
    expect(roadmapColumns(TODAY)).toEqual([
      "past",
      "2026-Q4",
      "2027-Q1",
      "2027-Q2",
      "2027-Q3",
      "2027-Q4",
      "later",
      "none",
    ])
    expect(roadmapColumns(TODAY).map(columnName).slice(0, 2)).toEqual(["Earlier", "Q4 2026"])
    expect(["2026-Q3", "2027-Q4", "2028-Q1", null].map((quarter) => columnOfQuarter(quarter, TODAY))).toEqual(
      ["past", "2027-Q4", "later", "none"],
    )
    expect(["past", "2027-Q1", "later", "none"].map((column) => quarterFor(column, TODAY))).toEqual([
      undefined,
      "2027-Q1",
      "2028-Q1",
      null,
    ])
    expect(requartered(card("1", "idea"), "later", TODAY).quarter).toBe("2028-Q1")
  })

  it("warns of a due date outside the quarter, while the item is open", () => {
    const late = card("1", "doing", { quarter: "2026-Q4", dueDate: "2027-02-03" })
    expect(dueWarning(late)).toBe("Due 3 Feb 2027, after Q4 2026")
    expect(dueWarning({ ...late, status: "done" })).toBeNull()
    expect(dueWarning({ ...late, dueDate: "2026-12-31" })).toBeNull()
  })

  it("writes the lane's field along", () => {
    expect(laneFields("owner", "a", null)).toEqual({ ownerId: null })
    expect(laneFields("label", "red", "blue")).toEqual({ labels: { add: ["blue"], remove: ["red"] } })
    expect(laneFields("label", null, null)).toEqual({})
  })

  it("says what is planned", () => {
    const column = (name: string, total: number) => ({
      column: name,
      total,
      sum: 0,
      unestimated: total,
      hasMoreThanCounted: false,
    })
    const columns = [column("past", 9), column("2026-Q4", 2), column("later", 1), column("none", 40)]
    expect(roadmapState({ laneBy: null, columns, lanes: [], moreLanes: 0 })).toBe(
      "3 items planned from this quarter on, 40 open without a quarter",
    )
  })
})
